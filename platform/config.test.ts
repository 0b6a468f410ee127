import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { ConfigError, loadConfig } from './config.ts'

const DATA_DIR = mkdtempSync(join(tmpdir(), 'naryad-config-'))
after(() => rmSync(DATA_DIR, { recursive: true }))

test('nothing is needed to start: port 3000, embedded database, mail kept in the outbox', () => {
  const config = loadConfig({ DATA_DIR, SMTP_URL: '' })
  assert.deepEqual(
    [config.port, config.host, config.database, config.smtp_url, config.role, config.public_url],
    [3000, '0.0.0.0', null, null, 'both', 'http://localhost:3000'],
  )
})

test('the secret is made once, for the owner only, and outlives a restart', () => {
  const first = loadConfig({ DATA_DIR }).secret
  assert.equal(loadConfig({ DATA_DIR }).secret, first)
  assert.ok(first.length >= 32)
  assert.equal(readFileSync(join(DATA_DIR, 'secret'), 'utf8').trim(), first)
  assert.equal(statSync(join(DATA_DIR, 'secret')).mode & 0o777, 0o600)
})

test('with a direct address the other one is a pooler: nothing is prepared there', () => {
  const DATABASE_URL = 'postgres://naryad@pooler:6432/naryad'
  const DATABASE_DIRECT_URL = 'postgres://naryad@db/naryad'
  assert.deepEqual(loadConfig({ DATA_DIR, DATABASE_URL }).database, {
    url: DATABASE_URL,
    direct_url: DATABASE_URL,
    prepare: true,
  })
  assert.deepEqual(loadConfig({ DATA_DIR, DATABASE_URL, DATABASE_DIRECT_URL }).database, {
    url: DATABASE_URL,
    direct_url: DATABASE_DIRECT_URL,
    prepare: false,
  })
})

test('what does not fit is said in words, all at once, and passwords stay out of it', () => {
  const wrong = { DATA_DIR, PORT: '70000', ROLE: 'boss', SMTP_URL: 'http://me:hunter2@mail', SECRET: 'short' }
  assert.throws(
    () => loadConfig(wrong),
    (error) => {
      assert.ok(error instanceof ConfigError)
      assert.match(error.message, /PORT should be a number from 0 to 65535.*but is «70000»/)
      assert.match(error.message, /ROLE should be web, worker or both, but is «boss»/)
      assert.match(error.message, /SMTP_URL should be smtp:/)
      assert.match(error.message, /SECRET should be at least 32 characters.*«5 characters»/)
      assert.doesNotMatch(error.message, /hunter2|short/)
      return true
    },
  )
  assert.throws(() => loadConfig({ DATA_DIR, DATABASE_DIRECT_URL: 'postgres://a/b' }), /without DATABASE_URL/)
})
