import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as counterparties from '#contract/counterparties.ts'
import * as orders from '#contract/orders.ts'
import { as, done } from '#test/as.ts'
import { queriesOf } from '#test/queries.ts'
import { race } from '#test/race.ts'
import { makeCompany } from '#test/world.ts'
import { makeCounterparty } from '#test/world/counterparties.ts'
import { makeOrder } from '#test/world/orders.ts'
import { makePerformer, makeStaff } from '#test/world/people.ts'

test('ORD-1 S31 S35: a bare complaint is an order at once, its words kept as they are', async () => {
  const { owner } = await makeCompany()
  const request = '  Филипенко 12, нет горячей воды\nс утра  '

  const { status, body } = await as(owner, orders.createOrder, { request, urgent: true })

  assert.equal(status, 200)
  assert.equal(body.request, request)
  assert.deepEqual([body.number, body.title, body.phase], [1, 'Нет горячей воды', 'new'])
  assert.deepEqual([body.urgent, body.stage.name, body.funnel.name], [true, 'Новый', 'Обслуживание'])
  assert.deepEqual([body.responsible.id, body.next_step, body.source], [owner.id, 'set_counterparty', 'by_hand'])
  assert.deepEqual((await as(owner, orders.getOrder, { order_id: body.id })).body, body)
})

test('ORD-1 S31: a request that got no title is named by what is to be done', async () => {
  const { owner } = await makeCompany()
  const request = '10 марта к 12:00 нужны два электрика на ул. Кальварийская, 41, подключить световой короб'

  const reading = await done(owner, orders.readRequest, { text: request })
  const { title } = await done(owner, orders.createOrder, { request })

  assert.equal(title, 'Подключить световой короб')
  assert.equal(reading.title, title)
  assert.deepEqual(
    reading.demands.map(({ people, speciality }) => [people, speciality]),
    [[2, 'Электрики']],
  )
  assert.equal((await done(owner, orders.createOrder, { request, title: ' Короб ' })).title, 'Короб')
})

test('ORD-1: of many first orders at once each has a number of its own, and one funnel stands', async () => {
  const { owner } = await makeCompany()

  const made = await race(
    6,
    (n) => done(owner, orders.createOrder, { request: `заявка ${n}` }),
    () => done(owner, orders.listFunnels, {}),
  )

  assert.deepEqual(
    made.map(({ number }) => number).toSorted((a, b) => a - b),
    [1, 2, 3, 4, 5, 6],
  )
  const { rows } = await done(owner, orders.listFunnels, {})
  assert.equal(rows.length, 1)
  assert.deepEqual(
    rows[0]?.stages.map(({ phase }) => phase),
    ['new', 'agreement', 'work', 'acceptance', 'closing', 'done', 'cancelled'],
  )
  assert.deepEqual(new Set(made.map(({ stage }) => stage.id)), new Set([rows[0]?.stages[0]?.id]))
})

test('ORD-1: a company that has no order yet is shown the funnel that its first order will stand in', async () => {
  const { owner } = await makeCompany()
  const before = await done(owner, orders.listFunnels, {})
  const board = await done(owner, orders.getBoard, {})
  const order = await done(owner, orders.createOrder, { request: 'первая' })

  assert.deepEqual(await done(owner, orders.listFunnels, {}), before)
  assert.deepEqual([board.columns.length, board.funnel.id], [7, before.rows[0]?.id])
  assert.equal(order.stage.id, before.rows[0]?.stages[0]?.id)
})

test('ORD-3 S39: a caller whose number is unknown becomes a contact and a counterparty on the spot', async () => {
  const { owner } = await makeCompany()
  const caller = { phone: '8 029 640-17-22', name: 'Анна Гринкевич', counterparty: 'ТЦ «Европа»' }

  const first = await done(owner, orders.createOrder, {
    request: 'два электрика',
    caller,
    address: 'ул. Сурганова, 57Б',
  })
  const second = await done(owner, orders.createOrder, { request: 'ещё раз', caller: { phone: '+375 29 640 17 22' } })

  assert.deepEqual(
    [first.source, first.contact?.name, first.contact?.phone],
    ['phone', 'Анна Гринкевич', '+375296401722'],
  )
  assert.deepEqual([first.counterparty?.name, first.site?.address], ['ТЦ «Европа»', 'ул. Сурганова, 57Б'])
  assert.deepEqual([second.contact, second.counterparty], [first.contact, first.counterparty])
})

