import assert from 'node:assert/strict'
import { test } from 'node:test'
import { heatOf, monthAfter, monthDays, plusDays, weekStart } from './weeks.ts'

test('weeks begin on Monday and months have their own length, over the ends of years', () => {
  assert.deepEqual(['2026-11-23', '2026-11-26', '2026-11-29'].map(weekStart), Array(3).fill('2026-11-23'))
  assert.equal(plusDays('2026-12-31', 1), '2027-01-01')
  assert.deepEqual(monthDays('2028-02'), { from: '2028-02-01', to: '2028-02-29' })
  assert.deepEqual([monthAfter('2026-12', 1), monthAfter('2026-01', -1)], ['2027-01', '2025-12'])
})

test('the heat says how full a day is, and work on a day off is over it', () => {
  assert.deepEqual(
    [
      heatOf(0, 480),
      heatOf(60, 480),
      heatOf(240, 480),
      heatOf(400, 480),
      heatOf(480, 480),
      heatOf(481, 480),
      heatOf(60, 0),
    ],
    [0, 1, 2, 3, 4, 5, 5],
  )
})
