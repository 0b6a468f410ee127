import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as roles from '#contract/access/roles.ts'
import { beginViewing, endViewing } from '#contract/access/viewing.ts'
import { getMemberTimeline } from '#contract/history.ts'
import { listOffers } from '#contract/invitations.ts'
import * as orders from '#contract/orders.ts'
import * as people from '#contract/people.ts'
import { as, done } from '#test/as.ts'
import { type Company, makeCompany, makeUser } from '#test/world.ts'
import { makeOrder } from '#test/world/orders.ts'
import { giveOwnRole, linkIn, makeStaff } from '#test/world/people.ts'

const make = (company: Company, rights: string[], name = 'Диспетчер') =>
  done(company.owner, roles.makeRole, { name, role: 'member', rights })

const accept = async (url: string) => {
  const user = await makeUser('Вера Олешко')
  return { user, answer: await as(user, people.acceptInvitation, { link: linkIn(url) }) }
}

test('PPL-12 RGT-8: a role of the company is offered in an invitation, named to whom it is sent, and held by who comes', async () => {
  const company = await makeCompany()
  const { owner } = company
  const order = await makeOrder(owner)
  const { role_id } = await make(company, ['orders.all', 'tasks.give'])
  const offers = (await done(owner, listOffers, {})).rows
  assert.deepEqual(
    offers.filter((one) => one.role_id !== null),
    [{ role: 'member', role_id, name: 'Диспетчер', leads_pools: true }],
  )

  const { invitation, url } = await done(owner, people.invite, { role_id: role_id!, name: 'Вера' })
  assert.deepEqual([invitation.role, invitation.role_name], ['member', 'Диспетчер'])
  const looked = await done(await makeUser(), people.lookAtInvitation, { link: linkIn(url) })
  assert.equal(looked.role_name, 'Диспетчер')
  const { user, answer } = await accept(url)
  assert.deepEqual([answer.status, answer.body.member?.role_name], [200, 'Диспетчер'])
  assert.deepEqual(
    (await done(user, orders.listOrders, {})).rows.map(({ id }) => id),
    [order.id],
  )
})

test('PPL-12 RGT-9: nobody offers a role of the company with a right that he has not, nor one that was put away', async () => {
  const company = await makeCompany()
  const { owner } = company
  const olga = await makeStaff(company, 'manager', 'Ольга')
  const above = await make(company, ['mail.read'], 'Почта')
  const refused = await as(olga, people.invite, { role_id: above.role_id! })
  assert.deepEqual([refused.status, refused.body.code], [403, 'invitation.role_above'])
  assert.ok(!(await done(olga, listOffers, {})).rows.some(({ role_id }) => role_id === above.role_id))
  const both = await as(owner, people.invite, { role_id: above.role_id!, role: 'member' })
  assert.deepEqual([both.status, both.body.errors?.[0]?.code], [422, 'roles.one_of'])

  await done(owner, roles.archiveRole, { role_id: above.role_id! })
  const gone = await as(owner, people.invite, { role_id: above.role_id! })
  assert.equal(gone.body.code, 'roles.archived')
})

test('RGT-11: a role that somebody is invited with is put away with its successor only, which he then comes with', async () => {
  const company = await makeCompany()
  const { owner } = company
  const { role_id } = await make(company, ['orders.all'])
  const { url } = await done(owner, people.invite, { role_id: role_id! })
  const alone = await as(owner, roles.archiveRole, { role_id: role_id! })
  assert.deepEqual([alone.status, alone.body.code], [409, 'roles.in_use'])

  await done(owner, roles.archiveRole, { role_id: role_id!, to_role: 'accountant' })
  const { answer } = await accept(url)
  assert.deepEqual([answer.body.member?.role, answer.body.member?.role_name], ['accountant', null])
})

test('VIEW-1 RGT-8: the owner looks with the eyes of a role of the company; the history calls it by its name', async () => {
  const company = await makeCompany()
  const { owner } = company
  const order = await makeOrder(await makeStaff(company, 'manager'))
  const seen = async () => (await done(owner, orders.listOrders, {})).rows.map(({ id }) => id)
  const { role_id } = await make(company, [])
  await done(owner, beginViewing, { role_id: role_id! })
  const me = await done(owner, people.getMe, {})
  assert.deepEqual(
    [me.member?.role_name, me.member?.rights.includes('orders.all'), me.viewing?.of],
    ['Диспетчер', false, null],
  )
  assert.deepEqual(await seen(), [])

  await done(owner, endViewing, {})
  assert.deepEqual(await seen(), [order.id])
  const { rows } = await done(owner, getMemberTimeline, { member_id: owner.id })
  const told = rows.filter(({ name }) => name.startsWith('member.viewing'))
  assert.deepEqual(
    told.map(({ facts }) => [facts['role'], facts['role_name']]),
    Array(2).fill(['own', 'Диспетчер']),
  )
})

test('VIEW-2 RGT-9: with the eyes of a role that has more than he nobody looks', async () => {
  const company = await makeCompany()
  const vera = await makeStaff(company, 'member', 'Вера')
  const above = await make(company, ['mail.read'], 'Почта')
  const own = ['people.view_as', 'orders.all', 'money.read']
  await giveOwnRole(company, vera.id, own, 'Ревизор')
  const refused = await as(vera, beginViewing, { role_id: above.role_id! })
  assert.deepEqual([refused.status, refused.body.code], [403, 'viewing.above'])
})
