import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressOf, changed, day, flag, list, oneOf, whole } from './route.ts'

test('filters of an address are read by their shape; what does not fit is as if it were not there', () => {
  assert.deepEqual(list('new', 'work')('work,acceptance'), ['work'])
  assert.equal(list('new', 'work')('acceptance'), undefined)
  assert.deepEqual(list()('a,b,'), ['a', 'b'])
  assert.equal(oneOf('board', 'list')('calendar'), undefined)
  assert.equal(day('2026-11-24T00:00'), undefined)
  assert.equal(whole('12'), 12)
  assert.equal(flag('0'), undefined)
})

test('a changed filter stands in the address as people read it', () => {
  const next = changed({ q: 'щит', phase: 'new' }, { phase: ['work', 'closing'], q: undefined, late: true, page: 2 })
  assert.equal(addressOf('/orders', next), '/orders?phase=work,closing&late=1&page=2')
})
