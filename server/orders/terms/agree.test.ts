import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as orders from '#contract/orders.ts'
import { listCandidates } from '#contract/staffing/choosing.ts'
import { as, done } from '#test/as.ts'
import { queriesOf } from '#test/queries.ts'
import { race } from '#test/race.ts'
import { makeCompany } from '#test/world.ts'
import { eventsOf, makeOrder } from '#test/world/orders.ts'
import { makeStaff } from '#test/world/people.ts'

const [START, DUE, LATER] = ['2026-03-10T09:00:00.000Z', '2026-03-10T13:00:00.000Z', '2026-03-10T15:00:00.000Z']

test('ORD-4 S41: a change of the terms is a new version; the earlier one stays, with who and when', async () => {
  const company = await makeCompany()
  const { owner } = company
  const pavel = await makeStaff(company, 'manager', 'Павел Рудак')
  const { id: order_id } = await makeOrder(owner)

  const terms = {
    starts_at: START,
    due_at: DUE,
    price_model: 'fixed',
    price: '180000',
    scope: 'Подключить короб',
  } as const
  const first = await done(owner, orders.agree, { order_id, ...terms })
  const second = await done(pavel, orders.agree, { order_id, price: '186000', due_at: '2026-03-10T18:00:00+03:00' })

  assert.deepEqual(
    [first.phase, first.due_at, first.agreement?.version, first.agreement?.vat_rate],
    ['agreement', DUE, 1, 20],
  )
  assert.deepEqual(
    second.agreements.map(({ version, price, due_at, made_by }) => [version, price, due_at, made_by.name]),
    [
      [1, '180000', DUE, 'Владелец'],
      [2, '186000', LATER, 'Павел Рудак'],
    ],
  )
  assert.deepEqual(
    [second.agreement?.scope, second.agreement?.starts_at, second.due_at, second.money?.amount],
    ['Подключить короб', START, LATER, '186000'],
  )
  const told = await eventsOf(company, order_id)
  assert.deepEqual(
    told.map(({ name }) => name),
    ['order.created', 'order.agreed', 'order.priced', 'order.moved', 'order.agreed', 'order.priced'],
  )
  const of = { number: 1, title: 'Подключить световой короб', version: 2 }
  assert.deepEqual(
    [told[4]?.facts, told[5]?.facts],
    [
      { ...of, changed: { due_at: { from: DUE, to: LATER } } },
      { ...of, currency: 'BYN', changed: { price: { from: '180000', to: '186000' } } },
    ],
  )
  const { from_phase, to_phase, why } = told[3]!.facts as Record<string, string>
  assert.deepEqual([from_phase, to_phase, why], ['new', 'agreement', 'agreed'])
})

test('ORD-4: without a known customer the terms are kept and the order stays new', async () => {
  const { owner } = await makeCompany()
  const { id: order_id } = await done(owner, orders.createOrder, { request: 'нет воды' })

  const order = await done(owner, orders.agree, { order_id, due_at: DUE })

  assert.deepEqual([order.phase, order.due_at, order.next_step], ['new', DUE, 'set_counterparty'])
})

test('ORD-4: terms that make no sense are refused at their field', async () => {
  const { owner } = await makeCompany()
  const { id: order_id } = await makeOrder(owner)
  const refused = async (terms: object) => {
    const { status, body } = await as(owner, orders.agree, { order_id, ...terms })
    return [status, body.code, body.errors?.[0]?.path]
  }

  assert.deepEqual(await refused({ price_model: 'fixed' }), [422, 'agreement.price_required', 'price'])
  assert.deepEqual(await refused({ price: '100' }), [422, 'agreement.price_model_required', 'price_model'])
  assert.deepEqual(await refused({ price_model: 'fixed', price: '-1' }), [422, 'agreement.price_negative', 'price'])
  assert.deepEqual(await refused({ starts_at: DUE, due_at: START }), [422, 'agreement.due_before_start', 'due_at'])
  assert.deepEqual((await done(owner, orders.getOrder, { order_id })).agreements, [])
})

