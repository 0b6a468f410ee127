import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as people from '#contract/people.ts'
import * as tasks from '#contract/tasks.ts'
import { as, done } from '#test/as.ts'
import { race } from '#test/race.ts'
import { type Company, makeCompany } from '#test/world.ts'
import { inside } from '#test/world/inside.ts'
import { makePerformer } from '#test/world/people.ts'
import { makeTask, makeTaskAtWork, minskDay } from '#test/world/tasks.ts'

async function makeWork() {
  const company = await makeCompany()
  const pavel = await makePerformer(company, { name: 'Павел Жук', cost_per_hour: '1000', from_day: '2020-01-01' })
  const { id: task_id } = await makeTask(company.owner, [pavel])
  await done(pavel, tasks.acceptTask, { task_id })
  return { company, owner: company.owner, pavel, task_id }
}

const costs = (company: Company) =>
  inside(company, ({ db }) =>
    db
      .selectFrom('labour_costs')
      .innerJoin('time_entries', 'time_entries.id', 'time_entry_id')
      .select(['day', 'minutes', 'cost_per_hour', 'cost', 'currency'])
      .where('labour_costs.company_id', '=', company.id)
      .orderBy('time_entries.id')
      .execute(),
  )

test('TSK-5 S47: hours have their day and note; two performers give two entries', async () => {
  const { company, owner, pavel } = await makeWork()
  const igor = await makePerformer(company)
  const { id: task_id } = await makeTaskAtWork(owner, [pavel, igor])
  await done(pavel, tasks.logTime, { task_id, day: minskDay(-1), minutes: 189, note: ' Монтаж ' })
  const { id, created_at, ...rest } = await done(igor, tasks.logTime, { task_id, day: minskDay(), minutes: 119 })

  const { time_entries: mine } = await done(igor, tasks.getTask, { task_id })
  assert.deepEqual(mine, [{ id, created_at, ...rest }])
  assert.deepEqual(
    mine.map(({ member }) => member.id),
    [igor.id],
  )
  const { time_entries, assignees } = await done(owner, tasks.getTask, { task_id })
  assert.deepEqual(
    time_entries.map(({ minutes, note }) => [minutes, note]),
    [
      [189, 'Монтаж'],
      [119, null],
    ],
  )
  assert.deepEqual(
    assignees.map(({ minutes }) => minutes).toSorted((a, b) => a - b),
    [119, 189],
  )
})

test('TSK-5: a day that has not come takes no hours', async () => {
  const { pavel, task_id } = await makeWork()
  const { status, body } = await as(pavel, tasks.logTime, { task_id, day: minskDay(1), minutes: 5 })
  assert.deepEqual([status, body.code, body.errors?.[0]?.path], [422, 'hours.day_ahead', 'day'])
})

test('TSK-5: nobody has more than 24 hours a day over all tasks, also from two phones at once', async () => {
  const { owner, pavel, task_id } = await makeWork()
  const { id: other_id } = await makeTaskAtWork(owner, [pavel])
  const day = minskDay(-1)

  const replies = await race(
    4,
    (n) => as(pavel, tasks.logTime, { task_id: n % 2 ? task_id : other_id, day, minutes: 700 }),
    () => as(pavel, tasks.getTask, { task_id }),
  )

  assert.deepEqual(
    replies.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 200, 422, 422],
  )
  const { body } = await as(pavel, tasks.logTime, { task_id, day, minutes: 41 })
  assert.deepEqual([body.code, body.facts?.['logged'], body.facts?.['left']], ['hours.day_full', 1400, 40])
  assert.equal((await as(pavel, tasks.logTime, { task_id, day, minutes: 40 })).status, 200)
})

test('TSK-5: a manager logs for a performer of the task, a performer for nobody else', async () => {
  const { company, owner, pavel, task_id } = await makeWork()
  const igor = await makePerformer(company)
  const entry = { task_id, day: minskDay(), minutes: 30 }
  const his = await as(pavel, tasks.logTime, { ...entry, member_id: igor.id })
  assert.deepEqual([his.status, his.body.code], [403, 'hours.own_only'])
  const stranger = await as(owner, tasks.logTime, { ...entry, member_id: igor.id })
  assert.deepEqual([stranger.status, stranger.body.code], [404, 'member.missing'])

  const { member, minutes } = await done(owner, tasks.logTime, { ...entry, member_id: pavel.id })
  assert.deepEqual([member, minutes], [{ id: pavel.id, name: pavel.name }, 30])
})

test('TSK-5: corrected and struck entries keep what they were in the history', async () => {
  const { company, pavel, task_id } = await makeWork()
  const { id: time_entry_id } = await done(pavel, tasks.logTime, { task_id, day: minskDay(), minutes: 90 })
  const fixed = await done(pavel, tasks.correctTime, { time_entry_id, minutes: 60, note: 'без обеда' })
  assert.deepEqual([fixed.time_entries[0]?.minutes, fixed.assignees[0]?.minutes], [60, 60])
  const stale = await as(pavel, tasks.correctTime, { time_entry_id, minutes: 10 }, { if_match: 1 })
  assert.deepEqual([stale.status, stale.body.code], [412, 'version.stale'])

  const struck = await done(pavel, tasks.strikeTime, { time_entry_id, reason: 'Записал дважды' })
  assert.deepEqual([struck.time_entries.length, struck.assignees[0]?.minutes], [1, 0])
  const late = await as(pavel, tasks.correctTime, { time_entry_id, minutes: 10 })
  assert.deepEqual([late.status, late.body.code], [409, 'hours.struck'])
  const told = await inside(company, ({ db }) =>
    db
      .selectFrom('events')
      .select(['name', 'facts'])
      .where('subject_id', '=', task_id)
      .where('name', 'like', 'task.time%')
      .orderBy('id')
      .execute(),
  )
  const facts = told.map(({ name, facts }) => [name, facts as Record<string, unknown>] as const)
  assert.deepEqual(
    facts.map(([name]) => name),
    ['task.time_logged', 'task.time_corrected', 'task.time_struck'],
  )
  assert.deepEqual([facts[1]?.[1]['old_minutes'], facts[1]?.[1]['minutes']], [90, 60])
  assert.equal(facts[2]?.[1]['reason'], 'Записал дважды')
  assert.doesNotMatch(JSON.stringify(told), /cost|rate/)
})

