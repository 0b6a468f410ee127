// Alone: wrong tries are counted for the address that all tests of a process come from.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chromium } from '@playwright/test'
import * as people from '#contract/people.ts'
import * as security from '#contract/access/security.ts'
import { account, anybody, as, done, open, type Person } from '#test/as.ts'
import { atEnd } from '#test/at-end.ts'
import { findChromium } from '#test/chromium.ts'
import { product } from '#test/product.ts'
import { makeKnownCompany, signIn } from '#test/world.ts'

/** A browser with a device that has a finger to ask for, on an address that passkeys are allowed at. */
async function browserOf(person: Person, verifies = true) {
  const { executablePath, args, env } = await findChromium()
  const browser = await chromium.launch({
    executablePath,
    args,
    env: { ...process.env, ...env },
  })
  atEnd(() => browser.close())
  const url = (await product()).url.replace('127.0.0.1', 'localhost')
  const context = await browser.newContext()
  await context.addCookies([...person.cookies].map(([name, value]) => ({ name, value, url })))
  const page = await context.newPage()
  const devices = await context.newCDPSession(page)
  await devices.send('WebAuthn.enable')
  const { authenticatorId } = await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: verifies,
      isUserVerified: verifies,
      automaticPresenceSimulation: true,
    },
  })
  await page.goto(`${url}/api/openapi.json`)
  const set = (isUserVerified: boolean) => devices.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified })
  return { page, context, device: { set } }
}

/** Run in the page: adds a passkey, or signs in by one, and gives the last answer's status. */
const useDevice = (what: 'add' | 'sign_in', touched_only = false): string => `(async () => {
  const at = (path, init) => fetch('/api/auth/passkey/' + path, init)
  const headers = { 'content-type': 'application/json' }
  const send = (path, shown) =>
    at(path, { method: 'POST', headers, body: JSON.stringify({ response: shown.toJSON(), name: 'Рабочий ноутбук' }) })
  const given = await at(${JSON.stringify(what === 'add' ? 'generate-register-options' : 'generate-authenticate-options')})
  if (!given.ok) return given.status
  if (${what === 'add'}) {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(await given.json())
    if (${touched_only}) publicKey.authenticatorSelection = { userVerification: 'discouraged', residentKey: 'discouraged' }
    return (await send('verify-registration', await navigator.credentials.create({ publicKey }))).status
  }
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await given.json())
  if (publicKey.userVerification !== 'required') return 'asks for no person'
  if (${touched_only}) publicKey.userVerification = 'discouraged'
  return (await send('verify-authentication', await navigator.credentials.get({ publicKey }))).status
})()`

test('IDN-6 IDN-9 S93: a passkey is added, counts as a second factor, and signs in by itself', async () => {
  const { owner } = await makeKnownCompany()
  const { page, context } = await browserOf(owner)
  await done(owner, security.changeCompanySecurity, { roles: ['owner'], grace_days: 0 })
  assert.equal((await as(owner, people.listMembers, {})).status, 403)

  assert.equal(await page.evaluate(useDevice('add')), 200)
  assert.equal((await as(owner, people.listMembers, {})).status, 200)

  await context.clearCookies()
  assert.equal(await page.evaluate(useDevice('add')), 401)
  assert.equal(await page.evaluate(useDevice('sign_in')), 200)
  assert.equal(await page.evaluate(`fetch('/api/members').then(({ status }) => status)`), 200)
  const [last] = (await done(owner, security.listSignIns, {})).rows
  assert.deepEqual([last?.method, last?.passed], ['passkey', true])
})

test('IDN-6: a passkey that was only touched, without finger, face or PIN, is neither added nor lets in', async () => {
  const { owner } = await makeKnownCompany()
  const { page: button } = await browserOf(owner, false)
  assert.equal(await button.evaluate(useDevice('add', true)), 401)
  assert.deepEqual(await (await open(owner, '/api/auth/passkey/list-user-passkeys')).json(), [])

  const { page, device } = await browserOf(owner)
  assert.equal(await page.evaluate(useDevice('add')), 200)
  await device.set(false)
  assert.equal(await page.evaluate(useDevice('sign_in', true)), 401)
  const [last] = (await done(owner, security.listSignIns, {})).rows
  assert.deepEqual([last?.method, last?.passed], ['passkey', false])
})

test('IDN-12 IDN-4: where his role must have a second factor, the password alone opens nothing to one with a passkey', async () => {
  const { owner } = await makeKnownCompany()
  const elsewhere = await signIn(owner)
  const { page, context } = await browserOf(owner)
  assert.equal(await page.evaluate(useDevice('add')), 200)
  assert.equal((await open(elsewhere, '/api/me')).status, 401)

  await done(owner, security.changeCompanySecurity, { roles: ['owner'], grace_days: 0 })
  const by_password = await signIn(owner)
  const refused = await as(by_password, people.listMembers, {})
  assert.deepEqual([refused.status, refused.body.code], [403, 'account.second_step_due'])
  assert.ok((await done(by_password, people.getMe, {})).second_factor_from)
  // The password shown again is still one step; a new password is no second one either.
  assert.equal((await account(by_password, '/verify-password', { password: owner.password })).status, 200)
  assert.equal((await as(by_password, people.listMembers, {})).status, 403)

  await context.addCookies(
    [...by_password.cookies].map(([name, value]) => ({ name, value, url: new URL('/', page.url()).href })),
  )
  assert.equal(await page.evaluate(useDevice('sign_in')), 200)
  assert.equal(await page.evaluate(`fetch('/api/members').then(({ status }) => status)`), 200)
  assert.equal((await open(by_password, '/api/me')).status, 401)
})

test('IDN-22 IDN-12: a password set by a letter adds no second step, passkey or e-mail to an account with a passkey', async () => {
  const { owner } = await makeKnownCompany()
  const { page } = await browserOf(owner)
  assert.equal(await page.evaluate(useDevice('add')), 200)
  const by_password = await signIn(owner)
  const refused = [403, 'account.second_proof_needed']
  const asked: [string, object][] = [
    ['/two-factor/enable', {}],
    ['/passkey/delete-passkey', { id: 'any' }],
    ['/email/ask', { email: 'stranger@example.test' }],
  ]
  for (const [path, body] of asked) {
    const answer = await account(by_password, path, body)
    assert.deepEqual([answer.status, ((await answer.json()) as { code: string }).code], refused, path)
  }
  const options = await open(by_password, '/api/auth/passkey/generate-register-options')
  assert.equal(options.status, 403)
  const key = await as(by_password, security.makeApiKey, { name: 'Чужой', scopes: ['orders.read'] })
  assert.deepEqual([key.status, key.body.code], refused)
  // The password shown anew is still one step.
  assert.equal((await account(by_password, '/verify-password', { password: owner.password })).status, 200)
  assert.equal((await account(by_password, '/two-factor/enable', {})).status, 403)
})

test('IDN-15: what the library can do and nobody has opened is not there', async () => {
  const { owner } = await makeKnownCompany()
  for (const path of [
    '/delete-user',
    '/update-user',
    '/change-email',
    '/two-factor/generate-backup-codes',
    '/sign-in/social',
  ])
    assert.equal((await account(owner, path, {})).status, 404, path)
  for (const path of ['/ok', '/error', '/account-info', '/list-accounts'])
    assert.equal((await open(owner, `/api/auth${path}`)).status, 404, path)
  assert.equal((await open(anybody(), '/api/auth/get-session')).status, 200)
})
