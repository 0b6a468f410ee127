import assert from 'node:assert/strict'
import { test } from 'node:test'
import { minutesTyped, typedMinutes } from './typed-minutes.ts'

test('minutes are read as people type them', () => {
  const read: [string, number][] = [
    ['2:30', 150],
    ['2,5', 150],
    ['8', 480],
    ['45 мин', 45],
    ['2 ч', 120],
    ['2ч 15м', 135],
    ['1h 15m', 75],
    ['1,5 часа', 90],
  ]
  for (const [typed, minutes] of read) assert.equal(minutesTyped(typed), minutes, typed)
  for (const typed of ['', '0', '25', '2:75', 'много', '-1']) assert.equal(minutesTyped(typed), null, typed)
  assert.equal(typedMinutes(150), '2:30')
})
