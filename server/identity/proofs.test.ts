// Alone: wrong tries are counted for the address that all tests of a process come from.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as security from '#contract/access/security.ts'
import { account, anybody, as, done, open, type Person } from '#test/as.ts'
import { codeOf } from '#test/app-codes.ts'
import { product } from '#test/product.ts'
import { makeKnownCompany, signIn } from '#test/world.ts'

type Enabled = { totpURI: string; backupCodes: string[] }

const run = async (statement: string) => {
  const { process } = await product()
  await process.doorway.pool.unsafe(statement)
  process.world.sessionsChanged(null)
}

/** As if the person had shown himself long ago and has left his screen open since. */
const hourLater = (email: string) =>
  run(`update auth.session set "provedAt" = "provedAt" - interval '1 hour' from auth."user" as own
    where own.id = "userId" and own.email = '${email}'`)

async function turnOn(person: Person): Promise<Enabled> {
  const enabled = (await (await account(person, '/two-factor/enable', {})).json()) as Enabled
  assert.equal((await account(person, '/two-factor/verify-totp', { code: codeOf(enabled.totpURI) })).status, 200)
  return enabled
}

const codeIn = async (answer: Response) => ((await answer.json()) as { code: string }).code

test('IDN-13 S93: what changes the ways in asks for a fresh proof, and goes on after it', async () => {
  const { owner } = await makeKnownCompany()
  const key = { name: 'Выгрузка', scopes: ['people.read' as const] }
  assert.equal((await as(owner, security.makeApiKey, key)).status, 200)
  await hourLater(owner.email)

  const refused = await as(owner, security.makeApiKey, key)
  assert.deepEqual([refused.status, refused.body.code], [403, 'account.proof_needed'])
  for (const path of [
    '/two-factor/enable',
    '/two-factor/disable',
    '/passkey/delete-passkey',
    '/revoke-other-sessions',
  ]) {
    const answer = await account(owner, path, { password: owner.password })
    assert.deepEqual([answer.status, await codeIn(answer)], [403, 'account.proof_needed'], path)
  }
  assert.equal((await open(owner, '/api/auth/passkey/generate-register-options')).status, 403)
  // What changes nothing asks for nothing.
  assert.equal((await open(owner, '/api/auth/list-sessions')).status, 200)

  const wrong = await account(owner, '/verify-password', { password: 'не тот пароль' })
  assert.deepEqual([wrong.status, await codeIn(wrong)], [400, 'account.invalid_password'])
  assert.equal((await as(owner, security.makeApiKey, key)).status, 403)
  assert.equal((await account(owner, '/verify-password', { password: owner.password })).status, 200)
  assert.equal((await as(owner, security.makeApiKey, key)).status, 200)
  const [last] = (await done(owner, security.listSignIns, {})).rows
  assert.deepEqual([last?.method, last?.passed], ['password', false])
})

test('IDN-13: a code of the app is proof as well; passwords cannot be tried at an open screen without end', async () => {
  const { owner } = await makeKnownCompany()
  const { totpURI } = await turnOn(owner)
  await hourLater(owner.email)
  assert.equal((await account(owner, '/two-factor/disable', {})).status, 403)
  assert.equal((await account(owner, '/two-factor/verify-totp', { code: codeOf(totpURI, 1) })).status, 200)
  assert.equal((await account(owner, '/two-factor/disable', {})).status, 200)

  const { owner: other } = await makeKnownCompany()
  await run('delete from auth."rateLimit"')
  for (let n = 0; n < 10; n++) await account(other, '/verify-password', { password: 'мимо мимо мимо' })
  const late = await account(other, '/verify-password', { password: other.password })
  assert.deepEqual([late.status, await codeIn(late)], [429, 'account.too_many_tries'])
  const change = { currentPassword: other.password, newPassword: 'другая весна на Немане' }
  assert.equal((await account(other, '/change-password', change)).status, 429)
})

test('IDN-5 IDN-7: a code of the app opens the second step once, and a wrong one stands in the history', async () => {
  const { owner } = await makeKnownCompany()
  const { totpURI } = await turnOn(owner)
  const second = async (code: string) => {
    const browser = anybody()
    const { email, password } = owner
    await account(browser, '/sign-in/email', { email, password })
    const answer = await account(browser, '/two-factor/verify-totp', { code })
    return { browser, status: answer.status }
  }
  // The one that switched it on was seen on this screen a moment ago.
  assert.equal((await second(codeOf(totpURI))).status, 401)
  const next = codeOf(totpURI, 1)
  const [one, two] = await Promise.all([second(next), second(next)])
  assert.deepEqual(new Set([one.status, two.status]), new Set([200, 401]))
  assert.equal((await second('000000')).status, 401)
  const [last] = (await done(owner, security.listSignIns, {})).rows
  assert.deepEqual([last?.method, last?.passed], ['code', false])
})

test('IDN-4 IDN-8: a second step switched on or off ends the other sessions and what was trusted without it', async () => {
  const { owner } = await makeKnownCompany()
  const before = await signIn(owner)
  const { totpURI } = await turnOn(owner)
  assert.equal((await open(before, '/api/me')).status, 401)
  assert.equal((await open(owner, '/api/me')).status, 200)

  const home = anybody()
  const { email, password } = owner
  await run('delete from auth."rateLimit"')
  await account(home, '/sign-in/email', { email, password })
  const trusted = await account(home, '/two-factor/verify-totp', { code: codeOf(totpURI, 1), trustDevice: true })
  assert.equal(trusted.status, 200)
  await account(home, '/sign-out', {})
  assert.equal(await asksForCode(home, owner), false)

  await account(owner, '/two-factor/disable', {})
  assert.equal((await open(home, '/api/me')).status, 401)
  await turnOnAnew(owner)
  assert.equal(await asksForCode(home, owner), true)
})

async function turnOnAnew(person: Person): Promise<void> {
  await run('delete from auth.used_codes')
  await turnOn(person)
}

async function asksForCode(browser: Person, { email, password }: { email: string; password: string }) {
  await run('delete from auth."rateLimit"')
  const answer = (await (await account(browser, '/sign-in/email', { email, password })).json()) as object
  return 'twoFactorRedirect' in answer
}
