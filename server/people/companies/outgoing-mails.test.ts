import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listOutgoingMails } from '#contract/outgoing-mails.ts'
import * as people from '#contract/people.ts'
import { account, anybody, as, done } from '#test/as.ts'
import { type Company, makeCompany, makeUser } from '#test/world.ts'
import { linkIn, makeStaff } from '#test/world/people.ts'

const invite = (company: Company, n: number) =>
  done(company.owner, people.invite, { role: 'member', email: `person-${n}@svet.example` })
const askReset = (email: string) => account(anybody(), '/request-password-reset', { email })
const recipients = async (company: Company, who: Parameters<typeof done>[0] = company.owner) =>
  (await done(who, listOutgoingMails, {})).rows.map(({ recipient }) => recipient)

test('PPL-15: without SMTP letters wait in the outbox of the company’s administrators, newest first, page by page', async () => {
  const company = await makeCompany()
  for (let n = 0; n < 52; n++) await invite(company, n)
  const [admin, manager] = [await makeStaff(company, 'admin'), await makeStaff(company)]

  const first = await done(admin, listOutgoingMails, {})
  const second = await done(admin, listOutgoingMails, { after: first.next! })

  assert.deepEqual([first.rows.length, second.rows.length, second.next], [50, 2, null])
  assert.equal(first.rows[0]?.recipient, 'person-51@svet.example')
  assert.equal(second.rows[1]?.recipient, 'person-0@svet.example')
  const refused = await as(manager, listOutgoingMails, {})
  assert.deepEqual([refused.status, refused.body.code], [403, 'mail.not_yours'])
  assert.deepEqual(await recipients(await makeCompany()), [])
})

test('PPL-15: the letter with a new password stands there too, but an owner’s only before owners', async () => {
  const company = await makeCompany()
  const [admin, manager] = [await makeStaff(company, 'admin'), await makeStaff(company)]
  const mailOf = async (member_id: string) => (await done(company.owner, people.getMember, { member_id })).email!
  const [of_manager, of_owner] = [await mailOf(manager.id), await mailOf(company.owner.id)]

  assert.ok((await askReset(of_manager)).ok)
  assert.ok((await askReset(of_owner)).ok)

  assert.deepEqual(await recipients(company), [of_owner, of_manager])
  assert.deepEqual(await recipients(company, admin), [of_manager])
})

test('PPL-15: a letter that opens an account of two companies stands in neither outbox', async () => {
  const [ours, theirs] = [await makeCompany(), await makeCompany()]
  const user = await makeUser()
  for (const company of [ours, theirs]) {
    const { url } = await done(company.owner, people.invite, { role: 'member' })
    await done(user, people.acceptInvitation, { link: linkIn(url) })
  }

  assert.ok((await askReset(user.email)).ok)

  assert.deepEqual([await recipients(ours), await recipients(theirs)], [[], []])
})
