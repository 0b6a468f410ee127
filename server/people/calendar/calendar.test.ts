import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as contract from '#contract/time/calendar.ts'
import { as, done, type Person } from '#test/as.ts'
import { race } from '#test/race.ts'
import { makePerformer, makeStaff } from '#test/world/people.ts'
import { makeCompany } from '#test/world.ts'
import { officialDay } from './official.ts'

const saidOf = (...day: Parameters<typeof officialDay>) => {
  const { kind, official, holiday, exchanged_with } = officialDay(...day)
  return [kind, official, holiday, exchanged_with]
}
const year = (person: Person, of: number) => done(person, contract.getCalendar, { year: of })

test('CAL-1 S97: working days of the years add up to those of the official calendars', async () => {
  const counts = async (country: 'BY' | 'RU') => {
    const { owner } = await makeCompany({ country })
    const years = await Promise.all([2024, 2025, 2026, 2027].map((of) => year(owner, of)))
    return years.map(({ working_days, moves_known }) => [working_days, moves_known])
  }
  const [belarus, russia] = [await counts('BY'), await counts('RU')]
  assert.deepEqual(belarus.slice(0, 3), [
    [253, true],
    [252, true],
    [254, true],
  ])
  assert.deepEqual(russia.slice(0, 3), [
    [248, true],
    [247, true],
    [247, true],
  ])
  assert.deepEqual([belarus[3]?.[1], russia[3]?.[1]], [false, false])
})

test('CAL-1: Radunitsa is the ninth day after Easter; a Russian holiday on a day off is carried on', () => {
  for (const day of ['2024-05-14', '2025-04-29', '2026-04-21', '2027-05-11'])
    assert.deepEqual(saidOf('BY', day), ['off', 'holiday', 'by_radunitsa', null], day)
  for (const day of ['2026-03-09', '2026-05-11', '2027-05-03', '2027-05-10', '2027-06-14'])
    assert.deepEqual(saidOf('RU', day).slice(0, 2), ['off', 'moved_off'], day)
  assert.deepEqual(saidOf('RU', '2026-03-09'), ['off', 'moved_off', 'ru_women', null])
  assert.equal(officialDay('BY', '2026-03-09').kind, 'work')
  // Two holidays of 2025 were given other days than the next.
  assert.deepEqual([officialDay('RU', '2025-02-24').kind, officialDay('RU', '2025-03-10').kind], ['work', 'work'])
})

test('CAL-1: a moved day says which it was exchanged with, an eve what comes', () => {
  assert.deepEqual(saidOf('BY', '2026-04-20'), ['off', 'moved_off', null, '2026-04-25'])
  assert.deepEqual(saidOf('BY', '2026-04-25'), ['short', 'moved_work', null, '2026-04-20'])
  assert.deepEqual(saidOf('RU', '2026-01-09'), ['off', 'moved_off', null, '2026-01-03'])
  assert.deepEqual(saidOf('BY', '2026-12-24'), ['short', 'before_holiday', 'by_christmas_west', null])
})

test('CAL-2: eves are short, and so is a Saturday worked instead of one', () => {
  const short = (of: number) =>
    Array.from({ length: 366 }, (_, days) => new Date(Date.UTC(of, 0, 1 + days)).toISOString().slice(0, 10))
      .filter((day) => day.startsWith(String(of)) && officialDay('RU', day).kind === 'short')
      .map((day) => day.slice(5))
  assert.deepEqual(short(2024), ['02-22', '03-07', '05-08', '06-11', '11-02'])
  assert.deepEqual(short(2025), ['03-07', '04-30', '06-11', '11-01'])
  assert.deepEqual(short(2026), ['04-30', '05-08', '06-11', '11-03'])
  assert.equal(officialDay(null, '2026-01-01').kind, 'work')
})

test('CAL-3 S2: the company’s own day wins, says who and why, and is taken back', async () => {
  const { owner } = await makeCompany()
  const day = '2026-11-28'
  const said = await done(owner, contract.setCalendarDay, { day, kind: 'work', note: 'Сдача объекта' })
  assert.deepEqual(
    [said.kind, said.minutes, said.own?.note, said.own?.set_by.id],
    ['work', 480, 'Сдача объекта', owner.id],
  )
  assert.equal((await year(owner, 2026)).working_days, 255)
  const other = await makeCompany()
  assert.equal((await year(other.owner, 2026)).working_days, 254)
  const back = await done(owner, contract.clearCalendarDay, { day })
  assert.deepEqual([back.kind, back.own], ['off', null])
  assert.deepEqual(await done(owner, contract.clearCalendarDay, { day }), back)
})

test('CAL-3: of many words at once on one day one stands', async () => {
  const { owner } = await makeCompany()
  const at = { day: '2026-11-28' } as const
  const replies = await race(5, (n) => as(owner, contract.setCalendarDay, { ...at, kind: n % 2 ? 'work' : 'short' }))
  assert.deepEqual(
    replies.map(({ status }) => status),
    [200, 200, 200, 200, 200],
  )
  const own = (await year(owner, 2026)).days.filter((day) => day.own)
  assert.equal(own.length, 1)
})

test('CAL-3: a manager reads the calendar and changes nothing, a performer has no such page', async () => {
  const company = await makeCompany()
  const manager = await makeStaff(company)
  assert.equal((await year(manager, 2026)).days.length, 365)
  const day = '2026-11-28'
  const set = await as(manager, contract.setCalendarDay, { day, kind: 'work' })
  const cleared = await as(manager, contract.clearCalendarDay, { day })
  assert.deepEqual([set.status, set.body.code, cleared.body.code], [403, 'company.not_yours', 'company.not_yours'])
  const performer = await makePerformer(company)
  assert.equal((await as(performer, contract.getCalendar, { year: 2026 })).body.code, 'door.staff')
  const wrong = await as(company.owner, contract.setCalendarDay, { day: '2026-02-30', kind: 'work' })
  assert.equal(wrong.status, 422)
})