test('TSK-5 S7: an hour costs what it cost on its day; a later rate changes nothing', async () => {
  const { company, owner, pavel, task_id } = await makeWork()
  const setRate = (from_day: string, cost_per_hour: string) =>
    done(owner, people.setRate, { member_id: pavel.id, from_day, cost_per_hour })
  const { id: time_entry_id } = await done(pavel, tasks.logTime, { task_id, day: minskDay(-3), minutes: 50 })
  assert.deepEqual(await costs(company), [
    { day: minskDay(-3), minutes: 50, cost_per_hour: '1000', cost: '833', currency: 'BYN' },
  ])

  await setRate('2020-01-01', '9900')
  await setRate(minskDay(-1), '3000')
  assert.equal((await costs(company))[0]?.cost, '833')

  const seen = async () => (await costs(company)).map(({ cost_per_hour, cost }) => `${cost_per_hour} ${cost}`)
  await done(pavel, tasks.correctTime, { time_entry_id, minutes: 60 })
  assert.deepEqual(await seen(), ['1000 1000'])
  await done(pavel, tasks.correctTime, { time_entry_id, day: minskDay(-2) })
  assert.deepEqual(await seen(), ['1000 1000'])
  await done(pavel, tasks.correctTime, { time_entry_id, day: minskDay(-1) })
  assert.deepEqual(await seen(), ['3000 3000'])
})

test('TSK-5: who has no rate costs nothing, then and later', async () => {
  const { company, owner } = await makeWork()
  const igor = await makePerformer(company)
  const { id: task_id } = await makeTaskAtWork(owner, [igor])
  await done(igor, tasks.logTime, { task_id, day: minskDay(), minutes: 60 })
  await done(owner, people.setRate, { member_id: igor.id, from_day: '2020-01-01', cost_per_hour: '1000' })
  assert.deepEqual(
    (await costs(company)).map(({ cost, cost_per_hour }) => [cost, cost_per_hour]),
    [['0', null]],
  )
})

test('TSK-6: a person has one clock; starting it elsewhere stops it and logs', async () => {
  const { owner, pavel, task_id } = await makeWork()
  const { id: other_id } = await makeTask(owner, [pavel])
  await done(pavel, tasks.acceptTask, { task_id: other_id })
  const first = await done(pavel, tasks.startTimer, { task_id })
  assert.equal(first.state, 'in_progress')
  assert.ok(first.assignees[0]?.timer_since)
  const same = await done(pavel, tasks.startTimer, { task_id })
  assert.equal(same.assignees[0]?.timer_since, first.assignees[0]?.timer_since)

  await done(pavel, tasks.startTask, { task_id: other_id })

  const left = await done(pavel, tasks.getTask, { task_id })
  assert.deepEqual([left.assignees[0]?.timer_since, left.time_entries.map(({ source }) => source)], [null, ['timer']])
  const { status, body } = await as(pavel, tasks.stopTimer, { task_id })
  assert.deepEqual([status, body.code], [409, 'task.timer_stands'])
})

test('TSK-6 S48: of two phones that stop the clock one logs; two that start it leave one running', async () => {
  const { owner, pavel, task_id } = await makeWork()
  const { id: other_id } = await makeTask(owner, [pavel])
  await done(pavel, tasks.acceptTask, { task_id: other_id })
  const warm = () => as(pavel, tasks.getTask, { task_id })
  const started = await race(4, (n) => as(pavel, tasks.startTimer, { task_id: n % 2 ? task_id : other_id }), warm)
  assert.deepEqual(
    started.map(({ status }) => status),
    [200, 200, 200, 200],
  )
  await done(pavel, tasks.startTimer, { task_id })

  const stopped = await race(3, () => as(pavel, tasks.stopTimer, { task_id }), warm)

  assert.deepEqual(
    stopped.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 409, 409],
  )
})

test('TSK-6: a clock over midnight is logged by days, and fills a day up to 24 hours at most', async () => {
  const { company, owner, pavel, task_id } = await makeWork()
  await done(pavel, tasks.startTimer, { task_id })
  const began = new Date(`${minskDay(-1)}T20:00:00+03:00`)
  await inside(company, ({ db }) =>
    db.updateTable('timers').set({ started_at: began }).where('company_id', '=', company.id).execute(),
  )
  await done(pavel, tasks.logTime, { task_id, day: minskDay(-1), minutes: 1230 })

  await done(pavel, tasks.stopTimer, { task_id, note: 'ночная смена' })

  const { time_entries } = await done(owner, tasks.getTask, { task_id })
  const byDay = time_entries.filter(({ source }) => source === 'timer')
  assert.deepEqual([byDay[0]?.day, byDay[0]?.minutes, byDay[0]?.note], [minskDay(-1), 210, 'ночная смена'])
  assert.equal(byDay.length > 1 ? byDay[1]?.day : minskDay(), minskDay())
})
