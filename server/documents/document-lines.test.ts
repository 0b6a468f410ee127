import assert from 'node:assert/strict'
import { test } from 'node:test'
import { documentTotals, lineVatInside, lineVatOnTop, lineVatTakenOut } from './document-lines.ts'

const agreed = { name: 'Подключение светового короба', unit: 'усл.', quantity: '1', price: 186_000n, vat_rate: '20' }

test('S56: VAT inside the price, on top of it, and taken out of it for the form with net columns', () => {
  const figures = ({ price, amount, vat_amount, total }: ReturnType<typeof lineVatInside>) => [
    price,
    amount,
    vat_amount,
    total,
  ]
  assert.deepEqual(figures(lineVatInside(agreed)), ['186000', '186000', '31000', '186000'])
  assert.deepEqual(figures(lineVatOnTop(agreed)), ['186000', '186000', '37200', '223200'])
  assert.deepEqual(figures(lineVatTakenOut(agreed)), ['155000', '155000', '31000', '186000'])
  assert.deepEqual(figures(lineVatTakenOut({ ...agreed, quantity: '2.5' })), ['155000', '387500', '77500', '465000'])
  assert.deepEqual(figures(lineVatTakenOut({ ...agreed, vat_rate: null })), ['186000', '186000', '0', '186000'])
})

test('S56 S97: totals are sums of the lines as printed, to the kopeck, and are said in words', () => {
  const lines = ['0.33', '0.33', '0.34'].map((quantity) => lineVatTakenOut({ ...agreed, quantity, price: 10_001n }))
  const { totals, totals_in_words } = documentTotals(lines, 'BYN')
  assert.equal(BigInt(totals.amount) + BigInt(totals.vat_amount), BigInt(totals.total))
  assert.deepEqual(totals, { amount: '8333', vat_amount: '1667', total: '10000' })
  assert.deepEqual(totals_in_words, {
    vat_amount: 'Шестнадцать белорусских рублей 67 копеек',
    total: 'Сто белорусских рублей 00 копеек',
  })
})