test('ORD-4: of many agreements at once each is a version of its own', async () => {
  const { owner } = await makeCompany()
  const { id: order_id } = await makeOrder(owner)

  await race(
    5,
    (n) => done(owner, orders.agree, { order_id, price_model: 'fixed', price: String(100 + n) }),
    () => done(owner, orders.getOrder, { order_id }),
  )

  const { agreements } = await done(owner, orders.getOrder, { order_id })
  assert.deepEqual(
    agreements.map(({ version }) => version),
    [1, 2, 3, 4, 5],
  )
})

test('two people who change one order are told, and nobody overwrites the other', async () => {
  const { owner } = await makeCompany()
  const { id: order_id, version } = await makeOrder(owner)
  await done(owner, orders.changeOrder, { order_id, title: 'Первый' })

  const { status, body } = await as(owner, orders.changeOrder, { order_id, title: 'Второй' }, { if_match: version })

  assert.deepEqual([status, body.code], [412, 'version.stale'])
  assert.equal((body.facts!['current'] as orders.Order).title, 'Первый')
})

test('ORD-2: who does not lead the order changes nothing in it', async () => {
  const company = await makeCompany()
  const accountant = await makeStaff(company, 'accountant', 'Инна Бухгалтер')
  const { id: order_id } = await makeOrder(company.owner)
  const stage_id = (await done(company.owner, orders.listFunnels, {})).rows[0]?.stages[1]?.id ?? ''

  const replies = [
    await as(accountant, orders.changeOrder, { order_id, title: 'x' }),
    await as(accountant, orders.agree, { order_id, due_at: DUE }),
    await as(accountant, orders.setDemands, { order_id, demands: [] }),
    await as(accountant, orders.moveOrder, { order_id, stage_id }),
    await as(accountant, orders.giveTask, { order_id, title: 'x', assignee_ids: [] }),
    await as(accountant, orders.sendToAcceptance, { order_id }),
    await as(accountant, orders.cancelOrder, { order_id, reason: 'x' }),
    await as(accountant, orders.makeCustomerLink, { order_id }),
  ]

  for (const { status, body } of replies) assert.deepEqual([status, body.code], [403, 'order.not_yours'])
})

test('an order of another company is not there, whatever is asked of it', async () => {
  const [ours, theirs] = [await makeCompany(), await makeCompany()]
  const { id: order_id, stage } = await makeOrder(theirs.owner)
  const { owner } = ours
  await makeOrder(owner)

  const replies = [
    await as(owner, orders.getOrder, { order_id }),
    await as(owner, orders.changeOrder, { order_id, title: 'x' }),
    await as(owner, orders.agree, { order_id, due_at: DUE }),
    await as(owner, orders.setDemands, { order_id, demands: [] }),
    await as(owner, orders.moveOrder, { order_id, stage_id: stage.id }),
    await as(owner, orders.giveTask, { order_id, title: 'x', assignee_ids: [] }),
    await as(owner, listCandidates, { order_id }),
    await as(owner, orders.recordDecision, { order_id, decision: 'accepted', proof: 'x' }),
    await as(owner, orders.reworkTasks, { order_id, task_ids: [order_id], reason: 'x' }),
    await as(owner, orders.completeOrder, { order_id }),
    await as(owner, orders.cancelOrder, { order_id, reason: 'x' }),
    await as(owner, orders.reopenOrder, { order_id, reason: 'x' }),
  ]

  for (const { status, body } of replies) assert.deepEqual([status, body.code], [404, 'order.missing'])
  const mine = await makeOrder(owner)
  const strange = await as(owner, orders.moveOrder, { order_id: mine.id, stage_id: stage.id })
  assert.deepEqual([strange.status, strange.body.code], [404, 'stage.missing'])
})

test('a write holds the order before it reads anything of it', async () => {
  const { owner } = await makeCompany()
  const { id: order_id } = await makeOrder(owner)

  const [first, second] = await queriesOf(() => done(owner, orders.agree, { order_id, due_at: DUE }))

  assert.match(first ?? '', /from "orders".*for no key update/)
  assert.match(second ?? '', /^\s*select o\.id, o\.number/)
})
