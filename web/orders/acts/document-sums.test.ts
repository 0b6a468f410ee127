import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type LineDraft, lineTotal, quantityOf, sumsOf } from './document-sums.ts'

const line = (part: Partial<LineDraft>): LineDraft => ({
  key: 'a',
  name: 'Работа',
  unit: 'ч',
  quantity: '1',
  price: '186000',
  vat_rate: 20,
  ...part,
})

test('DOC-4 S56: sums while lines are edited are those of the form: half up, by line, VAT inside', () => {
  assert.deepEqual(sumsOf([line({})]), { total: 186000n, vat: 31000n })
  assert.equal(lineTotal(line({ quantity: '2,5', price: '1001' })), 2503n)
  assert.equal(lineTotal(line({ quantity: '0,333', price: '100' })), 33n)
  assert.deepEqual(sumsOf([line({ vat_rate: null }), line({ price: null })]), { total: 186000n, vat: 0n })
})

test('a quantity is read with comma or point, and nothing else is one', () => {
  assert.deepEqual(['1,5', '1.5', '12', '1 000'].map(quantityOf), ['1.5', '1.5', '12', '1000'])
  assert.deepEqual(['', '0', '-1', '1,2345', 'два'].map(quantityOf), [null, null, null, null, null])
})
