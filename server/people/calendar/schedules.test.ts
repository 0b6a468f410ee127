import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as calendar from '#contract/time/calendar.ts'
import * as schedules from '#contract/time/schedules.ts'
import { as, done, type Person } from '#test/as.ts'
import { queriesOf } from '#test/queries.ts'
import { race } from '#test/race.ts'
import { inside } from '#test/world/inside.ts'
import { addPerformer, makePerformer, makeStaff } from '#test/world/people.ts'
import { type Company, makeCompany } from '#test/world.ts'
import { availability } from './availability.ts'

const hours = (from: string, to: string, break_minutes = 60) => ({ from, to, break_minutes })
const DAY = hours('09:00', '18:00')
const WEEK = [DAY, DAY, DAY, DAY, DAY, null, null]

/** What one person works on days, as text: «8 9:00–18:00». */
async function worked(company: Company, member_id: string, from: string, to: string): Promise<string[]> {
  const all = await inside(company, (ctx) => availability(ctx, [member_id], from, to))
  const clock = (minute: number) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`
  return all.of(member_id).map(({ minutes, spans }) => {
    return [minutes / 60, ...spans.map((span) => `${clock(span.from)}–${clock(span.to)}`)].join(' ')
  })
}

const minutesOn = async (person: Person, on: string) =>
  (await done(person, calendar.getCalendar, { year: Number(on.slice(0, 4)) })).days.find(({ day }) => day === on)

test('CAL-4 S2: a company works Monday to Friday from nine to six until it says otherwise', async () => {
  const company = await makeCompany()
  const { owner } = company
  const before = await done(owner, schedules.getWorkingWeek, {})
  assert.deepEqual([before.week, before.minutes, before.can.change], [WEEK, 2400, null])

  const six_days = [...WEEK.slice(0, 5), hours('10:00', '15:00', 0), null]
  const after = await done(owner, schedules.setWorkingWeek, { week: six_days })

  assert.deepEqual([after.week, after.minutes, after.version], [six_days, 2700, before.version + 1])
  // A plain Saturday is worked now; the first of May is not, and its eve is short by the law.
  assert.deepEqual(
    await Promise.all(['2026-11-28', '2026-05-01', '2026-04-30'].map((on) => minutesOn(owner, on))).then((days) =>
      days.map((day) => [day?.kind, day?.minutes, day?.official]),
    ),
    [
      ['work', 300, null],
      ['off', 0, 'holiday'],
      ['short', 420, 'before_holiday'],
    ],
  )
  assert.deepEqual(await done(owner, schedules.setWorkingWeek, { week: six_days }), after)
})

test('CAL-4: a day worked against the week has the hours of its first day; an eve on a day off is none', async () => {
  const company = await makeCompany()
  const monday = hours('08:00', '14:00', 0)
  await done(company.owner, schedules.setWorkingWeek, { week: [null, monday, DAY, DAY, null, null, null] })
  // 25 April 2026, a Saturday, is worked for the Monday before Radunitsa, and is as short as an eve.
  const moved = await minutesOn(company.owner, '2026-04-25')
  assert.deepEqual([moved?.kind, moved?.minutes, moved?.exchanged_with], ['short', 300, '2026-04-20'])
  const eve = await minutesOn(company.owner, '2026-01-01')
  assert.deepEqual([eve?.kind, eve?.holiday], ['off', 'by_new_year'])
  // The Friday before Victory Day is an eve by the law, and a day off of theirs.
  const off = await minutesOn(company.owner, '2026-05-08')
  assert.deepEqual([off?.kind, off?.official], ['off', null])
})

test('CAL-4: hours that cannot be worked, a stale form and one without the right are refused', async () => {
  const company = await makeCompany()
  const { owner } = company
  const { version } = await done(owner, schedules.getWorkingWeek, {})
  const set = (week: (typeof DAY | null)[], person: Person = owner) => as(person, schedules.setWorkingWeek, { week })
  assert.equal((await set(WEEK.map(() => null))).body.code, 'schedule.empty')
  assert.equal((await set([hours('09:00', '10:00', 60), ...WEEK.slice(1)])).body.code, 'schedule.break_too_long')
  assert.equal((await set(WEEK.slice(1))).status, 422)
  const manager = await makeStaff(company)
  assert.deepEqual([(await set(WEEK, manager)).body.code], ['company.not_yours'])
  assert.equal((await done(manager, schedules.getWorkingWeek, {})).can.change?.code, 'company.not_yours')
  await done(owner, schedules.setWorkingWeek, { week: [DAY, ...WEEK.slice(1, 4), null, null, null] })
  const stale = await as(owner, schedules.setWorkingWeek, { week: WEEK }, { if_match: version })
  assert.deepEqual([stale.status, stale.body.code], [412, 'version.stale'])
})

test('CAL-5 S2: two days on and two off go round through holidays; a week of his own does not', async () => {
  const company = await makeCompany()
  const { owner } = company
  const pavel = await addPerformer(company, { name: 'Павел Жук' })
  const long = hours('08:00', '20:00')
  const round = { kind: 'shifts' as const, pattern: [long, long, null, null], from_day: '2026-04-29' }
  const { rows, today_id } = await done(owner, schedules.addSchedule, { member_id: pavel.id, ...round })
  assert.deepEqual([rows[0]?.follows_calendar, rows[0]?.made_by.id, today_id], [false, owner.id, rows[0]?.id])
  // 1 May is a holiday, and a day off of the round; 3 May is a Sunday and worked.
  assert.deepEqual(await worked(company, pavel.id, '2026-04-28', '2026-05-04'), [
    '8 9:00–18:00',
    '11 8:00–20:00',
    '11 8:00–20:00',
    '0',
    '0',
    '11 8:00–20:00',
    '11 8:00–20:00',
  ])

  const igor = await addPerformer(company)
  const half = hours('09:00', '13:00', 0)
  const own = { kind: 'weekly' as const, pattern: [half, half, half, half, half, null, null], from_day: '2026-04-01' }
  await done(owner, schedules.addSchedule, { member_id: igor.id, ...own })
  assert.deepEqual(await worked(company, igor.id, '2026-04-24', '2026-05-01'), [
    '4 9:00–13:00',
    // The Saturday worked for the Monday, as short as the eve.
    '3 9:00–12:00',
    '0',
    '4 9:00–13:00',
    '4 9:00–13:00',
    '4 9:00–13:00',
    '3 9:00–12:00',
    '0',
  ])
})

test('CAL-5: of schedules that cover a day the later holds, and the earlier again after its end', async () => {
  const company = await makeCompany()
  const { owner } = company
  const { id: member_id } = await addPerformer(company)
  const add = (from: string, span: ReturnType<typeof hours>, to_day?: string) =>
    done(owner, schedules.addSchedule, {
      member_id,
      kind: 'weekly',
      pattern: WEEK.map((day) => day && span),
      from_day: from,
      ...(to_day && { to_day }),
    })
  await add('2026-03-02', hours('08:00', '16:00', 0))
  const { rows } = await add('2026-03-10', hours('12:00', '14:00', 0), '2026-03-11')
  const days = () => worked(company, member_id, '2026-03-09', '2026-03-12')
  assert.deepEqual(await days(), ['8 8:00–16:00', '2 12:00–14:00', '2 12:00–14:00', '8 8:00–16:00'])

  const newest = { member_id, schedule_id: rows[0]?.id ?? '' }
  await done(owner, schedules.endSchedule, { ...newest, to_day: '2026-03-10' })
  assert.equal((await days())[2], '8 8:00–16:00')
  const left = await done(owner, schedules.removeSchedule, newest)
  assert.equal(left.rows.length, 1)
  assert.equal((await days())[1], '8 8:00–16:00')
  const again = await race(2, () => as(owner, schedules.removeSchedule, newest))
  assert.deepEqual(
    again.map(({ status, body }) => [status, body.code]),
    [
      [404, 'schedule.missing'],
      [404, 'schedule.missing'],
    ],
  )
})

test('CAL-5: who may set the hours of whom, and what is no schedule', async () => {
  const company = await makeCompany()
  const manager = await makeStaff(company)
  const clerk = await makeStaff(company, 'member')
  const pavel = await makePerformer(company)
  const give = (by: Person, member_id: string, more: object = {}) =>
    as(by, schedules.addSchedule, { member_id, kind: 'weekly', pattern: WEEK, from_day: '2026-03-02', ...more })
  assert.equal((await give(manager, pavel.id)).status, 200)
  assert.equal((await give(manager, clerk.id)).body.code, 'schedule.not_yours')
  assert.equal((await give(clerk, clerk.id)).body.code, 'schedule.not_yours')
  assert.equal((await give(clerk, pavel.id)).body.code, 'performer.not_yours')
  assert.equal((await give(company.owner, clerk.id)).status, 200)
  assert.equal((await give(pavel, pavel.id)).body.code, 'door.staff')
  const stranger = await makeCompany()
  assert.equal((await give(stranger.owner, pavel.id)).status, 404)
  assert.equal((await give(manager, pavel.id, { pattern: [DAY, null] })).body.code, 'schedule.week_of_seven')
  assert.equal((await give(manager, pavel.id, { to_day: '2026-03-01' })).body.code, 'days.backwards')
  assert.equal((await give(manager, pavel.id, { kind: 'shifts', pattern: [null, null] })).body.code, 'schedule.empty')
  const seen = await done(clerk, schedules.listSchedules, { member_id: pavel.id })
  assert.deepEqual([seen.rows.length, seen.can.change?.code], [1, 'performer.not_yours'])
})

test('CAL-6: a night stands on both days, its break in the longer part, also where the period begins', async () => {
  const company = await makeCompany()
  const { id: member_id } = await addPerformer(company)
  const night = { kind: 'shifts' as const, pattern: [hours('20:00', '08:00'), null, null], from_day: '2026-03-02' }
  await done(company.owner, schedules.addSchedule, { member_id, ...night })
  assert.deepEqual(await worked(company, member_id, '2026-03-02', '2026-03-06'), [
    '4 20:00–24:00',
    '7 0:00–8:00',
    '0',
    '4 20:00–24:00',
    '7 0:00–8:00',
  ])
  assert.deepEqual(await worked(company, member_id, '2026-03-03', '2026-03-03'), ['7 0:00–8:00'])
  await done(company.owner, schedules.addSchedule, {
    member_id,
    kind: 'shifts',
    pattern: [hours('08:00', '08:00', 120), null, null, null],
    from_day: '2026-04-01',
  })
  assert.deepEqual(await worked(company, member_id, '2026-04-01', '2026-04-02'), ['14 8:00–24:00', '8 0:00–8:00'])
})

test('CAL-6: hours of many people take as many queries as those of one', async () => {
  const company = await makeCompany()
  const people = await Promise.all(Array.from({ length: 12 }, () => addPerformer(company)))
  for (const { id } of people.slice(0, 6))
    await done(company.owner, schedules.addSchedule, {
      member_id: id,
      kind: 'weekly',
      pattern: WEEK,
      from_day: '2026-03-02',
    })
  const ask = (ids: string[]) => inside(company, (ctx) => availability(ctx, ids, '2026-03-01', '2026-03-31'))
  const ids = people.map(({ id }) => id)
  const [few, many] = [await queriesOf(() => ask(ids.slice(0, 1))), await queriesOf(() => ask(ids))]
  assert.deepEqual([few.length, many.length], [2, 2])
  const all = await ask(ids)
  assert.deepEqual(
    ids.map((id) => all.of(id).reduce((sum, { minutes }) => sum + minutes, 0)),
    ids.map(() => 22 * 480),
  )
})
