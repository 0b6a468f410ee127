import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clockOf } from '#platform/days.ts'
import { offsetAt, setTimeZone } from '#web/platform/zone.ts'

const HOUR = 3_600_000

test('what was told of a zone’s clock is what a browser knows of it, and beyond what was told the browser is asked', () => {
  for (const zone of ['Europe/Minsk', 'Europe/Warsaw', 'America/St_Johns', 'Australia/Lord_Howe']) {
    const instants = Array.from({ length: 9 * 365 }, (_, n) => Date.UTC(2022, 0, 1, 12) + n * 24 * HOUR + n * 60_000)
    setTimeZone(zone)
    const asked = instants.map(offsetAt)
    setTimeZone(zone, clockOf(zone, new Date('2026-11-24T11:35:00Z')))
    assert.deepEqual(instants.map(offsetAt), asked)
  }
})

test('the hour of a clock change belongs to the side it is on', () => {
  setTimeZone('Europe/Warsaw', clockOf('Europe/Warsaw', new Date('2026-11-24T11:35:00Z')))
  assert.equal(offsetAt(Date.parse('2026-03-29T00:59:59Z')), HOUR)
  assert.equal(offsetAt(Date.parse('2026-03-29T01:00:00Z')), 2 * HOUR)
})
