import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayIn } from './days.ts'

test('a day begins at the midnight of the company, not of the server', () => {
  const at = new Date('2026-03-09T21:30:00Z')
  assert.equal(dayIn('UTC', at), '2026-03-09')
  assert.equal(dayIn('Europe/Minsk', at), '2026-03-10')
  assert.equal(dayIn('America/New_York', at), '2026-03-09')
})
