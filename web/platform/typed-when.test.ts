import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeZone } from './zone.ts'
import { readTyped, shifted, typedForm, typedInstant } from './typed-when.ts'

setTimeZone('Europe/Minsk')
// A Tuesday, 13:00 in Minsk.
const now = new Date('2026-11-24T10:00:00Z')

test('a day and an hour are read as people type them', () => {
  const read: [string, string, string | null][] = [
    ['25.11 12:00', '2026-11-25', '12:00'],
    ['25.11.2027 9', '2027-11-25', '09:00'],
    ['25.11.27', '2027-11-25', null],
    ['завтра 9', '2026-11-25', '09:00'],
    ['сегодня к 18.30', '2026-11-24', '18:30'],
    ['пт, 14ч', '2026-11-27', '14:00'],
    ['вт', '2026-11-24', null],
    ['18:00', '2026-11-24', '18:00'],
    ['2026-12-01 0815', '2026-12-01', '08:15'],
    ['10.03 12:00', '2027-03-10', '12:00'],
    ['1.10', '2026-10-01', null],
  ]
  for (const [typed, day, clock] of read) assert.deepEqual(readTyped(typed, now), { day, clock }, typed)
})

test('what is no day and no hour is not guessed', () => {
  for (const typed of ['', '31.11', '12', 'скоро', '25.11 25:00', '25.11 12:00 утра', '30.02.2027'])
    assert.equal(readTyped(typed, now), null, typed)
})

test("the instant is of the company's zone, and goes back into what was typed", () => {
  assert.equal(typedInstant('25.11 12:00', '18:00', now), '2026-11-25T09:00:00.000Z')
  assert.equal(typedInstant('25.11', '18:00', now), '2026-11-25T15:00:00.000Z')
  assert.equal(typedForm('2026-11-25T09:00:00.000Z'), '25.11.2026 12:00')
  assert.equal(typedForm('2026-11-25'), '25.11.2026')
  assert.equal(shifted('2026-12-31', 1), '2027-01-01')
})
