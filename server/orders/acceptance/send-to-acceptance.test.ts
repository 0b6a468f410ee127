import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as counterparties from '#contract/counterparties.ts'
import * as orders from '#contract/orders.ts'
import { listOutgoingMails } from '#contract/outgoing-mails.ts'
import * as tasks from '#contract/tasks.ts'
import { as, done } from '#test/as.ts'
import { race } from '#test/race.ts'
import { makeCompany } from '#test/world.ts'
import { closeTaskOf, makeOrder, makeSentOrder, stageOf } from '#test/world/orders.ts'
import { makePerformer } from '#test/world/people.ts'

test('ORD-7 S49: while a task is open its name stands in the refusal, at the button and on the board', async () => {
  const company = await makeCompany()
  const { owner } = company
  const performer = await makePerformer(company)
  const { id: order_id } = await makeOrder(owner)
  const empty = await as(owner, orders.sendToAcceptance, { order_id })
  assert.deepEqual([empty.status, empty.body.code], [409, 'order.nothing_done'])
  const task = await done(owner, orders.giveTask, { order_id, title: 'Осмотр', assignee_ids: [performer.id] })

  const { status, body } = await as(owner, orders.sendToAcceptance, { order_id })

  const open = [{ id: task.id, number: task.number, title: 'Осмотр' }]
  assert.deepEqual(
    [status, body.code, body.facts],
    [409, 'order.tasks_open', { count: 1, numbers: `№ ${task.number}`, tasks: open }],
  )
  const order = await done(owner, orders.getOrder, { order_id })
  assert.deepEqual(order.can.send_to_acceptance?.facts, body.facts)
  const stage = await stageOf(owner, 'acceptance')
  const dragged = await as(owner, orders.moveOrder, { order_id, stage_id: stage })
  assert.deepEqual([dragged.status, dragged.body.code, dragged.body.facts], [409, 'order.tasks_open', body.facts])
})

test('ORD-7 S49: cancelled tasks do not stand in the way, but alone they are no work', async () => {
  const company = await makeCompany()
  const { owner } = company
  const performer = await makePerformer(company)
  const order = await makeOrder(owner)
  const { id: task_id } = await done(owner, orders.giveTask, {
    order_id: order.id,
    title: 'Лишняя',
    assignee_ids: [performer.id],
  })
  await done(owner, tasks.cancelTask, { task_id, reason: 'не нужна' })
  const nothing = await as(owner, orders.sendToAcceptance, { order_id: order.id })
  assert.deepEqual([nothing.status, nothing.body.code], [409, 'order.nothing_done'])
  await closeTaskOf(owner, order, { performer })

  const { status, body } = await as(owner, orders.sendToAcceptance, { order_id: order.id })

  assert.equal(status, 200)
  assert.deepEqual(
    [body.order.phase, body.order.rounds[0]?.number, body.order.rounds[0]?.summary],
    ['acceptance', 1, 'Монтаж и подключение'],
  )
  assert.match(body.url, /\/z\/[0-9a-f-]{36}\.[\w-]{32}$/)
})

test('ORD-7: everything ready, dragging to acceptance asks for the button instead', async () => {
  const company = await makeCompany()
  const performer = await makePerformer(company)
  const order = await makeOrder(company.owner)
  await closeTaskOf(company.owner, order, { performer })

  const stage_id = await stageOf(company.owner, 'acceptance')
  const { status, body } = await as(company.owner, orders.moveOrder, { order_id: order.id, stage_id })

  assert.deepEqual([status, body.code], [409, 'order.send_instead'])
})

test('ORD-7: of many sendings at once there is one round', async () => {
  const company = await makeCompany()
  const performer = await makePerformer(company)
  const order = await makeOrder(company.owner)
  await closeTaskOf(company.owner, order, { performer })

  const replies = await race(5, () => as(company.owner, orders.sendToAcceptance, { order_id: order.id }))

  assert.deepEqual(
    replies.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 409, 409, 409, 409],
  )
  const codes = replies.filter(({ status }) => status === 409).map(({ body }) => body.code)
  assert.deepEqual([...new Set(codes)], ['order.at_acceptance'])
  assert.equal((await done(company.owner, orders.getOrder, { order_id: order.id })).rounds.length, 1)
})

test('ORD-7 S50: a contact with an address gets a letter with the link, which waits in the outbox', async () => {
  const company = await makeCompany()
  const { owner } = company
  const performer = await makePerformer(company)
  const order = await makeOrder(owner)
  const counterparty_id = order.counterparty?.id ?? ''
  const email = 'marina@example.test'
  const contact = { counterparty_id, name: 'Марина Ковалевич', email }
  const { id: contact_id } = await done(owner, counterparties.addContact, contact)
  await closeTaskOf(owner, order, { performer })

  const sent = await done(owner, orders.sendToAcceptance, { order_id: order.id, contact_id, summary: 'Короб светится' })

  assert.equal(sent.mailed_to, email)
  const { rows } = await done(owner, listOutgoingMails, {})
  assert.equal(rows[0]?.recipient, email)
  assert.ok(rows[0]?.body.includes(sent.url))
  assert.match(rows[0]?.subject ?? '', /№ 1/)
  const other = await makeOrder(owner)
  await closeTaskOf(owner, other, { performer })
  const strange = await as(owner, orders.sendToAcceptance, { order_id: other.id, contact_id })
  assert.deepEqual([strange.status, strange.body.code], [422, 'order.contact_of_other'])
})

test('ORD-7: photos of other orders cannot be shown, and the result is looked over first', async () => {
  const company = await makeCompany()
  const performer = await makePerformer(company, { specialities: ['Электрики', 'Слаботочка'] })
  const order = await makeOrder(company.owner)
  await closeTaskOf(company.owner, order, { performer, title: 'Закрепить короб' })
  await closeTaskOf(company.owner, order, { performer, title: 'Проверить нагрев' })

  const result = await done(company.owner, orders.getResult, { order_id: order.id })

  assert.equal(result.summary, 'Закрепить короб\nПроверить нагрев')
  assert.deepEqual(result.workers, [{ member: { id: performer.id, name: performer.name }, trade: 'Слаботочка' }])
  const wrong = await as(company.owner, orders.sendToAcceptance, { order_id: order.id, photo_ids: [order.id] })
  assert.deepEqual([wrong.status, wrong.body.code], [422, 'order.photo_not_of_order'])
})

test('ORD-13: a new link for the customer ends the earlier ones', async () => {
  const company = await makeCompany()
  const { order } = await makeSentOrder(company)

  const { status, body } = await as(company.owner, orders.makeCustomerLink, { order_id: order.id })

  assert.equal(status, 200)
  assert.match(body.url, /\/z\//)
})

test('an order of another company is not there to be sent', async () => {
  const [ours, theirs] = [await makeCompany(), await makeCompany()]
  const { order } = await makeSentOrder(theirs)
  for (const at of [orders.sendToAcceptance, orders.makeCustomerLink, orders.getResult] as const) {
    const { status, body } = await as(ours.owner, at, { order_id: order.id })
    assert.deepEqual([status, body.code], [404, 'order.missing'])
  }
})
