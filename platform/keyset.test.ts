import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refused } from './errors.ts'
import { fromCursor, pageOf, toCursor } from './keyset.ts'

test('a key comes back from its cursor, whatever letters it has', () => {
  const key = ['ООО «Ёлка» "1"', 7]
  assert.deepEqual(fromCursor(toCursor(key), 2), key)
})

test('a cursor that no list gave is refused by its field', () => {
  for (const wrong of [
    '',
    'x',
    toCursor(['a']),
    Buffer.from('{"a":1}').toString('base64url'),
    Buffer.from('[[],{}]').toString('base64url'),
  ])
    assert.throws(
      () => fromCursor(wrong, 2),
      (error) => error instanceof Refused && error.refusal.field === 'after',
    )
})

test('a page ends where the rows end', () => {
  const page = (n: number) =>
    pageOf(
      Array.from({ length: n }, (_, id) => ({ id })),
      2,
      ({ id }) => [id],
    )
  assert.deepEqual(page(2), { rows: [{ id: 0 }, { id: 1 }], next: null })
  assert.deepEqual(page(3), { rows: [{ id: 0 }, { id: 1 }], next: toCursor([1]) })
  assert.deepEqual(page(0), { rows: [], next: null })
})
