import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as orders from '#contract/orders.ts'
import * as tasks from '#contract/tasks.ts'
import { as, done } from '#test/as.ts'
import { race } from '#test/race.ts'
import { makeCompany } from '#test/world.ts'
import { eventsOf, makeOrder, makeSentOrder } from '#test/world/orders.ts'
import { addPerformer, makePerformer } from '#test/world/people.ts'

const [START, END] = ['2031-03-10T09:00:00.000Z', '2031-03-10T13:00:00.000Z']

test('ORD-5 S36 S44 S32: a task for both brings place, time and number along; the demand shows two of two', async () => {
  const company = await makeCompany()
  const { owner } = company
  const [pavel, igor] = [
    await addPerformer(company, { name: 'Павел Жук' }),
    await addPerformer(company, { name: 'Игорь Лисовский' }),
  ]
  const demands = [{ speciality: 'Электрики', people: 2, starts_at: START, ends_at: END }]
  const order = await makeOrder(owner, { demands })
  const demand_id = order.demands[0]?.id ?? ''

  const given = { order_id: order.id, demand_id, title: 'Монтаж короба', assignee_ids: [pavel.id, igor.id] }
  const { status, body: task } = await as(owner, orders.giveTask, given)

  assert.equal(status, 200)
  assert.deepEqual(
    [task.reference, task.place, task.site_id],
    [`№ ${order.number}`, order.site?.address, order.site?.id],
  )
  assert.deepEqual([task.starts_at, task.ends_at, task.curator.id], [START, END, owner.id])
  const after = await done(owner, orders.getOrder, { order_id: order.id })
  assert.deepEqual([after.phase, after.demands[0]?.filled, after.tasks[0]?.demand_id], ['work', 2, demand_id])
  assert.deepEqual(
    after.tasks[0]?.assignees.map(({ state }) => state),
    ['new', 'new'],
  )
  const told = await eventsOf(company, order.id)
  assert.deepEqual(
    told.map(({ name }) => name),
    ['order.created', 'order.task_given', 'order.moved'],
  )
  const { task_number, people, names } = told[1]!.facts as Record<string, unknown>
  assert.deepEqual(
    [task_number, people, String(names).split(', ').sort()],
    [task.number, 2, ['Игорь Лисовский', 'Павел Жук']],
  )
})

test('ORD-5: of one person on two tasks of a demand, of one who declined and of a cancelled task only the first counts', async () => {
  const company = await makeCompany()
  const { owner } = company
  const [pavel, igor, oleg] = [await makePerformer(company), await makePerformer(company), await makePerformer(company)]
  const order = await makeOrder(owner, { demands: [{ speciality: 'Электрики', people: 3 }] })
  const of = { order_id: order.id, demand_id: order.demands[0]?.id ?? '' }
  await done(owner, orders.giveTask, { ...of, title: 'Первая', assignee_ids: [pavel.id] })
  const second = await done(owner, orders.giveTask, { ...of, title: 'Вторая', assignee_ids: [pavel.id, igor.id] })
  const third = await done(owner, orders.giveTask, { ...of, title: 'Третья', assignee_ids: [oleg.id] })

  await done(igor, tasks.declineTask, { task_id: second.id, reason: 'занят' })
  await done(owner, tasks.cancelTask, { task_id: third.id, reason: 'лишняя' })

  const { demands } = await done(owner, orders.getOrder, { order_id: order.id })
  assert.deepEqual([demands[0]?.filled, demands[0]?.people], [1, 3])
})

test('ORD-5: what was agreed gives the time when the demand does not; the deadline ends it on the same day only', async () => {
  const company = await makeCompany()
  const performer = await addPerformer(company)
  const give = { title: 'Монтаж', assignee_ids: [performer.id] }
  for (const [due_at, ends_at] of [
    [END, END],
    ['2031-03-12T13:00:00.000Z', null],
  ] as const) {
    const { id: order_id } = await makeOrder(company.owner)
    await done(company.owner, orders.agree, { order_id, starts_at: START, due_at })
    const task = await done(company.owner, orders.giveTask, { order_id, ...give })
    assert.deepEqual([task.starts_at, task.ends_at], [START, ends_at])
  }
})

test('ORD-5: a customer must be known, and work that he looks at or has accepted gets no more tasks', async () => {
  const company = await makeCompany()
  const { owner } = company
  const performer = await addPerformer(company)
  const give = { title: 'Монтаж', assignee_ids: [performer.id] }
  const bare = await done(owner, orders.createOrder, { request: 'нет воды' })
  const refused = async (order_id: string, more: object = {}) => {
    const { status, body } = await as(owner, orders.giveTask, { order_id, ...give, ...more })
    return [status, body.code]
  }
  assert.deepEqual(await refused(bare.id), [409, 'order.counterparty_unknown'])
  const { order } = await makeSentOrder(company)
  assert.deepEqual(await refused(order.id), [409, 'order.at_acceptance'])
  await done(owner, orders.recordDecision, { order_id: order.id, decision: 'accepted', proof: 'звонок' })
  assert.deepEqual(await refused(order.id), [409, 'order.accepted_already'])
  const other = await makeOrder(owner, { demands: [{ speciality: 'Электрики', people: 1 }] })
  const mine = await makeOrder(owner)
  assert.deepEqual(await refused(mine.id, { demand_id: other.demands[0]?.id }), [404, 'demand.missing'])
})

test('ORD-5: two first tasks at once take the order into work once', async () => {
  const company = await makeCompany()
  const performer = await addPerformer(company)
  const { id: order_id } = await makeOrder(company.owner)
  const give = { order_id, title: 'Монтаж', assignee_ids: [performer.id] }

  await race(
    2,
    () => done(company.owner, orders.giveTask, give),
    () => done(company.owner, orders.getOrder, { order_id }),
  )

  const told = await eventsOf(company, order_id)
  assert.equal(told.filter(({ name }) => name === 'order.moved').length, 1)
  assert.equal((await done(company.owner, orders.getOrder, { order_id })).tasks.length, 2)
})

test('ORD-5 S32: demands are set anew: known ones keep their people, missing ones go, foreign ones are refused', async () => {
  const company = await makeCompany()
  const { owner } = company
  const performer = await addPerformer(company)
  const wanted = [
    { speciality: 'Электрики', people: 1 },
    { speciality: 'Сантехники', people: 2 },
  ]
  const order = await makeOrder(owner, { demands: wanted })
  const order_id = order.id
  const [kept, gone] = order.demands
  for (const demand of [kept, gone])
    await done(owner, orders.giveTask, {
      order_id,
      demand_id: demand?.id ?? '',
      title: 'Монтаж',
      assignee_ids: [performer.id],
    })

  const demands = [
    { id: kept?.id ?? '', speciality: 'Электрики', people: 2 },
    { speciality: 'Клининг', people: 1 },
  ]
  const after = await done(owner, orders.setDemands, { order_id, demands })

  assert.deepEqual(
    after.demands.map(({ speciality, people, filled }) => [speciality.name, people, filled]),
    [
      ['Электрики', 2, 1],
      ['Клининг', 1, 0],
    ],
  )
  assert.deepEqual(
    after.tasks.map(({ demand_id }) => demand_id),
    [kept?.id, null],
  )
  const other = await makeOrder(owner, { demands: wanted })
  const foreign = [{ id: other.demands[0]?.id ?? '', speciality: 'Электрики', people: 1 }]
  const { status, body } = await as(owner, orders.setDemands, { order_id, demands: foreign })
  assert.deepEqual([status, body.code], [404, 'demand.missing'])
})
