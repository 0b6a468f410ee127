import assert from 'node:assert/strict'
import { test } from 'node:test'
import { periodBefore, periodName, presetPeriod } from './period.ts'

test('S6: presets of a report are whole months, quarters and years of the company', () => {
  assert.deepEqual(presetPeriod('month', '2026-02-10'), { from: '2026-02-01', to: '2026-02-28' })
  assert.deepEqual(presetPeriod('last_month', '2026-01-31'), { from: '2025-12-01', to: '2025-12-31' })
  assert.deepEqual(presetPeriod('quarter', '2026-11-24'), { from: '2026-10-01', to: '2026-12-31' })
  assert.deepEqual(presetPeriod('year', '2026-11-24'), { from: '2026-01-01', to: '2026-12-31' })
  assert.deepEqual(presetPeriod('days30', '2026-11-24'), { from: '2026-10-26', to: '2026-11-24' })
})

test('S6: a period is compared with as many months before it, else with as many days', () => {
  assert.deepEqual(periodBefore({ from: '2026-03-01', to: '2026-03-31' }), { from: '2026-02-01', to: '2026-02-28' })
  assert.deepEqual(periodBefore({ from: '2026-01-01', to: '2026-12-31' }), { from: '2025-01-01', to: '2025-12-31' })
  assert.deepEqual(periodBefore({ from: '2026-11-05', to: '2026-11-07' }), { from: '2026-11-02', to: '2026-11-04' })
})

test('S6: a period is named as people say it', () => {
  // Without an interface around it the words are Russian.
  assert.equal(periodName({ from: '2026-11-01', to: '2026-11-30' }), '1–30 нояб. 2026')
  assert.equal(periodName({ from: '2026-10-01', to: '2026-10-31' }, { short: true }), 'октябрь 2026')
})
