import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as orders from '#contract/orders.ts'
import * as tasks from '#contract/tasks.ts'
import { as, done, type Person } from '#test/as.ts'
import { queriesOf } from '#test/queries.ts'
import { makeCompany } from '#test/world.ts'
import { closeTaskOf, makeOrder, makeSentOrder } from '#test/world/orders.ts'
import { addPerformer, makePerformer, makeStaff } from '#test/world/people.ts'
import { labourCost } from '#platform/money.ts'
import * as portal from '#contract/portal.ts'

const HOUR = 3_600_000
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString()
const numbers = async (by: Person, filter: orders.OrderFilter) =>
  (await done(by, orders.listOrders, filter)).rows.map(({ number }) => number)

test('ORD-14 S3: the list goes page by page, newest first, and misses nothing that comes in meanwhile', async () => {
  const { owner } = await makeCompany()
  for (let at = 1; at <= 5; at++) await done(owner, orders.createOrder, { request: `заявка ${at}` })

  const first = await done(owner, orders.listOrders, { limit: 2 })
  await done(owner, orders.createOrder, { request: 'новая' })
  const second = await done(owner, orders.listOrders, { limit: 2, after: first.next ?? '' })
  const third = await done(owner, orders.listOrders, { limit: 2, after: second.next ?? '' })

  assert.deepEqual(
    [first, second, third].map(({ rows }) => rows.map(({ number }) => number)),
    [[5, 4], [3, 2], [1]],
  )
  assert.equal(third.next, null)
  for (const after of ['x', Buffer.from('["x"]').toString('base64url')]) {
    const { status, body } = await as(owner, orders.listOrders, { after })
    assert.deepEqual([status, body.code, body.errors?.[0]?.path], [422, 'field.format', 'after'])
  }
})

test('ORD-14: each filter alone and all together', async () => {
  const company = await makeCompany()
  const { owner } = company
  const vera = await makeStaff(company, 'manager', 'Вера Олешко')
  const one = await makeOrder(owner, { request: 'Прочистить ливнёвку', urgent: true, due_at: inHours(2) })
  const two = await makeOrder(owner, { request: 'Покрасить 50% стены', responsible_id: vera.id, due_at: inHours(100) })
  await done(owner, orders.agree, { order_id: two.id, price_model: 'fixed', price: '100' })
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Minsk' }).format(new Date(Date.now() + 3 * HOUR))

  assert.deepEqual(await numbers(owner, {}), [2, 1])
  assert.deepEqual(await numbers(owner, { urgent: true }), [1])
  assert.deepEqual(await numbers(owner, { responsible_id: [vera.id] }), [2])
  assert.deepEqual(await numbers(owner, { responsible_id: [vera.id, owner.id] }), [2, 1])
  assert.deepEqual(await numbers(owner, { phase: ['new'] }), [1])
  assert.deepEqual(await numbers(owner, { phase: ['new', 'agreement'] }), [2, 1])
  assert.deepEqual(await numbers(owner, { stage_id: [one.stage.id], responsible_id: [owner.id] }), [1])
  assert.deepEqual(await numbers(owner, { funnel_id: one.funnel.id, phase: ['done'] }), [])
  assert.deepEqual(await numbers(owner, { counterparty_id: two.counterparty?.id ?? '' }), [2])
  assert.deepEqual(await numbers(owner, { site_id: one.site?.id ?? '' }), [1])
  assert.deepEqual(await numbers(owner, { due_until: today }), [1])
  assert.deepEqual(await numbers(owner, { search: 'ЛИВН' }), [1])
  assert.deepEqual(await numbers(owner, { search: '50%' }), [2])
  assert.deepEqual(await numbers(owner, { search: '№ 2' }), [2])
  assert.deepEqual(await numbers(owner, { search: one.counterparty?.name ?? '' }), [1])
  assert.deepEqual(await numbers(owner, { search: two.site?.address ?? '' }), [2])
  assert.deepEqual(await numbers(owner, { troubled: true, urgent: true, phase: ['new'] }), [1])
  assert.deepEqual(await numbers(owner, { troubled: false }), [2])
})

test('ORD-14: a row says what the card says, in one query for a page of any size', async () => {
  const company = await makeCompany()
  const { owner } = company
  const performer = await makePerformer(company)
  const demands = [{ speciality: 'Электрики', people: 2 }]
  const order = await makeOrder(owner, { demands })
  const [demand] = order.demands
  await closeTaskOf(owner, order, { performer, ...(demand && { demand_id: demand.id }) })
  await done(owner, orders.agree, { order_id: order.id, price_model: 'fixed', price: '186000', due_at: inHours(90) })
  for (let at = 0; at < 3; at++) await makeOrder(owner, { demands })

  const heard = await queriesOf(() => done(owner, orders.listOrders, {}))
  const board = await queriesOf(() => done(owner, orders.getBoard, {}))
  const card = await queriesOf(() => done(owner, orders.getOrder, { order_id: order.id }))

  assert.deepEqual([heard.length, board.length, card.length], [1, 3, 7])
  const { rows } = await done(owner, orders.listOrders, {})
  const full = await done(owner, orders.getOrder, { order_id: order.id })
  const row = rows.find(({ id }) => id === order.id)
  assert.deepEqual(row?.demands, [{ speciality: 'Электрики', people: 2, filled: 1 }])
  assert.deepEqual([row?.tasks_closed, row?.tasks_total, row?.amount, row?.rounds], [1, 1, '186000', 0])
  assert.deepEqual([row?.counterparty, row?.address, row?.stage.id], [full.counterparty, full.address, full.stage.id])
  assert.deepEqual([row?.warning, row?.version], [full.warning, full.version])
})

