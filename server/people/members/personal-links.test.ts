import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as people from '#contract/people.ts'
import { inTransaction } from '#platform/db/transaction.ts'
import { anybody, as, done } from '#test/as.ts'
import { product } from '#test/product.ts'
import { race } from '#test/race.ts'
import { makeCompany } from '#test/world.ts'
import { addPerformer, linkIn, makeStaff } from '#test/world/people.ts'

test('PPL-10 PPL-11 S21: a performer comes in by his link, without a password; looking at it signs nobody in', async () => {
  const company = await makeCompany()
  const manager = await makeStaff(company)
  const { id: member_id, name } = await addPerformer(company)
  const { url } = await done(manager, people.makePersonalLink, { member_id })
  assert.match(url, /^http.*\/l\/[0-9a-f-]{36}\.[\w-]{32}$/)
  const [phone, link] = [anybody(), linkIn(url)]

  const seen = await done(phone, people.lookAtPersonalLink, { link })
  assert.deepEqual([seen.member, seen.company.id], [{ id: member_id, name }, company.id])
  assert.equal(phone.cookies.size, 0)
  assert.equal((await as(phone, people.getMe, {})).status, 401)

  const used = await done(phone, people.usePersonalLink, { link })
  assert.deepEqual(used.member, { id: member_id, name })
  const me = await done(phone, people.getMe, {})
  assert.deepEqual([me.member?.id, me.member?.role, me.member?.rights], [member_id, 'performer', ['site_contact.read']])
  assert.deepEqual([me.user.email, me.companies.map(({ id }) => id)], [null, [company.id]])
  assert.equal((await done(manager, people.getMember, { member_id })).state, 'active')
})

test('PPL-11: the link works again on another phone, for the same person, and each use is told', async () => {
  const company = await makeCompany()
  const { id: member_id } = await addPerformer(company)
  const { url } = await done(company.owner, people.makePersonalLink, { member_id })
  const phones = [anybody(), anybody(), anybody(), anybody()]

  const replies = await race(4, (n) => as(phones[n]!, people.usePersonalLink, { link: linkIn(url) }))

  assert.deepEqual(
    replies.map(({ status }) => status),
    [200, 200, 200, 200],
  )
  const users = await Promise.all(phones.map(async (phone) => (await done(phone, people.getMe, {})).user.id))
  assert.equal(new Set(users).size, 1)
  assert.equal(await timesTold(company.id, 'member.link_used', member_id), 4)
})

test('PPL-11: many who come in at the same moment do not wait for each other for ever', async () => {
  const company = await makeCompany()
  const members = await Promise.all(Array.from({ length: 24 }, () => addPerformer(company)))
  const links = await Promise.all(
    members.map(async ({ id }) => linkIn((await done(company.owner, people.makePersonalLink, { member_id: id })).url)),
  )

  const replies = await race(24, (n) => as(anybody(), people.usePersonalLink, { link: links[n]! }))

  assert.deepEqual(new Set(replies.map(({ status }) => status)), new Set([200]))
})

test('PPL-10: a new link makes the earlier ones stop working; a forged one never worked', async () => {
  const company = await makeCompany()
  const { id: member_id } = await addPerformer(company)
  const first = linkIn((await done(company.owner, people.makePersonalLink, { member_id })).url)
  const second = linkIn((await done(company.owner, people.makePersonalLink, { member_id })).url)
  const forged = `${second.split('.')[0]}.${first.split('.')[1]}`

  for (const link of [first, forged, 'нет', second.split('.')[0]!])
    for (const at of [people.lookAtPersonalLink, people.usePersonalLink]) {
      const { status, body } = await as(anybody(), at, { link })
      assert.deepEqual([status, body.code], [404, 'link.missing'])
    }
  assert.equal((await as(anybody(), people.usePersonalLink, { link: second })).status, 200)
})

test('PPL-10: only performers have a link, and only those who lead performers make one', async () => {
  const company = await makeCompany()
  const [manager, accountant] = [await makeStaff(company), await makeStaff(company, 'accountant')]
  const performer = await addPerformer(company)

  const of_staff = await as(company.owner, people.makePersonalLink, { member_id: manager.id })
  assert.deepEqual([of_staff.status, of_staff.body.code], [409, 'member.has_no_link'])
  const by_accountant = await as(accountant, people.makePersonalLink, { member_id: performer.id })
  assert.deepEqual([by_accountant.status, by_accountant.body.code], [403, 'performer.not_yours'])
})

async function timesTold(company_id: string, name: string, subject_id: string): Promise<number> {
  const { process } = await product()
  const eyes = { kind: 'system', company_id, subject_id: null, only_order_id: null } as const
  const rows = await inTransaction(process.doorway, eyes, {
    read_only: true,
    run: (db) =>
      db
        .selectFrom('events')
        .select('actor_id')
        .where('name', '=', name)
        .where('subject_id', '=', subject_id)
        .execute(),
  })
  assert.ok(rows.every(({ actor_id }) => actor_id === subject_id))
  return rows.length
}
