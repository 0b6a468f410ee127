import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import type { EndpointShape } from '#contract/endpoint.ts'
import { ApiScope, makeApiKey } from '#contract/access/security.ts'
import { anybody, as, done } from '#test/as.ts'
import { allEndpoints, type Named } from '#test/endpoints.ts'
import { makeCompany } from '#test/world.ts'
import { sampleOf } from './sample.ts'
import { undoingAll } from './undone.ts'

const PAPER = new URL('keys.txt', import.meta.url)
const SCOPES = (ApiScope as unknown as { enum: ApiScope[] }).enum
const nobody = anybody()

/** The scopes on paper by endpoint: those that open it, or `-`. */
function written(): Map<string, string> {
  const rows = readFileSync(PAPER, 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
  return new Map(rows.map((row) => [row.split(' ')[0] ?? '', row.replace(/^\S+ +/, '')]))
}

type Keys = ReadonlyMap<ApiScope, string>

async function openedBy(keys: Keys, { endpoint }: Named): Promise<string> {
  const at = endpoint as EndpointShape
  const input = { ...sampleOf(at.params, {}), ...sampleOf(at.query, {}), ...sampleOf(at.body, {}) }
  const open = []
  for (const [scope, text] of keys) {
    const { status, body } = await as(nobody, at, input as never, { headers: { authorization: `Bearer ${text}` } })
    const closed = (status === 403 && body.code === 'api_key.scope') || status === 401
    if (!closed) open.push(scope)
  }
  return open.length === SCOPES.length ? 'any' : open.join(' ') || '-'
}

async function keysOfOwner(): Promise<Keys> {
  const { owner } = await makeCompany()
  const keys = new Map<ApiScope, string>()
  for (const scope of SCOPES) keys.set(scope, (await done(owner, makeApiKey, { name: scope, scopes: [scope] })).text)
  return keys
}

test('IDN-11 S93: which scopes of a key open which endpoint, each of them; none opens what gives a secret or asks for a proof', async () => {
  const [keys, all] = [await keysOfOwner(), await allEndpoints()]
  // What no session opens brings its own eyes: a customer's link, an invitation.
  const asked = all.filter(({ endpoint: { door = 'member' } }) => door !== 'open' && door !== 'customer')
  const found = await undoingAll(async () => {
    const rows = new Map<string, string>()
    for (const one of asked) rows.set(one.name, await openedBy(keys, one))
    return rows
  })
  if (process.env['WRITE_KEYS']) write(found)
  const paper = written()
  assert.deepEqual(
    [...found].filter(([name, scopes]) => paper.get(name) !== scopes),
    [],
    'test/walks/keys.txt says otherwise; WRITE_KEYS=1 writes it anew, to be read before it is kept',
  )
  assert.deepEqual(
    [...paper.keys()].filter((name) => !found.has(name)),
    [],
    'rows of no endpoint',
  )
  const secret = asked.filter(({ endpoint: { secret, proof } }) => secret || proof).map(({ name }) => name)
  assert.ok(secret.length > 4)
  assert.deepEqual(
    secret.filter((name) => found.get(name) !== '-'),
    [],
  )
})

function write(found: ReadonlyMap<string, string>): void {
  const wide = Math.max(...[...found.keys()].map((name) => name.length))
  const head =
    '# Which scopes of a key for programs open an endpoint to an owner’s key; `-`: none, it is for people only.\n'
  writeFileSync(PAPER, head + [...found].map(([name, scopes]) => `${name.padEnd(wide + 2)}${scopes}\n`).join(''))
}
