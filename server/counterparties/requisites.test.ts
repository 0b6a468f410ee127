import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { requisiteFault } from './requisites.ts'

type Kind = Parameters<typeof requisiteFault>[0]
type Case = { id: string; in: { type: string; value: string; bik?: string }; expected: { valid: boolean } }

const corpus = new URL('../../../shared/corpora/requisites/cases.json', import.meta.url)

test('S19: every number of the given material is judged rightly', (t) => {
  if (!existsSync(corpus)) return t.skip('the folder of given material is not here')
  const cases = JSON.parse(readFileSync(corpus, 'utf8')) as Case[]
  assert.ok(cases.length > 0)
  for (const { id, in: given, expected } of cases) {
    const kind = (given.type === 'account' ? 'ru-account' : given.type) as Kind
    const fault = requisiteFault(kind, given.value, given.bik === undefined ? {} : { bik: given.bik })
    assert.equal(fault === null, expected.valid, `${id}: ${fault}`)
  }
})

const right: [Kind, string, string?][] = [
  ['inn', '7707083893'],
  ['inn', 'ИНН: 7707 083 893'],
  ['kpp', '7743AB001'],
  ['ogrn', '1027700132195'],
  ['ogrn', '304500116000157'],
  ['bik', '044525225'],
  ['ru-account', '4070 2810 8014 0001 6513', '044525593'],
  ['ru-account', '40702.810.8.01400016513', ''],
  ['ru-corr-account', '30101810400000000225', '044525225'],
  ['ru-corr-account', '30101-810-4-0000-0000225', '044525225'],
  ['unp', '191682495'],
  ['unp', 'УНП ма1953684'],
  ['iban', 'BY13 NBRB 3600 9000 0000 2Z00 AB00'],
  ['iban', 'by13nbrb3600900000002z00ab00'],
  ['iban', 'DE89 3704 0044 0532 0130 00'],
  ['okpo', '00032537'],
  ['snils', '112-233-445 95'],
  ['snils', '11223344595'],
  // Given out before numbers had a key.
  ['snils', '001-001-998 77'],
]

test('CPT-5: a number that can be is right however people group it', () => {
  for (const [kind, value, bik] of right)
    assert.equal(requisiteFault(kind, value, bik === undefined ? {} : { bik }), null, value)
})

const wrong: [Kind, string, string, string?][] = [
  ['inn', '', 'requisite.empty'],
  ['inn', ' ', 'requisite.empty'],
  ['inn', '770708389', 'requisite.inn-length'],
  ['inn', '7707083894', 'requisite.check-digit'],
  ['inn', '0000000000', 'requisite.check-digit'],
  // A dash in a number that is not written in groups may stand for a digit that was lost.
  ['inn', '77070-83893', 'requisite.signs'],
  ['inn', '770708389З', 'requisite.signs'],
  ['kpp', '000001001', 'requisite.shape'],
  ['ogrn', '9027700132195', 'requisite.shape'],
  ['ogrn', '10277001321955', 'requisite.ogrn-length'],
  ['ogrn', '1027700132196', 'requisite.check-digit'],
  ['bik', '944525225', 'requisite.shape'],
  ['ru-account', '40702810801400016514', 'requisite.not-of-bik', '044525593'],
  ['ru-account', '40702810801400016513', 'requisite.not-of-bik', '044525225'],
  ['ru-account', '4070281080140001651', 'requisite.account-length', '044525593'],
  ['ru-account', '00000000000000000000', 'requisite.shape'],
  ['ru-corr-account', '30101810400000000225', 'requisite.not-of-bik', '044525593'],
  ['ru-corr-account', '40702810801400016513', 'requisite.shape', '044525593'],
  ['unp', '191682496', 'requisite.check-digit'],
  ['unp', '891682495', 'requisite.shape'],
  ['unp', 'XA1953684', 'requisite.shape'],
  ['unp', '19168249', 'requisite.unp-length'],
  ['iban', 'BY14NBRB3600900000002Z00AB00', 'requisite.check-digit'],
  ['iban', 'BY13NBRB3600900000002Z00AB', 'requisite.by-iban-length'],
  ['iban', '40702810801400016513', 'requisite.shape'],
  ['okpo', '00032538', 'requisite.check-digit'],
  ['okpo', '000325371', 'requisite.okpo-length'],
  ['snils', '112-233-445 96', 'requisite.check-digit'],
  ['snils', '000-000-000 00', 'requisite.check-digit'],
]

test('CPT-5: a number that cannot be is refused by what is wrong with it', () => {
  for (const [kind, value, code, bik] of wrong)
    assert.equal(requisiteFault(kind, value, bik === undefined ? {} : { bik }), code, `${kind} ${value}`)
})

test('CPT-5: one wrong digit is always seen, whichever it is', () => {
  const kinds: [Kind, string][] = [
    ['inn', '7707083893'],
    ['ogrn', '1027700132195'],
    ['unp', '191682495'],
    ['iban', 'BY13NBRB3600900000002Z00AB00'],
    ['snils', '11223344595'],
  ]
  for (const [kind, number] of kinds)
    for (let at = 0; at < number.length; at++) {
      const digit = Number(number[at])
      if (Number.isNaN(digit)) continue
      const slipped = number.slice(0, at) + String((digit + 1) % 10) + number.slice(at + 1)
      assert.notEqual(requisiteFault(kind, slipped), null, `${kind} ${slipped}`)
    }
})
