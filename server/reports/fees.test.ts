import assert from 'node:assert/strict'
import { test } from 'node:test'
import ExcelJS from 'exceljs'
import * as orders from '#contract/orders.ts'
import * as contract from '#contract/reports.ts'
import { done, open } from '#test/as.ts'
import { makeAgreedOrder, makeIssuer } from '#test/world/documents.ts'
import { makeLabour } from '#test/world/labour.ts'
import { makePerformer } from '#test/world/people.ts'
import { minskDay } from '#test/world/tasks.ts'

const [today, yesterday] = [minskDay(), minskDay(-1)]
const all = { from: yesterday, to: today }

/** An order with two tasks of a performer with a fee, who has hours on both days, and hours of one by the hour. */
async function makeFees() {
  const issuer = await makeIssuer()
  const { company } = issuer
  const fixed = await makePerformer(company, { name: 'Иван Мороз', fee_per_task: '15000', from_day: '2020-01-01' })
  const hourly = await makePerformer(company, { name: 'Пётр Лис', cost_per_hour: '1200', from_day: '2020-01-01' })
  const order = await makeAgreedOrder(issuer, { price: '100000' })
  await makeLabour(company.owner, order, [
    { by: fixed, day: yesterday, minutes: 60 },
    { by: fixed, day: today, minutes: 30 },
    { by: hourly, day: today, minutes: 50 },
  ])
  await makeLabour(company.owner, order, [{ by: fixed, day: today, minutes: 15 }])
  return { owner: company.owner, order, fixed }
}

test('REP-7 S7: a fee counts once for a person and task, beside hours that cost nothing; the order’s card has the same sum', async () => {
  const { owner, order } = await makeFees()
  const { rows, total } = await done(owner, contract.reportCosts, all)
  assert.deepEqual([rows[0]?.minutes, rows[0]?.labour, rows[0]?.margin], [155, '31000', '69000'])
  assert.deepEqual([total.orders, total.labour, total.cost], [1, '31000', '31000'])
  const { money } = await done(owner, orders.getOrder, { order_id: order.id })
  assert.deepEqual([money?.minutes, money?.labour, money?.margin], [155, '31000', '69000'])
})

test('REP-7: it stands in the day of the first hours, and with its person', async () => {
  const { owner, fixed } = await makeFees()
  const labour = async (filter: Partial<contract.CostFilter>) =>
    (await done(owner, contract.reportCosts, { ...all, ...filter })).total.labour
  assert.deepEqual(
    [await labour({ to: yesterday }), await labour({ from: today }), await labour({ member_id: fixed.id })],
    ['15000', '16000', '30000'],
  )
})

test('REP-7 REP-2: the rows behind the figure have the fees, and add up to it', async () => {
  const { owner, order } = await makeFees()
  const { workers } = await done(owner, contract.reportOrderLabour, { ...all, order_id: order.id })
  assert.deepEqual(
    workers.map(({ member, minutes, labour, entries, fees }) => [
      member.name,
      minutes,
      labour,
      entries.length,
      fees.length,
    ]),
    [
      ['Иван Мороз', 105, '30000', 3, 2],
      ['Пётр Лис', 50, '1000', 1, 0],
    ],
  )
  assert.deepEqual(
    workers[0]?.fees.map(({ day, fee }) => [day, fee]),
    [
      [yesterday, '15000'],
      [today, '15000'],
    ],
  )
})

test('REP-7 REP-4: the sheets have a row for each fee, and the same sums', async () => {
  const { owner } = await makeFees()
  const response = await open(owner, `/api/reports/order-costs.xlsx?from=${yesterday}&to=${today}`)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(await response.arrayBuffer())
  const rows: unknown[][] = []
  book.getWorksheet('Трудозатраты')?.eachRow((row) => rows.push((row.values as unknown[]).slice(1)))
  const fees = rows.filter((row) => row[9] === 'Плата за задачу целиком')
  assert.deepEqual(
    fees.map((row) => [row[2], row[6], row[8]]),
    [
      ['Иван Мороз', undefined, 150],
      ['Иван Мороз', undefined, 150],
    ],
  )
  assert.deepEqual([rows.length, rows.at(-1)?.[6], rows.at(-1)?.[8]], [8, 155 / 60, 310])
})
