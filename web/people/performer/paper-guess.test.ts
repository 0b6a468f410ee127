import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kindByName, titleOf } from './paper-guess.ts'

test('what a paper is likely to be stands in the name of its file', () => {
  const names = [
    'Договор подряда № 7.pdf',
    'scan_паспорт.jpg',
    'Удостоверение ЭБ III.pdf',
    'IMG_2041.jpg',
    'допуск.png',
  ]
  assert.deepEqual(names.map(kindByName), ['contract', 'identity', 'certificate', 'other', 'certificate'])
  assert.equal(titleOf('Договор_подряда_№ 7.pdf'), 'Договор подряда № 7')
})
