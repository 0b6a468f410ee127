import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as orders from '#contract/orders.ts'
import * as people from '#contract/people.ts'
import * as contract from '#contract/reports.ts'
import * as tasks from '#contract/tasks.ts'
import { as, done } from '#test/as.ts'
import { queriesOf } from '#test/queries.ts'
import { type Issuer, makeAgreedOrder, makeIssuer } from '#test/world/documents.ts'
import { makeLabour } from '#test/world/labour.ts'
import { makePerformer, makeStaff } from '#test/world/people.ts'
import { minskDay } from '#test/world/tasks.ts'
import { makeCompany } from '#test/world.ts'

const [today, yesterday, week_ago] = [minskDay(), minskDay(-1), minskDay(-7)]
const all = { from: week_ago, to: today }

/** Two orders with hours of two performers: one at a fixed sum, one by the hour. */
async function makeMonth() {
  const issuer = await makeIssuer()
  const { company } = issuer
  const ivan = await makePerformer(company, { name: 'Иван Мороз', cost_per_hour: '1200', from_day: week_ago })
  const petr = await makePerformer(company, { name: 'Пётр Лис', cost_per_hour: '1500', from_day: week_ago })
  const fixed = await makeAgreedOrder(issuer, { price: '10000' })
  const hourly = await makeAgreedOrder(issuer, { price_model: 'hourly', price: '3333' })
  await makeLabour(company.owner, fixed, [
    { by: ivan, day: yesterday, minutes: 100 },
    { by: petr, day: today, minutes: 60, note: '=1+1' },
  ])
  await makeLabour(company.owner, hourly, [{ by: ivan, day: today, minutes: 100 }])
  return { issuer, company, owner: company.owner, ivan, petr, fixed, hourly }
}

test('REP-1 S6 S7: labour, price and margin by order; the figures are those of the order’s card', async () => {
  const { owner, fixed, hourly } = await makeMonth()
  const report = await done(owner, contract.reportCosts, all)
  assert.deepEqual(
    report.rows.map(({ order, minutes, labour, price, margin }) => [order.number, minutes, labour, price, margin]),
    [
      [hourly.number, 100, '2000', '5555', '3555'],
      [fixed.number, 160, '3500', '10000', '6500'],
    ],
  )
  assert.deepEqual(report.total, {
    orders: 2,
    minutes: 260,
    labour: '5500',
    cost: '5500',
    price: '15555',
    margin: '10055',
  })
  for (const { order, ...row } of report.rows) {
    const { money } = await done(owner, orders.getOrder, { order_id: order.id })
    assert.deepEqual(
      [row.minutes, row.labour, row.price, row.margin],
      [money?.minutes, money?.labour, money?.amount, money?.margin],
    )
  }
})

test('REP-1: struck entries and other days count nowhere; hours of one person are his alone', async () => {
  const { owner, ivan, petr, fixed, hourly } = await makeMonth()
  const day = await done(owner, contract.reportCosts, { from: yesterday, to: yesterday })
  assert.deepEqual([day.rows.length, day.total.minutes, day.total.labour], [1, 100, '2000'])
  const own = await done(owner, contract.reportCosts, { ...all, member_id: petr.id })
  assert.deepEqual([own.rows.map(({ order }) => order.id), own.total.labour], [[fixed.id], '1500'])

  const { workers } = await done(owner, contract.reportOrderLabour, { ...all, order_id: hourly.id })
  const entry = workers[0]!.entries[0]!
  await done(owner, tasks.strikeTime, { time_entry_id: entry.id, reason: 'Ошибка' })
  const rest = await done(owner, contract.reportCosts, all)
  assert.deepEqual(
    rest.rows.map(({ order }) => order.id),
    [fixed.id],
  )
  assert.equal(rest.total.price, '10000')
  const none = await done(owner, contract.reportCosts, { ...all, member_id: ivan.id, from: today })
  assert.deepEqual([none.rows, none.total.orders, none.total.labour, none.total.price], [[], 0, '0', '0'])
})

test('REP-2 S6: a figure opens the rows behind it, and they add up to it', async () => {
  const { owner, fixed, ivan, petr } = await makeMonth()
  const { workers, currency } = await done(owner, contract.reportOrderLabour, { ...all, order_id: fixed.id })
  assert.equal(currency, 'BYN')
  assert.deepEqual(
    workers.map(({ member, minutes, labour }) => [member.id, minutes, labour]),
    [
      [ivan.id, 100, '2000'],
      [petr.id, 60, '1500'],
    ],
  )
  const [entry] = workers[1]!.entries
  assert.deepEqual([entry?.day, entry?.note, entry?.cost_per_hour, entry?.cost], [today, '=1+1', '1500', '1500'])
})

test('REP-3 S7: a later change of a rate changes nothing here', async () => {
  const { owner, ivan } = await makeMonth()
  const before = await done(owner, contract.reportCosts, all)
  await done(owner, people.setRate, { member_id: ivan.id, from_day: week_ago, cost_per_hour: '9900' })
  assert.deepEqual(await done(owner, contract.reportCosts, all), before)
})

test('REP-1: a page is of 500 orders, its sums are of all; one query whatever the number', async () => {
  const { owner, hourly, fixed } = await makeMonth()
  const statements = await queriesOf(() => done(owner, contract.reportCosts, all))
  assert.equal(statements.length, 1)
  const first = await done(owner, contract.reportCosts, all)
  assert.equal(first.next, null)
  const after = Buffer.from(JSON.stringify([hourly.number])).toString('base64url')
  const second = await done(owner, contract.reportCosts, { ...all, after })
  assert.deepEqual([second.rows.map(({ order }) => order.id), second.total], [[fixed.id], first.total])
  const broken = await as(owner, contract.reportCosts, { ...all, after: 'x' })
  assert.equal(broken.status, 422)
})

test('a period that ends before it begins is refused, and so is a day that is none', async () => {
  const { owner } = await makeCompany()
  const { status, body } = await as(owner, contract.reportCosts, { from: today, to: yesterday })
  assert.deepEqual([status, body.code], [422, 'report.period_backwards'])
  assert.deepEqual(
    body.errors?.map(({ path, code }) => [path, code]),
    [['to', 'report.period_backwards']],
  )
  assert.equal((await as(owner, contract.reportCosts, { from: '2026-02-30', to: today })).status, 422)
})

test('REP-5: performers and people without the rights get none of it, another company’s orders are not there', async () => {
  const { company, fixed, ivan } = await makeMonth()
  const member = await makeStaff(company, 'member')
  const other = await makeCompany()
  const codes = async (person: Issuer['company']['owner'] | typeof member) => [
    (await as(person, contract.reportCosts, all)).body.code,
    (await as(person, contract.reportOrderLabour, { ...all, order_id: fixed.id })).body.code,
  ]
  assert.deepEqual(await codes(ivan), ['door.staff', 'door.staff'])
  assert.deepEqual(await codes(member), ['report.not_yours', 'report.not_yours'])
  assert.deepEqual(await codes(other.owner), [undefined, 'order.missing'])
  assert.deepEqual((await done(other.owner, contract.reportCosts, all)).rows, [])
})
