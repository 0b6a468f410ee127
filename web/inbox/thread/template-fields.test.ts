// Alone: the words of a page are the whole process’s, and these are not those of other tests.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { replyTemplates } from '#words/ru/reply-templates.ts'
import { startWords } from '#web/platform/words.ts'
import { filledIn, toKept, toSpoken, unfilled } from './template-fields.ts'

before(() => startWords({ ru: () => replyTemplates, en: () => replyTemplates }))

test('INB-50: what the dialogue knows stands in place of the braces, and what it does not is named', () => {
  const text = filledIn('Здравствуйте, {contact}! Заказ {order} по адресу {address}.', {
    contact: 'Анна Гринкевич',
    order: '№ 1042',
    address: null,
  })
  assert.equal(text, 'Здравствуйте, Анна Гринкевич! Заказ № 1042 по адресу {адрес объекта}.')
  assert.deepEqual(unfilled(text), ['{адрес объекта}'])
  assert.deepEqual(unfilled(text.replace('{адрес объекта}', 'Сурганова, 57Б')), [])
})

test('INB-50: a template is edited in the words of its reader and kept in names of fields', () => {
  const kept = 'Здравствуйте, {contact}!\n{me}, {company}'
  assert.equal(toSpoken(kept), 'Здравствуйте, {имя контакта}!\n{моё имя}, {наша компания}')
  assert.equal(toKept(toSpoken(kept)), kept)
  assert.equal(toKept('скобки {цена}'), 'скобки {цена}')
})
