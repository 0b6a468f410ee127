import assert from 'node:assert/strict'
import { test } from 'node:test'
import { splitByDays } from './split-by-days.ts'

const split = (from: string, to: string, time_zone = 'Europe/Minsk') =>
  splitByDays({ from: new Date(from), to: new Date(to), time_zone }).map(({ day, minutes }) => `${day} ${minutes}`)

test('TSK-6: a clock that ran within one day makes one entry', () => {
  assert.deepEqual(split('2026-03-10T09:00:00Z', '2026-03-10T11:16:08Z'), ['2026-03-10 136'])
})

test('TSK-6 S97: over midnight it is split at the midnight of the company, not of the world', () => {
  assert.deepEqual(split('2026-03-10T20:30:00Z', '2026-03-10T21:45:00Z'), ['2026-03-10 30', '2026-03-11 45'])
  assert.deepEqual(split('2026-03-10T23:30:00Z', '2026-03-11T00:45:00Z'), ['2026-03-11 75'])
})

test('TSK-6: less than a minute counts as one, wherever midnight falls', () => {
  assert.deepEqual(split('2026-03-10T09:00:00Z', '2026-03-10T09:00:00Z'), ['2026-03-10 1'])
  assert.deepEqual(split('2026-03-10T20:59:50Z', '2026-03-10T21:00:05Z'), ['2026-03-11 1'])
})

test('the days add up to the whole, rounded once', () => {
  assert.deepEqual(split('2026-03-10T20:59:20Z', '2026-03-10T21:01:40Z'), ['2026-03-10 1', '2026-03-11 1'])
  assert.deepEqual(split('2026-03-10T12:00:00Z', '2026-03-12T12:00:00Z'), [
    '2026-03-10 540',
    '2026-03-11 1440',
    '2026-03-12 900',
  ])
})

test('a day of 23 hours and one of 25 have their own length', () => {
  assert.deepEqual(split('2026-03-28T22:00:00Z', '2026-03-29T23:00:00Z', 'Europe/Berlin'), [
    '2026-03-28 60',
    '2026-03-29 1380',
    '2026-03-30 60',
  ])
  assert.deepEqual(split('2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z', 'Europe/Berlin'), ['2026-10-25 1500'])
})
