import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as absences from '#contract/time/absences.ts'
import * as tasks from '#contract/tasks.ts'
import { actualBetween, plannedBetween } from '#server/tasks/index.ts'
import { done } from '#test/as.ts'
import { queriesOf } from '#test/queries.ts'
import { inside } from '#test/world/inside.ts'
import { addPerformer, makePerformer } from '#test/world/people.ts'
import { makeTask, makeTaskAtWork, minskDay } from '#test/world/tasks.ts'
import { type Company, makeCompany } from '#test/world.ts'

/** A moment by the clock on the wall in Minsk, of a day of March 2026: the ninth is a Monday. */
const at = (day: number, clock: string) =>
  new Date(`2026-03-${String(day).padStart(2, '0')}T${clock}:00+03:00`).toISOString()

async function planOf(company: Company, member_id: string, [from, to] = [9, 15]) {
  const day = (of: number) => `2026-03-${String(of).padStart(2, '0')}`
  const asked = { member_ids: [member_id], from: day(from), to: day(to) }
  return (await inside(company, (ctx) => plannedBetween(ctx, asked))).of(member_id)
}
const hoursOf = async (...of: Parameters<typeof planOf>) => (await planOf(...of)).map(({ minutes }) => minutes / 60)

test('TSK-15 S2: a task takes its time; as long as the day, without the break; beside it and outside the hours, on top', async () => {
  const company = await makeCompany()
  const pavel = await addPerformer(company)
  const plan = (starts_at: string, ends_at: string) => makeTask(company.owner, [pavel], { starts_at, ends_at })
  await plan(at(9, '09:00'), at(9, '18:00'))
  await plan(at(10, '09:00'), at(10, '13:00'))
  await plan(at(10, '12:00'), at(10, '20:00'))
  await plan(at(11, '22:00'), at(12, '02:00'))
  await plan(at(14, '10:00'), at(14, '12:00'))
  assert.deepEqual(await hoursOf(company, pavel.id), [8, 12, 2, 2, 0, 2, 0])
  const [, , wednesday] = await planOf(company, pavel.id)
  assert.deepEqual(
    wednesday?.pieces.map(({ from, to, point }) => [from / 60, to / 60, point]),
    [[22, 24, false]],
  )
})

test('TSK-15: an estimate counts instead of a longer time; without an end it is the time; without both there is a point', async () => {
  const company = await makeCompany()
  const pavel = await addPerformer(company)
  const plan = (starts_at: string, more: object) => makeTask(company.owner, [pavel], { starts_at, ...more })
  await plan(at(9, '09:00'), { ends_at: at(9, '15:00'), estimate_minutes: 90 })
  await plan(at(10, '09:00'), { estimate_minutes: 120 })
  await plan(at(11, '16:00'), {})
  assert.deepEqual((await hoursOf(company, pavel.id)).slice(0, 3), [1.5, 2, 0])
  const [, , wednesday] = await planOf(company, pavel.id)
  assert.deepEqual(
    wednesday?.pieces.map(({ from, to, point }) => [from / 60, to / 60, point]),
    [[16, 16, true]],
  )
})

test('TSK-15: work of many days takes working hours only, and its estimate is parted among them', async () => {
  const company = await makeCompany()
  const [pavel, igor, anna] = await Promise.all([addPerformer(company), addPerformer(company), addPerformer(company)])
  const span = { starts_at: at(12, '14:00'), ends_at: at(17, '12:00') }
  await makeTask(company.owner, [pavel], span)
  assert.deepEqual(await hoursOf(company, pavel.id, [12, 17]), [4, 8, 0, 0, 8, 3])
  await makeTask(company.owner, [igor], { ...span, estimate_minutes: 690 })
  assert.deepEqual(await hoursOf(company, igor.id, [12, 17]), [2, 4, 0, 0, 4, 1.5])
  // The same from the middle of it.
  assert.deepEqual(await hoursOf(company, igor.id, [16, 17]), [4, 1.5])
  await makeTask(company.owner, [anna], { starts_at: at(12, '14:00'), estimate_minutes: 1200 })
  assert.deepEqual(await hoursOf(company, anna.id, [12, 18]), [4, 8, 0, 0, 8, 0, 0])
  assert.deepEqual(await hoursOf(company, anna.id, [16, 17]), [8, 0])
})

