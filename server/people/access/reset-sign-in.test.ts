import assert from 'node:assert/strict'
import { test } from 'node:test'
import { resetSignIn, setLocale } from '#contract/access/account.ts'
import { changeCompanySecurity } from '#contract/access/security.ts'
import { getMemberTimeline } from '#contract/history.ts'
import { listOutgoingMails } from '#contract/outgoing-mails.ts'
import * as people from '#contract/people.ts'
import { account, as, done, open } from '#test/as.ts'
import { codeOf } from '#test/app-codes.ts'
import { makeCompany, signIn } from '#test/world.ts'
import { giveOwnRole, makePerformer, makeStaff } from '#test/world/people.ts'

test('ACC-3 IDN-21 S93: who has lost his app is let in anew by an administrator, told by mail in his language, and asked for a second step again', async () => {
  const company = await makeCompany()
  const { owner } = company
  const vera = await makeStaff(company, 'member', 'Вера Олешко')
  await done(vera, setLocale, { locale: 'en' })
  const enabled = (await (await account(vera, '/two-factor/enable', { password: vera.password })).json()) as {
    totpURI: string
  }
  assert.equal((await account(vera, '/two-factor/verify-totp', { code: codeOf(enabled.totpURI) })).status, 200)
  await done(owner, changeCompanySecurity, { roles: ['member'], grace_days: 0 })
  assert.equal((await as(vera, people.listMembers, {})).status, 200)

  await done(owner, resetSignIn, { member_id: vera.id })
  assert.equal((await open(vera, '/api/me')).status, 401)
  const anew = await signIn(vera)
  const refused = await as(anew, people.listMembers, {})
  assert.deepEqual([refused.status, refused.body.code], [403, 'account.second_factor_required'])

  const { rows } = await done(owner, getMemberTimeline, { member_id: vera.id })
  assert.ok(rows.some(({ name }) => name === 'member.sign_in_reset'))
  const letters = (await done(owner, listOutgoingMails, {})).rows.filter(({ recipient }) => recipient === vera.email)
  assert.ok(letters.some(({ subject }) => subject === 'Your sign-in was reset'))
})

test('ACC-3 RGT-9: nobody resets his own sign-in, the owner’s, one above him, a performer’s, or one of another company too', async () => {
  const company = await makeCompany()
  const { owner } = company
  const admin = await makeStaff(company, 'admin', 'Анна')
  const vera = await makeStaff(company, 'member', 'Вера')
  const staffing = await makeStaff(company, 'member', 'Кадры')
  await giveOwnRole(company, staffing.id, ['people.manage', 'dialogues.read'], 'Кадры')
  const performer = await makePerformer(company)
  const code = async (by: typeof vera, member_id: string) => (await as(by, resetSignIn, { member_id })).body.code
  assert.deepEqual(
    [
      await code(admin, admin.id),
      await code(admin, owner.id),
      await code(staffing, admin.id),
      await code(admin, performer.id),
      await code(vera, staffing.id),
    ],
    ['access.own_sign_in', 'access.owner_sign_in', 'roles.above', 'access.no_account', 'member.not_yours'],
  )
  assert.equal((await as(staffing, resetSignIn, { member_id: vera.id })).status, 200)

  const elsewhere = await makeCompany()
  const { url } = await done(elsewhere.owner, people.invite, { role: 'member' })
  const again = await signIn(vera)
  await done(again, people.acceptInvitation, { link: url.slice(url.lastIndexOf('/') + 1) })
  assert.equal(await code(admin, vera.id), 'access.account_not_ours')
})
