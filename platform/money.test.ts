import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  formatMoney,
  labourCost,
  lineAmount,
  minorFromWire,
  minorToWire,
  moneyToDecimal,
  parseMoney,
  roundHalfUp,
  vatIncluded,
  vatOnTop,
} from './money.ts'

test('S97: a half is rounded away from zero, on both sides of it', () => {
  assert.deepEqual(
    [roundHalfUp(5n, 2n), roundHalfUp(-5n, 2n), roundHalfUp(5n, -2n), roundHalfUp(4n, 3n), roundHalfUp(0n, 7n)],
    [3n, -3n, -3n, 1n, 0n],
  )
  assert.throws(() => roundHalfUp(1n, 0n), RangeError)
})

test('S7 S97: labour is minutes at the rate of an hour, to the minor unit', () => {
  assert.equal(labourCost(90, 1_800n), 2_700n)
  assert.equal(labourCost(1, 1_830n), 31n)
  assert.equal(labourCost(0, 1_800n), 0n)
  assert.equal(labourCost(20, 100n), 33n)
})

test('S56 S97: VAT inside a sum and on top of it, by line', () => {
  assert.equal(vatIncluded(186_000n, 20), 31_000n)
  assert.equal(vatOnTop(155_000n, 20), 31_000n)
  assert.equal(vatIncluded(10_000n, 22), 1_803n)
  assert.equal(vatOnTop(10_000n, '16.67'), 1_667n)
  assert.equal(vatIncluded(10_000n, 0), 0n)
})

test('S56 S97: a quantity with decimals is multiplied exactly', () => {
  assert.equal(lineAmount('2.5', 4_500n), 11_250n)
  assert.equal(lineAmount('1.005', 100n), 101n)
  assert.equal(lineAmount('3', 9_999_999_999_999n), 29_999_999_999_997n)
  assert.throws(() => lineAmount('2,5', 1n), RangeError)
})

test('S97: the wire carries digits in text and nothing else', () => {
  assert.equal(minorFromWire('-186000'), -186_000n)
  assert.equal(minorToWire(186_000n), '186000')
  for (const wrong of ['', '1.5', '1e3', ' 1', '0x10', '1234567890123456789']) assert.throws(() => minorFromWire(wrong))
})

test('S97: what a person types is read, more digits than the currency has are rounded as text', () => {
  assert.equal(parseMoney('1 860,50', 'BYN'), 186_050n)
  assert.equal(parseMoney('1\u00A0860.5', 'BYN'), 186_050n)
  assert.equal(parseMoney('\u221212', 'RUB'), -1_200n)
  assert.equal(parseMoney('1.005', 'RUB'), 101n)
  for (const wrong of ['', 'abc', '1,2,3', '.5', '1e5']) assert.equal(parseMoney(wrong, 'RUB'), null)
})

test('S97: an amount is shown with digits parted by a no-break space', () => {
  assert.equal(formatMoney(123_456_789n, 'BYN', { locale: 'ru' }), '1\u00A0234\u00A0567,89\u00A0BYN')
  assert.equal(formatMoney(-5n, 'RUB', { locale: 'ru', bare: true }), '\u22120,05')
  assert.equal(formatMoney(186_000n, 'USD', { locale: 'en' }), '1,860.00\u00A0USD')
  assert.equal(moneyToDecimal(-186_005n, 'KZT'), '-1860.05')
})
