import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listOutgoingMails } from '#contract/outgoing-mails.ts'
import * as people from '#contract/people.ts'
import * as security from '#contract/access/security.ts'
import { account, anybody, as, done, type Person } from '#test/as.ts'
import { codeOf } from '#test/app-codes.ts'
import { product } from '#test/product.ts'
import { makeCompany } from '#test/world.ts'
import { makeStaff } from '#test/world/people.ts'

const PASSWORD = 'тихая осень на Березине'

/** Gives the person a password that the test knows, by the letter in the outbox. */
async function setPassword(owner: Person, email: string): Promise<void> {
  await (await product()).process.doorway.pool.unsafe('delete from auth."rateLimit"')
  await account(anybody(), '/request-password-reset', { email })
  const letters = await done(owner, listOutgoingMails, {})
  const [, token = ''] = /reset-password\/([^?\s]+)/.exec(letters.rows[0]?.body ?? '') ?? []
  assert.equal((await account(anybody(), '/reset-password', { token, newPassword: PASSWORD })).status, 200)
}

test('IDN-9 S93: a role that must have a second factor is led to it after the days of grace, also by key', async () => {
  const company = await makeCompany()
  const { owner } = company
  const clerk = await makeStaff(company, 'accountant')
  const key = await done(clerk, security.makeApiKey, { name: 'Ключ', scopes: ['people.read'] })
  const by_key = { headers: { authorization: `Bearer ${key.text}` } }

  const soon = await done(owner, security.changeCompanySecurity, { roles: ['accountant'] })
  assert.ok(Date.parse(soon.from ?? '') > Date.now())
  assert.equal((await done(clerk, people.getMe, {})).second_factor_from, soon.from)
  assert.equal((await as(clerk, people.listMembers, {})).status, 200)

  await done(owner, security.changeCompanySecurity, { roles: ['accountant'], grace_days: 0 })
  const refused = await as(clerk, people.listMembers, {})
  assert.deepEqual([refused.status, refused.body.code], [403, 'account.second_factor_required'])
  assert.equal((await as(anybody(), people.listMembers, {}, by_key)).status, 403)
  assert.equal((await as(clerk, people.getMe, {})).status, 200)
  assert.equal((await as(owner, people.listMembers, {})).status, 200)

  const seen = await done(owner, security.getCompanySecurity, {})
  assert.deepEqual(
    new Set(seen.people.map(({ role, second_factor }) => `${role} ${second_factor}`)),
    new Set(['accountant false', 'owner false']),
  )
  await done(owner, security.changeCompanySecurity, { roles: [] })
  assert.equal((await as(clerk, people.listMembers, {})).status, 200)
})

test('IDN-5 IDN-9: a code of the app lets him in again, a spare code works once', async () => {
  const company = await makeCompany()
  const { owner } = company
  const { email } = (await done(owner, people.getMe, {})).user
  await setPassword(owner, email ?? '')
  await account(owner, '/sign-in/email', { email, password: PASSWORD })
  await done(owner, security.changeCompanySecurity, { roles: ['owner'], grace_days: 0 })
  assert.equal((await as(owner, people.listMembers, {})).status, 403)

  const enabled = (await (await account(owner, '/two-factor/enable', { password: PASSWORD })).json()) as {
    totpURI: string
    backupCodes: string[]
  }
  assert.equal((await as(owner, people.listMembers, {})).status, 403)
  assert.equal((await account(owner, '/two-factor/verify-totp', { code: codeOf(enabled.totpURI) })).status, 200)
  assert.equal((await as(owner, people.listMembers, {})).status, 200)

  const [code] = enabled.backupCodes
  for (const status of [200, 401]) {
    const phone = anybody()
    const first = (await (await account(phone, '/sign-in/email', { email, password: PASSWORD })).json()) as object
    assert.ok('twoFactorRedirect' in first)
    assert.equal((await as(phone, people.getMe, {})).status, 401)
    assert.equal((await account(phone, '/two-factor/verify-backup-code', { code })).status, status)
  }
  const [last, before] = (await done(owner, security.listSignIns, {})).rows
  assert.deepEqual([last?.method, last?.passed], ['code', false])
  assert.deepEqual([before?.method, before?.passed], ['code', true])
})

test('IDN-9: who may not change settings neither sees nor sets who must have a second factor', async () => {
  const company = await makeCompany()
  for (const role of ['manager', 'accountant', 'member'] as const) {
    const clerk = await makeStaff(company, role)
    const [seen, set] = [
      await as(clerk, security.getCompanySecurity, {}),
      await as(clerk, security.changeCompanySecurity, { roles: [] }),
    ]
    assert.deepEqual([seen.status, set.status, set.body.code], [403, 403, 'company.not_yours'])
  }
  const stale = await as(company.owner, security.changeCompanySecurity, { roles: ['admin'] }, { if_match: 99 })
  assert.equal(stale.status, 412)
})
