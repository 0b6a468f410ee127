import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as history from '#contract/history.ts'
import * as contract from '#contract/leaving.ts'
import * as orders from '#contract/orders.ts'
import * as people from '#contract/people.ts'
import * as tasks from '#contract/tasks.ts'
import * as tree from '#contract/tree.ts'
import { account, anybody, as, done, type Person } from '#test/as.ts'
import { product } from '#test/product.ts'
import { makeCompany } from '#test/world.ts'
import { inside } from '#test/world/inside.ts'
import { handing } from '#test/world/leaving.ts'
import { makeOrder } from '#test/world/orders.ts'
import { addPerformer, freshPhone, linkIn, makePerformer, makeStaff, type Staff } from '#test/world/people.ts'
import { makeTaskAtWork, minskDay } from '#test/world/tasks.ts'
import { lookAgain } from './look-again.ts'

async function letGo(by: Person, member_id: string) {
  const preview = await done(by, contract.previewLeaving, { member_id })
  return done(by, contract.leave, { member_id, held: handing(preview) })
}

test('LEAVE-7 PPL-14: one of the staff who is invited again is the same person, with his past', async () => {
  const company = await makeCompany()
  const { owner } = company
  const manager = await makeStaff(company)
  const order = await makeOrder(manager, { request: 'Нет света' })
  await done(manager, people.changeMember, { member_id: manager.id, phone: '+375291234567' })
  await letGo(owner, manager.id)
  const other = await makeStaff(company, 'member', 'Новый Человек')
  await done(other, people.changeMember, { member_id: other.id, phone: '+375291234567' })

  const { url } = await done(owner, people.invite, { role: 'accountant' })
  const me = await done(await signedInAgain(manager), people.acceptInvitation, { link: linkIn(url) })

  assert.deepEqual([me.member?.id, me.member?.role], [manager.id, 'accountant'])
  const now = await done(owner, people.getMember, { member_id: manager.id })
  assert.deepEqual([now.state, now.out_since, now.phone, now.head?.id], ['active', null, null, owner.id])
  const { rows } = await done(owner, history.getOrderTimeline, { order_id: order.id })
  assert.ok(rows.some(({ name, actor }) => name === 'order.created' && actor?.id === manager.id))
  const { placements } = await done(owner, tree.getHeads, { member_id: manager.id })
  assert.deepEqual(
    placements.map(({ to_at }) => to_at === null),
    [true, false],
  )
})

/** His sessions were ended: he signs in anew. */
async function signedInAgain({ email, password }: Staff): Promise<Person> {
  const browser = anybody()
  assert.equal((await account(browser, '/sign-in/email', { email, password })).status, 200)
  return browser
}

test('LEAVE-7 PPL-5: a performer added again with his name and phone is the same person, with his hours', async () => {
  const company = await makeCompany()
  const manager = await makeStaff(company)
  const phone = freshPhone()
  const performer = await makePerformer(company, { name: 'Иван Мороз', phone })
  const task = await makeTaskAtWork(manager, [performer])
  await done(performer, tasks.logTime, { task_id: task.id, day: minskDay(), minutes: 45 })
  await letGo(manager, performer.id)

  const back = await done(manager, people.addPerformer, { name: 'Мороз Иван', phone, specialities: ['Сантехники'] })

  assert.deepEqual([back.id, back.state, back.head?.id], [performer.id, 'invited', manager.id])
  assert.deepEqual(
    back.specialities.map(({ name }) => name),
    ['Сантехники'],
  )
  const again = await done(manager, tasks.getTask, { task_id: task.id })
  assert.equal(again.time_entries[0]?.member.id, back.id)
  const { url } = await done(manager, people.makePersonalLink, { member_id: back.id })
  assert.equal((await done(anybody(), people.usePersonalLink, { link: linkIn(url) })).member.id, performer.id)
})

test('LEAVE-7: another person with the same phone is another; who left is taken back while his phone is free', async () => {
  const company = await makeCompany()
  const { owner } = company
  const phone = freshPhone()
  const first = await addPerformer(company, { name: 'Иван Мороз', phone })
  await letGo(owner, first.id)
  const second = await addPerformer(company, { name: 'Пётр Снег', phone })
  assert.notEqual(second.id, first.id)

  const taken = await as(owner, contract.takeBack, { member_id: first.id })
  assert.deepEqual(
    [taken.status, taken.body.code, taken.body.facts?.['name']],
    [422, 'member.phone_taken', 'Пётр Снег'],
  )
  await letGo(owner, second.id)
  await done(owner, contract.takeBack, { member_id: first.id })
  assert.equal((await done(owner, people.getMember, { member_id: first.id })).state, 'invited')
  const here = await as(owner, contract.takeBack, { member_id: first.id })
  assert.deepEqual([here.status, here.body.code], [409, 'leaving.works_here'])

  const clerk = await makeStaff(company, 'accountant')
  await letGo(owner, clerk.id)
  const staff = await as(owner, contract.takeBack, { member_id: clerk.id })
  assert.deepEqual([staff.status, staff.body.code], [409, 'leaving.invite_again'])
})

test('ACC-2 LEAVE-4: who has left is read and not changed, and is chosen nowhere', async () => {
  const company = await makeCompany()
  const { owner } = company
  const [manager, performer] = [await makeStaff(company), await addPerformer(company)]
  await letGo(owner, manager.id)
  await letGo(owner, performer.id)

  for (const member_id of [manager.id, performer.id]) {
    const seen = await done(owner, people.getMember, { member_id })
    assert.equal(seen.state, 'left')
    assert.deepEqual([seen.can.change?.code, seen.can.rate?.code], ['member.left', 'member.left'])
    assert.equal((await as(owner, people.changeMember, { member_id, name: 'Кто-то' })).status, 404)
  }
  const working = await done(owner, people.listMembers, {})
  assert.deepEqual(
    working.rows.map(({ id }) => id),
    [owner.id],
  )
  const gone = await done(owner, people.listMembers, { left: true, kind: 'performer' })
  assert.deepEqual(
    gone.rows.map(({ id }) => id),
    [performer.id],
  )
})

test('LEAVE-2: what he began at that very moment goes over a minute later', async () => {
  const company = await makeCompany()
  const { owner } = company
  const [heir, manager] = [await makeStaff(company, 'manager', 'Анна'), await makeStaff(company)]
  const order = await makeOrder(owner)
  const performer = await makePerformer(company)
  const task = await makeTaskAtWork(owner, [performer])
  await letGo(owner, manager.id)
  // As a request of his leaves it that was on its way.
  await inside(company, async ({ db }) => {
    await db.updateTable('orders').set({ responsible_id: manager.id }).where('id', '=', order.id).execute()
    await db.updateTable('tasks').set({ curator_id: manager.id }).where('id', '=', task.id).execute()
  })

  const heirs = [{ group: 'orders' as const, to_id: heir.id }]
  const payload = { member_id: manager.id, by_id: owner.id, heirs }
  await inside(company, (ctx) => lookAgain.run(ctx, payload))

  assert.equal((await done(owner, orders.getOrder, { order_id: order.id })).responsible.id, heir.id)
  assert.equal((await done(owner, tasks.getTask, { task_id: task.id })).curator.id, owner.id)
  const queued = await inside(company, async () => {
    const { process } = await product()
    return process.doorway.pool.unsafe(
      `select task_identifier from graphile_worker.jobs where task_identifier = 'leaving:look_again'`,
    )
  })
  assert.ok(queued.length > 0)
})
