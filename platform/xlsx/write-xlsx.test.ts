import assert from 'node:assert/strict'
import { buffer } from 'node:stream/consumers'
import { test } from 'node:test'
import exceljs from 'exceljs'
import { xmlText } from './cells.ts'
import { writeXlsx } from './write-xlsx.ts'
import type { Sheet } from './write-xlsx.ts'

const columns: Sheet['columns'] = [
  { title: 'Заказ', kind: 'text', width: 40 },
  { title: 'Кол-во', kind: 'number' },
  { title: 'Цена', kind: 'money', currency: 'BYN' },
  { title: 'День', kind: 'date' },
  { title: 'Часы', kind: 'hours' },
  { title: 'Маржа', kind: 'percent' },
]

/** The workbook as another program reads it. */
async function readBack(...sheets: Sheet[]) {
  const workbook = new exceljs.Workbook()
  const bytes = await buffer(writeXlsx({ sheets }))
  await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
  return workbook
}

async function readSheet(sheet: Sheet) {
  const [only] = (await readBack(sheet)).worksheets
  assert.ok(only)
  return only
}

test('S64: numbers are numbers, money is money of its currency, days are dates', async () => {
  const sheet = await readSheet({
    name: 'Себестоимость',
    columns,
    rows: [['Короб', '2.5', 186_050n, '2026-11-24', 90, 0.631]],
  })
  const cell = (at: string) => sheet.getCell(at)
  assert.deepEqual(
    ['A2', 'B2', 'C2', 'E2', 'F2'].map((at) => cell(at).value),
    ['Короб', 2.5, 1860.5, 1.5, 0.631],
  )
  assert.deepEqual(cell('D2').value, new Date('2026-11-24T00:00:00Z'))
  assert.deepEqual(
    ['C2', 'D2', 'E2', 'F2'].map((at) => cell(at).numFmt),
    ['#,##0.00 "BYN"', 'dd.mm.yyyy', '#,##0.00', '0.0%'],
  )
})

test('S64: the head is frozen and bold, the filter covers the rows, the totals stand under them', async () => {
  const rows = [
    ['А', 1, 100n, null, 60, null],
    ['Б', 2, -250n, null, 30, null],
  ]
  const sheet = await readSheet({ name: 'Отчёт', columns, rows, totals: () => ['Итого', 3, -150n, null, 90, null] })
  const head = columns.map((_, at) => sheet.getRow(1).getCell(at + 1).value)
  assert.deepEqual(head, ['Заказ', 'Кол-во', 'Цена', 'День', 'Часы', 'Маржа'])
  assert.equal(sheet.views[0]?.state, 'frozen')
  assert.equal(sheet.autoFilter, 'A1:F3')
  assert.equal(sheet.getColumn(1).width, 40)
  assert.equal(sheet.getCell('A1').font.bold, true)
  assert.deepEqual([sheet.getCell('C4').value, sheet.getCell('E4').value], [-1.5, 1.5])
  assert.equal(sheet.getCell('C4').font.bold, true)
  assert.equal(sheet.rowCount, 4)
})

test('S64: text of people is never a formula and never breaks the file', async () => {
  const hostile = [
    '=1+1',
    '+cmd|x',
    '-2',
    '@SUM(A1)',
    '<b>&"\'',
    'a\u0000b\u0007c\uFFFE',
    'x\nу',
    '😀\uD800',
    ' края ',
    'a\r\nb',
  ]
  const sheet = await readSheet({ name: 'Отчёт', columns, rows: hostile.map((text) => [text]) })
  const read = hostile.map((_, at) => sheet.getCell(`A${at + 2}`))
  assert.deepEqual(
    read.map((cell) => cell.value),
    ['=1+1', '+cmd|x', '-2', '@SUM(A1)', '<b>&"\'', 'abc', 'x\nу', '😀', ' края ', 'a\nb'],
  )
  // Readers other than Excel do not undo its escape, so this one is looked at as it is written.
  assert.equal(xmlText('_x0041_'), '_x005F_x0041_')
  assert.deepEqual([...new Set(read.map((cell) => cell.type))], [exceljs.ValueType.String])
})

test('S64: names of sheets are made fit, several sheets keep their order', async () => {
  const names = ['Заказы: [июль] / август и ещё много слов', 'заказы   июль    август и ещё много слов', '', "'x'"]
  const workbook = await readBack(...names.map((name) => ({ name, columns, rows: [] })))
  const read = workbook.worksheets.map(({ name }) => name)
  assert.equal(new Set(read.map((name) => name.toLowerCase())).size, 4)
  assert.deepEqual(read.slice(2), ['3', 'x'])
})

test('S64: rows are taken as they are read, and a fault in them ends the stream as a fault', async () => {
  async function* failing() {
    yield await Promise.resolve(['А'])
    throw new Error('the database went away')
  }
  await assert.rejects(buffer(writeXlsx({ sheets: [{ name: 'x', columns, rows: failing() }] })), /went away/)
})

test('S64: a hundred thousand rows come out whole', async (t) => {
  const count = 100_000
  function* many() {
    for (let at = 0; at < count; at += 1) yield [`Заказ ${at}`, at, BigInt(at * 100), '2026-03-10', 90, 0.5]
  }
  const start = performance.now()
  const bytes = await buffer(writeXlsx({ sheets: [{ name: 'Много', columns, rows: many() }] }))
  t.diagnostic(`${count} rows × 6: ${(performance.now() - start).toFixed(0)} ms, ${bytes.length} bytes`)
  assert.equal(bytes.readUInt32LE(0), 0x04034b50)
  assert.ok(bytes.length > 1_000_000)
})
