import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chromium } from '@playwright/test'
import * as people from '#contract/people.ts'
import * as security from '#contract/security.ts'
import { as, done, type Person } from '#test/as.ts'
import { atEnd } from '#test/at-end.ts'
import { findChromium } from '#test/chromium.ts'
import { product } from '#test/product.ts'
import { makeCompany } from '#test/world.ts'

/** A browser with a device that has a finger to ask for, on an address that passkeys are allowed at. */
async function browserOf(person: Person) {
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
  await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await page.goto(`${url}/api/openapi.json`)
  return { page, context }
}

/** Run in the page: adds a passkey, or signs in by one, and gives the last answer's status. */
const useDevice = (what: 'add' | 'sign_in'): string => `(async () => {
  const at = (path, init) => fetch('/api/auth/passkey/' + path, init)
  const headers = { 'content-type': 'application/json' }
  const send = (path, shown) =>
    at(path, { method: 'POST', headers, body: JSON.stringify({ response: shown.toJSON(), name: 'Рабочий ноутбук' }) })
  const given = await at(${JSON.stringify(what === 'add' ? 'generate-register-options' : 'generate-authenticate-options')})
  if (!given.ok) return given.status
  if (${what === 'add'}) {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(await given.json())
    return (await send('verify-registration', await navigator.credentials.create({ publicKey }))).status
  }
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await given.json())
  return (await send('verify-authentication', await navigator.credentials.get({ publicKey }))).status
})()`

test('IDN-6 IDN-9 S93: a passkey is added, counts as a second factor, and signs in by itself', async () => {
  const { owner } = await makeCompany()
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
