import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Requisites } from '#contract/requisites.ts'
import { checkRequisites, lackingFor, tidyRequisites } from './requisites.ts'

const belarusian: Requisites = {
  legal_name: 'Общество с ограниченной ответственностью «Свет»',
  tax_number: '191682495',
  account: 'BY13 NBRB 3600 9000 0000 2Z00 AB00',
  bic: 'NBRBBY2X',
  email: 'info@svet.example',
}
const russian: Requisites = {
  tax_number: '7726485118',
  kpp: '771401001',
  ogrn: '1027700280937',
  account: '40702810801400016513',
  bic: '044525593',
  corr_account: '30101810200000000593',
}

test('S19: right requisites of a Belarusian and of a Russian party have no faults', () => {
  assert.deepEqual(checkRequisites('BY', belarusian), [])
  assert.deepEqual(checkRequisites('RU', russian), [])
  assert.deepEqual(checkRequisites('RU', {}), [])
})

test('S19: each wrong field is named with its own code', () => {
  const codes = (country: 'BY' | 'RU' | 'other', wrong: Requisites) =>
    checkRequisites(country, wrong).map(({ field, code }) => `${field} ${code}`)

  assert.deepEqual(codes('BY', { ...belarusian, tax_number: '191682496', account: 'BY14NBRB3600900000002Z00AB00' }), [
    'tax_number requisite.check-digit',
    'account requisite.check-digit',
  ])
  assert.deepEqual(codes('BY', { ...belarusian, bic: 'AKBBBY2X' }), ['account requisites.iban_of_other_bank'])
  assert.deepEqual(codes('RU', { ...russian, bic: '044525225' }), [
    'account requisite.not-of-bik',
    'corr_account requisite.not-of-bik',
  ])
  assert.deepEqual(codes('RU', { tax_number: '7726485119', bic: '1', email: 'nobody' }), [
    'tax_number requisite.check-digit',
    'bic requisite.bik-length',
    'email requisites.email_wrong',
  ])
  assert.deepEqual(codes('other', { account: 'DE89370400440532013001' }), ['account requisite.check-digit'])
})

test('S19: an entrepreneur of Belarus has letters in his number, also typed in Cyrillic', () => {
  assert.deepEqual(checkRequisites('BY', { tax_number: 'УНП МА1953684' }), [])
})

test('S56: what a document cannot do without is listed', () => {
  assert.deepEqual(lackingFor('buyer', 'BY', { legal_name: 'ЗАО «Европа»', tax_number: ' ' }), ['tax_number'])
  assert.deepEqual(lackingFor('seller', 'BY', belarusian), [
    'legal_address',
    'signatory_name',
    'signatory_position',
    'bank_name',
  ])
})

test('S19: numbers are stored bare, names as typed', () => {
  const { account, legal_name } = tidyRequisites(belarusian)
  assert.equal(account, 'BY13NBRB3600900000002Z00AB00')
  assert.equal(legal_name, belarusian.legal_name)
})
