import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listOutgoingMails } from '#contract/outgoing-mails.ts'
import { changeCompany } from '#contract/people.ts'
import { setWatcher } from '#contract/order-watchers.ts'
import * as orders from '#contract/orders.ts'
import * as tasks from '#contract/tasks.ts'
import { as, done } from '#test/as.ts'
import { makeCompany } from '#test/world.ts'
import { eventsOf, makeOrder } from '#test/world/orders.ts'
import { makePerformer, makeStaff } from '#test/world/people.ts'

test('ORD-17 RGT-1: who is added as a watcher sees the order and its tasks, is told, and leads nothing', async () => {
  const company = await makeCompany()
  const { owner } = company
  const vera = await makeStaff(company, 'member', 'Вера Олешко')
  const { id: order_id, number } = await makeOrder(owner)
  const { id: task_id } = await done(owner, orders.giveTask, { order_id, title: 'Щит', assignee_ids: [] })
  const one = { order_id, member_id: vera.id }
  assert.equal((await as(vera, orders.getOrder, { order_id })).status, 404)

  const said = await done(owner, setWatcher, { ...one, watches: true })
  assert.deepEqual(said.watchers, [{ id: vera.id, name: 'Вера Олешко' }])
  await done(owner, setWatcher, { ...one, watches: true })

  const card = await done(vera, orders.getOrder, { order_id })
  assert.deepEqual([card.watchers.length, card.tasks.length, card.can.change?.code], [1, 1, 'order.not_yours'])
  assert.equal((await done(vera, tasks.getTask, { task_id })).can.change?.code, 'task.managers_only')
  const { rows } = await done(owner, listOutgoingMails, {})
  const letters = rows.filter(({ subject }) => subject === `Заказ № ${number}: вы наблюдатель`)
  assert.equal(letters.length, 1)
  const other = await as(vera, setWatcher, { order_id, member_id: owner.id, watches: true })
  assert.deepEqual([other.status, other.body.code], [403, 'order.not_yours'])

  assert.deepEqual((await done(vera, setWatcher, { ...one, watches: false })).watchers, [])
  assert.equal((await as(vera, orders.getOrder, { order_id })).status, 404)
  const told = (await eventsOf(company, order_id)).map(({ name }) => name).filter((name) => name.includes('watcher'))
  assert.deepEqual(told, ['order.watcher_added', 'order.watcher_removed'])
})

test('ORD-17: only staff who work here watch', async () => {
  const company = await makeCompany()
  const { id: order_id } = await makeOrder(company.owner)
  const performer = await makePerformer(company)
  const { status, body } = await as(company.owner, setWatcher, { order_id, member_id: performer.id, watches: true })
  assert.deepEqual([status, body.code], [404, 'member.missing'])
})

test('ORD-17: who gives an order away beyond his sight keeps watching it, and leads it no more', async () => {
  const company = await makeCompany()
  const olga = await makeStaff(company, 'manager', 'Ольга')
  await done(company.owner, changeCompany, { orders_open: false })
  const responsible_id = company.owner.id

  const made = await makeOrder(olga, { responsible_id })
  assert.deepEqual(
    (await done(olga, orders.getOrder, { order_id: made.id })).watchers.map(({ id }) => id),
    [olga.id],
  )
  const { id: order_id } = await makeOrder(olga)
  const given = await done(olga, orders.changeOrder, { order_id, responsible_id })
  assert.deepEqual([given.watchers.map(({ id }) => id), given.can.change?.code], [[olga.id], 'order.not_yours'])
})
