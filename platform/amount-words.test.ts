import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { amountInWords, pluralForm } from './amount-words.ts'
import { parseMoney } from './money.ts'
import type { CurrencyCode } from './money.ts'

const corpus = new URL('../../shared/corpora/amount-words/cases.json', import.meta.url)

type Case = {
  id: string
  in: { amount: string; currency: CurrencyCode; n?: number; forms?: [string, string, string] }
  expected: { text: string; whole_words: string; unit: string; kopecks: number; kopeck_unit?: string }
}

test('S56 S97: every sum of the given material is said rightly', (t) => {
  if (!existsSync(corpus)) return t.diagnostic('the folder of given material is not here: nothing compared')
  const cases = JSON.parse(readFileSync(corpus, 'utf8')) as Case[]
  assert.ok(cases.length > 0)
  for (const { id, in: given, expected } of cases) {
    if (given.forms) {
      assert.equal(`${given.n ?? ''} ${pluralForm(given.n ?? 0, given.forms)}`, expected.text, id)
      continue
    }
    const said = amountInWords(parseMoney(given.amount, given.currency) ?? -1n, given.currency).toLowerCase()
    const kopecks = String(expected.kopecks).padStart(2, '0')
    const ending = new RegExp(
      `^${expected.whole_words} ${expected.unit} ${kopecks} ${expected.kopeck_unit ?? 'копе(йка|йки|ек)'}$`,
    )
    assert.match(said, ending, id)
  }
})

test('S56: the layout of an invoice, in each currency', () => {
  const said = (minor: bigint, currency: CurrencyCode) => amountInWords(minor, currency)
  assert.equal(said(186_000n, 'BYN'), 'Одна тысяча восемьсот шестьдесят белорусских рублей 00 копеек')
  assert.equal(said(2_101n, 'BYN'), 'Двадцать один белорусский рубль 01 копейка')
  assert.equal(said(200_102n, 'RUB'), 'Две тысячи один рубль 02 копейки')
  assert.equal(said(1_211n, 'USD'), 'Двенадцать долларов США 11 центов')
  assert.equal(said(102n, 'EUR'), 'Один евро 02 евроцента')
  assert.equal(said(500_005n, 'KZT'), 'Пять тысяч тенге 05 тиынов')
  assert.equal(said(5n, 'RUB'), 'Ноль рублей 05 копеек')
  assert.equal(said(-100n, 'RUB'), 'Минус один рубль 00 копеек')
})

test('S97: trillions are said, more is refused rather than said wrongly', () => {
  assert.equal(amountInWords(200_100_000_000_100n, 'RUB'), 'Два триллиона один миллиард один рубль 00 копеек')
  assert.throws(() => amountInWords(10n ** 17n, 'RUB'), RangeError)
})

test('S97: English for those who read it', () => {
  assert.equal(amountInWords(186_001n, 'BYN', 'en'), 'One thousand eight hundred sixty Belarusian rubles 01 kopeck')
  assert.equal(amountInWords(2_100_100n, 'USD', 'en'), 'Twenty-one thousand one US dollars 00 cents')
  assert.equal(amountInWords(100n, 'EUR', 'en'), 'One euro 00 cents')
})
