import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clockOf, dayIn } from './days.ts'

test('a day begins at the midnight of the company, not of the server', () => {
  const at = new Date('2026-03-09T21:30:00Z')
  assert.equal(dayIn('UTC', at), '2026-03-09')
  assert.equal(dayIn('Europe/Minsk', at), '2026-03-10')
  assert.equal(dayIn('America/New_York', at), '2026-03-09')
})

test('a zone’s clock is told with its changes of the years around', () => {
  const at = new Date('2026-03-09T21:30:00Z')
  assert.deepEqual(clockOf('Europe/Minsk', at), {
    until: '2029-01-01T00:00:00Z',
    shifts: [{ since: '2024-01-01T00:00:00Z', offset: 180 }],
  })
  const warsaw = clockOf('Europe/Warsaw', at).shifts
  assert.equal(warsaw.length, 11)
  assert.deepEqual(
    warsaw.filter(({ since }) => since.startsWith('2026')),
    [
      { since: '2026-03-29T01:00:00Z', offset: 120 },
      { since: '2026-10-25T01:00:00Z', offset: 60 },
    ],
  )
  assert.equal(clockOf('Asia/Kolkata', at).shifts[0]?.offset, 330)
})
