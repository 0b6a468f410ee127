import assert from 'node:assert/strict'
import { test } from 'node:test'
import { beginningOfPhone, showPhone, toE164 } from './phone.ts'

test('S39: a number is the same number however it is written', () => {
  for (const typed of [
    '29 123-45-67',
    '8 029 123 45 67',
    '8029-123-45-67',
    '+375 (29) 123-45-67',
    '375291234567',
    '00375291234567',
    '８０２９１２３４５６７',
  ])
    assert.equal(toE164(typed, 'BY'), '+375291234567', typed)
  for (const typed of ['8 916 123-45-67', '+7 916 123 45 67', '9161234567', '79161234567'])
    assert.equal(toE164(typed, 'RU'), '+79161234567', typed)
  assert.equal(toE164('+48 22 123 45 67', 'other'), '+48221234567')
})

test('S39: what can be no number is none', () => {
  for (const typed of ['', '12', 'Петя', '123456789012345678']) assert.equal(toE164(typed, 'BY'), null, typed)
  assert.equal(toE164('29 123-45-67', 'other'), null)
})

test('S39: the beginning of a number is known while it is being typed', () => {
  const by: [string, string | null][] = [
    ['29', null],
    ['29 1', '+375291'],
    ['29 123-45', '+3752912345'],
    ['8029', '+37529'],
    ['80291', '+375291'],
    ['+375 29', '+37529'],
    ['375291', '+375291'],
    ['(017) 200', '+37517200'],
    ['+48 22', '+4822'],
  ]
  for (const [typed, beginning] of by) assert.equal(beginningOfPhone(typed, 'BY'), beginning, typed)
  assert.equal(beginningOfPhone('8 916 1', 'RU'), '+79161')
  assert.equal(beginningOfPhone('916', 'RU'), '+7916')
})

test('a number is shown with its parts apart', () => {
  assert.equal(showPhone('+375291234567'), '+375 29 123 45 67')
})