test('TSK-15: on a day of absence work that stands there is seen; what was cancelled or declined is not', async () => {
  const company = await makeCompany()
  const pavel = await makePerformer(company)
  const span = { starts_at: at(10, '09:00'), ends_at: at(10, '12:00') }
  await makeTask(company.owner, [pavel], span)
  const { id: gone } = await makeTask(company.owner, [pavel], span)
  const { id: refused } = await makeTask(company.owner, [pavel], span)
  await done(company.owner, tasks.cancelTask, { task_id: gone, reason: 'Ошибка' })
  await done(pavel, tasks.declineTask, { task_id: refused, reason: 'Занят' })
  const day = { from_day: '2026-03-10', to_day: '2026-03-10' }
  await done(company.owner, absences.addAbsence, { member_id: pavel.id, kind: 'vacation', ...day })
  const asked = { member_ids: [pavel.id], from: '2026-03-09', to: '2026-03-10' }
  const all = await inside(company, (ctx) => plannedBetween(ctx, asked))
  assert.deepEqual(
    all
      .hours(pavel.id)
      .map(({ minutes, absence }, n) => [minutes, absence?.kind ?? null, all.of(pavel.id)[n]?.minutes]),
    [
      [480, null, 0],
      [0, 'vacation', 180],
    ],
  )
})

test('TSK-15: hours that were logged, struck ones apart, by the days of the company', async () => {
  const company = await makeCompany()
  const pavel = await makePerformer(company)
  const { id: task_id } = await makeTaskAtWork(company.owner, [pavel])
  await done(pavel, tasks.logTime, { task_id, day: minskDay(-1), minutes: 90 })
  const wrong = await done(pavel, tasks.logTime, { task_id, day: minskDay(-1), minutes: 15 })
  await done(pavel, tasks.strikeTime, { time_entry_id: wrong.id, reason: 'Ошибка' })
  const asked = { member_ids: [pavel.id], from: minskDay(-2), to: minskDay() }
  const all = await inside(company, (ctx) => actualBetween(ctx, asked))
  assert.deepEqual(all.of(pavel.id), [0, 90, 0])
})

test('TSK-15: what one person has is the same beside another whose work goes beyond the period', async () => {
  const company = await makeCompany()
  const [pavel, igor] = await Promise.all([addPerformer(company), addPerformer(company)])
  const plan = (of: typeof pavel, starts_at: string, ends_at: string) =>
    makeTask(company.owner, [of], { starts_at, ends_at })
  await plan(pavel, at(9, '00:00'), at(9, '08:00'))
  await plan(pavel, at(10, '10:00'), at(10, '12:00'))
  await plan(pavel, at(11, '22:00'), at(12, '00:00'))
  await plan(igor, at(5, '14:00'), at(17, '12:00'))
  const alone = await planOf(company, pavel.id, [9, 11])
  const asked = { member_ids: [pavel.id, igor.id], from: '2026-03-09', to: '2026-03-11' }
  const both = await inside(company, (ctx) => plannedBetween(ctx, asked))
  assert.deepEqual(both.of(pavel.id), alone)
  assert.deepEqual(
    alone.map(({ minutes }) => minutes / 60),
    [8, 2, 2],
  )
  assert.deepEqual(
    both.of(igor.id).map(({ minutes }) => minutes / 60),
    [8, 8, 8],
  )
})

test('TSK-15: plans of many people take as many queries as those of one', async () => {
  const company = await makeCompany()
  const people = await Promise.all(Array.from({ length: 8 }, () => addPerformer(company)))
  for (const one of people)
    await makeTask(company.owner, [one], { starts_at: at(9, '09:00'), ends_at: at(12, '18:00') })
  const ask = (ids: string[]) =>
    inside(company, async (ctx) => {
      const all = await plannedBetween(ctx, { member_ids: ids, from: '2026-03-01', to: '2026-03-31' })
      return ids.map((id) => all.of(id).reduce((sum, { minutes }) => sum + minutes, 0) / 60)
    })
  const ids = people.map(({ id }) => id)
  const counts = [await queriesOf(() => ask(ids.slice(0, 1))), await queriesOf(() => ask(ids))]
  assert.deepEqual(
    counts.map(({ length }) => length),
    [3, 3],
  )
  assert.deepEqual(
    await ask(ids),
    ids.map(() => 32),
  )
})