test('ORD-14: the board counts and sums its columns; of ended orders it counts only', async () => {
  const { owner } = await makeCompany()
  for (const price of ['1000', '2500']) {
    const { id: order_id } = await makeOrder(owner)
    await done(owner, orders.agree, { order_id, price_model: 'fixed', price })
  }
  const gone = await makeOrder(owner)
  await done(owner, orders.cancelOrder, { order_id: gone.id, reason: 'передумали' })
  for (let at = 0; at < 22; at++) await done(owner, orders.createOrder, { request: `заявка ${at}` })

  const { columns } = await done(owner, orders.getBoard, {})

  const of = (phase: orders.Phase) => columns.find(({ stage }) => stage.phase === phase)
  assert.deepEqual(
    columns.map(({ stage, count, sum }) => [stage.phase, count, sum]),
    [
      ['new', 22, '0'],
      ['agreement', 2, '3500'],
      ['work', 0, '0'],
      ['acceptance', 0, '0'],
      ['closing', 0, '0'],
      ['done', 0, null],
      ['cancelled', 1, null],
    ],
  )
  assert.equal(of('new')?.rows.length, 20)
  const after = of('new')?.next ?? ''
  const rest = await done(owner, orders.listOrders, { stage_id: [of('new')?.stage.id ?? ''], after })
  assert.equal(rest.rows.length, 2)
  const narrow = await done(owner, orders.getBoard, { phase: ['agreement'], search: 'нет такого' })
  assert.deepEqual(
    narrow.columns.map(({ stage, count }) => [stage.phase, count]),
    [['agreement', 0]],
  )
})

test('ORD-9 S11: the worst trouble is shown, and goes when it is seen to', async () => {
  const company = await makeCompany()
  const { owner } = company
  const performer = await makePerformer(company)
  const code = async (order_id: string) => (await done(owner, orders.getOrder, { order_id })).warning?.code ?? null
  const demands = [{ speciality: 'Электрики', people: 1, starts_at: inHours(5) }]
  const { id: order_id, demands: asked } = await makeOrder(owner, { due_at: inHours(20), demands })
  assert.equal(await code(order_id), 'order.demand_unfilled')
  const given = {
    title: 'Монтаж',
    assignee_ids: [performer.id],
    demand_id: asked[0]?.id ?? '',
    starts_at: inHours(0.5),
  }
  const { id: task_id } = await done(owner, orders.giveTask, { order_id, ...given })
  assert.equal(await code(order_id), 'order.task_not_accepted')
  await done(performer, tasks.acceptTask, { task_id })
  assert.equal(await code(order_id), 'order.due_soon')
  const question = { task_id, text: 'Где ключ?', is_question: true }
  const { comments } = await done(performer, tasks.comment, question)
  const asking = await done(owner, orders.getOrder, { order_id })
  assert.deepEqual([asking.warning?.code, asking.warning?.facts], ['order.question_waits', { count: 1 }])
  await done(owner, orders.changeOrder, { order_id, due_at: inHours(-1) })
  assert.equal(await code(order_id), 'order.overdue')
  await done(owner, orders.changeOrder, { order_id, due_at: inHours(200) })
  await done(owner, tasks.comment, { task_id, text: 'У охраны', answers_id: comments[0]?.id ?? '' })
  assert.equal(await code(order_id), null)
})

test('ORD-9 S11: a rejected order without a next step is in trouble until work is given again', async () => {
  const company = await makeCompany()
  const { owner } = company
  const { order, customer, link_id, secret, performer } = await makeSentOrder(company)
  const { rounds } = await done(customer, portal.openLink, { link_id, secret })
  await done(customer, portal.rejectWork, { link_id, round_id: rounds[0]?.id ?? '', reason: 'volume', words: 'не всё' })
  assert.deepEqual(await numbers(owner, { troubled: true }), [order.number])

  await done(owner, orders.giveTask, { order_id: order.id, title: 'Доделать', assignee_ids: [performer.id] })

  assert.deepEqual(await numbers(owner, { troubled: true }), [])
})

test('S7: an hourly sum is rounded in SQL as the product rounds everywhere', async () => {
  const company = await makeCompany()
  const { owner } = company
  const performer = await addPerformer(company)
  const { id: order_id } = await makeOrder(owner)
  const { id: task_id } = await done(owner, orders.giveTask, {
    order_id,
    title: 'Монтаж',
    assignee_ids: [performer.id],
  })
  const day = new Date().toISOString().slice(0, 10)
  let minutes = 0
  for (const [more, price] of [
    [1, '30'],
    [6, '100'],
    [13, '4999'],
    [59, '999999999999'],
  ] as const) {
    minutes += more
    await done(owner, tasks.logTime, { task_id, day, minutes: more, member_id: performer.id })
    const { money } = await done(owner, orders.agree, { order_id, price_model: 'hourly', price })
    assert.equal(money?.amount, String(labourCost(minutes, BigInt(price))))
  }
})

test('rows that a member may not see are on no page, count or sum', async () => {
  const [ours, theirs] = [await makeCompany(), await makeCompany()]
  await makeOrder(theirs.owner)
  assert.deepEqual(await numbers(ours.owner, {}), [])
  const { columns } = await done(ours.owner, orders.getBoard, {})
  assert.ok(columns.every(({ count }) => count === 0))
})

test('ORD-14: the board of a funnel that is not ours is not there', async () => {
  const [ours, theirs] = [await makeCompany(), await makeCompany()]
  const { funnel } = await makeOrder(theirs.owner)

  const { status, body } = await as(ours.owner, orders.getBoard, { funnel_id: funnel.id })

  assert.deepEqual([status, body.code], [404, 'funnel.missing'])
})
