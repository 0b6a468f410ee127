import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ImportField } from '#contract/parties/imports.ts'
import { readRow } from './read-row.ts'

type Given = Partial<Record<ImportField, string>>
const row = (given: Given, country: 'BY' | 'RU' = 'BY', wrong: 'row' | 'value' = 'row') =>
  readRow({ at: 2, cells: Object.values(given) }, { columns: Object.keys(given) as ImportField[], wrong, country })
const reaches = (given: Given) => row({ name: 'ООО «Свет»', ...given }).contact?.reaches.map(({ value }) => value)

test('IMP-5: phones and e-mails of a cell are several, each as it is stored and once', () => {
  assert.deepEqual(reaches({ phone: '8 029 611-22-33; +375 (29) 611-22-34, 375296112233' }), [
    '+375296112233',
    '+375296112234',
  ])
  assert.deepEqual(reaches({ phone: '375296112233', email: 'A@Svet.example; b@svet.example' }), [
    '+375296112233',
    'a@svet.example',
    'b@svet.example',
  ])
})

test('IMP-5: a row without a name of a company is a person; an address takes its flat; who is called nothing is called as the counterparty', () => {
  const person = row({ contact_name: 'Анна Ким', phone: '80296112233', address: 'Минск, Лесная, 1', unit: '12' })
  assert.deepEqual([person.counterparty.kind, person.counterparty.name], ['person', 'Анна Ким'])
  assert.equal(person.site?.address, 'Минск, Лесная, 1, 12')
  assert.equal(row({ name: 'ООО «Свет»', phone: '80296112233' }).contact?.name, 'ООО «Свет»')
  assert.equal(row({ name: 'ООО «Свет»' }).contact, null)
})

test('IMP-5: what a table has cut off or changed is mended or told; wrong check digits stop nothing', () => {
  assert.equal(row({ name: 'x', tax_number: '105000018' }, 'RU').counterparty.tax_number, '105000018')
  assert.equal(row({ name: 'x', tax_number: '707083893' }, 'RU').counterparty.tax_number, '707083893')
  assert.equal(row({ name: 'x', tax_number: 'ИНН 7707083893' }, 'RU').counterparty.tax_number, '7707083893')
  const faults = (given: Given, wrong: 'row' | 'value' = 'row') =>
    row({ name: 'x', ...given }, 'BY', wrong).faults.map(({ field, code, stops }) => [field, code, stops])
  assert.deepEqual(faults({ phone: '3,75E+11' }), [['phone', 'import.number_cut', true]])
  assert.deepEqual(faults({ phone: 'нет' }, 'value'), [['phone', 'contact.phone_wrong', false]])
  assert.deepEqual(faults({ tax_number: '123456789' }), [['tax_number', 'requisite.check-digit', false]])
})
