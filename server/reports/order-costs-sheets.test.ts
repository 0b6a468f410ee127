import assert from 'node:assert/strict'
import { test } from 'node:test'
import ExcelJS from 'exceljs'
import { reportCosts } from '#contract/reports.ts'
import { anybody, done, open } from '#test/as.ts'
import { makeAgreedOrder, makeIssuer } from '#test/world/documents.ts'
import { makeLabour } from '#test/world/labour.ts'
import { makePerformer } from '#test/world/people.ts'
import { minskDay } from '#test/world/tasks.ts'

const today = minskDay()
const address = `/api/reports/order-costs.xlsx?from=${today}&to=${today}`

async function makeDay() {
  const issuer = await makeIssuer()
  const ivan = await makePerformer(issuer.company, { name: '=HYPERLINK("x")', cost_per_hour: '1200', from_day: today })
  const orders = [await makeAgreedOrder(issuer, { price: '10000' }), await makeAgreedOrder(issuer, { price: '5001' })]
  for (const order of orders)
    await makeLabour(issuer.company.owner, order, [{ by: ivan, day: today, minutes: 90, note: '+7 (029)' }])
  return { owner: issuer.company.owner, ivan, orders }
}

async function sheetsOf(response: Response): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(await response.arrayBuffer())
  return book
}

const rowsOf = (sheet: ExcelJS.Worksheet | undefined): unknown[][] => {
  const rows: unknown[][] = []
  sheet?.eachRow({ includeEmpty: false }, (row) => rows.push((row.values as unknown[]).slice(1)))
  return rows
}

test('REP-4 S64: the sheets have the figures of the report, as figures, and their sums', async () => {
  const { owner, orders } = await makeDay()
  const response = await open(owner, address)
  assert.equal(response.status, 200)
  assert.match(response.headers.get('content-type') ?? '', /spreadsheetml/)
  const name = decodeURIComponent(
    /filename\*=UTF-8''(.+)$/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? '',
  )
  assert.equal(name, `Себестоимость заказов ${today} – ${today}.xlsx`)

  const book = await sheetsOf(response)
  assert.deepEqual(
    book.worksheets.map((sheet) => sheet.name),
    ['Заказы', 'Трудозатраты'],
  )
  const [, newest, , totals] = rowsOf(book.getWorksheet('Заказы'))
  assert.deepEqual([newest?.[0], newest?.slice(4)], [orders[1]?.number, [1.5, 18, 18, 50.01, 32.01]])
  assert.deepEqual(totals?.slice(4), [3, 36, 36, 150.01, 114.01])
  const { total } = await done(owner, reportCosts, { from: today, to: today })
  assert.deepEqual([total.labour, total.price, total.margin], ['3600', '15001', '11401'])
})

test('REP-4: the rows behind are days, hours and money; what a person typed is text, whatever it begins with', async () => {
  const { owner, orders } = await makeDay()
  const sheet = (await sheetsOf(await open(owner, address))).getWorksheet('Трудозатраты')
  const [, first, second, totals] = rowsOf(sheet)
  assert.deepEqual([first?.[0], second?.[0]], [orders[1]?.number, orders[0]?.number])
  assert.deepEqual(first?.slice(6), [1.5, 12, 18, '+7 (029)'])
  assert.equal(first?.[2], '=HYPERLINK("x")')
  assert.equal(new Date(String(first?.[5])).toISOString().slice(0, 10), today)
  assert.deepEqual([totals?.[1], totals?.[6], totals?.[8]], ['Итого', 3, 36])
  assert.equal(sheet?.getCell('C2').formula, undefined)
})

test('REP-5: the sheets are for those who may read the report; a wrong question is answered as everywhere', async () => {
  const { owner, ivan } = await makeDay()
  assert.equal((await open(anybody(), address)).status, 401)
  assert.equal((await open(ivan, address)).status, 403)
  const wrong = await open(owner, '/api/reports/order-costs.xlsx?from=2026-11-02&to=2026-11-01')
  assert.equal(wrong.status, 422)
  assert.match(wrong.headers.get('content-type') ?? '', /problem\+json/)
  assert.equal((await open(owner, `${address}&colour=red`)).status, 422)
})