test('ORD-3 S34: an address without a customer waits, and becomes a site with the customer', async () => {
  const { owner } = await makeCompany()
  const order = await done(owner, orders.createOrder, { request: 'нет воды', address: 'ул. Филипенко, 12' })
  assert.deepEqual([order.address, order.site, order.next_step], ['ул. Филипенко, 12', null, 'set_counterparty'])
  const { id: counterparty_id } = await makeCounterparty(owner)

  const known = await done(owner, orders.changeOrder, { order_id: order.id, counterparty_id })

  assert.deepEqual(
    [known.address, known.site?.address, known.next_step],
    ['ул. Филипенко, 12', 'ул. Филипенко, 12', 'agree'],
  )
  const { sites } = await done(owner, counterparties.getCounterparty, { counterparty_id })
  assert.ok(sites.some(({ id }) => id === known.site?.id))
})

test('ORD-3: what is named must be there and fit together', async () => {
  const [ours, theirs] = [await makeCompany(), await makeCompany()]
  const [mine, other] = [await makeCounterparty(ours.owner), await makeCounterparty(ours.owner)]
  const foreign = await makeCounterparty(theirs.owner)
  const stranger = await makePerformer(ours)
  const request = 'заявка'
  const refused = async (wish: object) => {
    const { status, body } = await as(ours.owner, orders.createOrder, { request, ...wish })
    return [status, body.code]
  }

  assert.deepEqual(await refused({ counterparty_id: foreign.id }), [404, 'counterparty.missing'])
  assert.deepEqual(await refused({ contact_id: foreign.contacts[0]?.id }), [404, 'contact.missing'])
  assert.deepEqual(await refused({ site_id: foreign.sites[0]?.id }), [404, 'site.missing'])
  assert.deepEqual(await refused({ funnel_id: foreign.id }), [404, 'funnel.missing'])
  assert.deepEqual(await refused({ responsible_id: stranger.id }), [422, 'order.responsible_not_staff'])
  assert.deepEqual(await refused({ counterparty_id: mine.id, contact_id: other.contacts[0]?.id }), [
    422,
    'order.contact_of_other',
  ])
  assert.deepEqual(await refused({ counterparty_id: mine.id, site_id: other.sites[0]?.id }), [
    422,
    'order.site_of_other',
  ])
  assert.deepEqual(await refused({ request: ' \n ' }), [422, 'field.required'])
  const fits = await done(ours.owner, orders.createOrder, { request, site_id: mine.sites[0]?.id ?? '' })
  assert.equal(fits.counterparty?.id, mine.id)
})

test('ORD-5 S32 S33: who is needed comes with the order, new trades among them', async () => {
  const { owner } = await makeCompany()
  const starts_at = '2026-03-10T09:00:00.000Z'
  const demands = [
    { speciality: 'Электрики', people: 2, starts_at },
    { speciality: 'высотники', people: 1 },
  ]

  const order = await done(owner, orders.createOrder, { request: 'короб', demands })

  assert.deepEqual(
    order.demands.map(({ speciality, people, filled, ...span }) => [speciality.name, people, filled, span.starts_at]),
    [
      ['Электрики', 2, 0, starts_at],
      ['высотники', 1, 0, null],
    ],
  )
  const backwards = [{ speciality: 'Электрики', people: 1, starts_at, ends_at: starts_at }]
  const { status, body } = await as(owner, orders.createOrder, { request: 'x', demands: backwards })
  assert.deepEqual([status, body.code, body.errors?.[0]?.path], [422, 'demand.ends_before_start', 'demands.0.ends_at'])
})

test('ORD-2: staff without a leading role makes no orders and sees those he answers for', async () => {
  const company = await makeCompany()
  const vera = await makeStaff(company, 'member', 'Вера Олешко')
  const mine = await makeOrder(company.owner, { responsible_id: vera.id })
  const other = await makeOrder(company.owner)

  const made = await as(vera, orders.createOrder, { request: 'x' })
  const { rows } = await done(vera, orders.listOrders, {})
  const hidden = await as(vera, orders.getOrder, { order_id: other.id })

  assert.deepEqual([made.status, made.body.code], [403, 'order.leaders_only'])
  assert.deepEqual(
    rows.map(({ id }) => id),
    [mine.id],
  )
  assert.deepEqual([hidden.status, hidden.body.code], [404, 'order.missing'])
  const card = await done(vera, orders.getOrder, { order_id: mine.id })
  assert.deepEqual([card.money, card.can.change], [null, null])
})

test('an order is written in few statements, whose order is kept', async () => {
  const { owner } = await makeCompany()
  await makeOrder(owner)

  const heard = await queriesOf(() => done(owner, orders.createOrder, { request: 'быстро' }))

  const verbs = heard.map((sql) => /^\s*(\w+)(?: into "?(\w+))?/.exec(sql)?.slice(1).filter(Boolean).join(' '))
  assert.deepEqual(verbs, ['select', 'insert orders', 'insert events', 'insert idempotency_keys'])
})
