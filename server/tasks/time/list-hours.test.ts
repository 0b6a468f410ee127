import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as hours from '#contract/time/hours.ts'
import * as tasks from '#contract/tasks.ts'
import * as leaving from '#contract/leaving.ts'
import * as people from '#contract/people.ts'
import { as, done } from '#test/as.ts'
import { handing } from '#test/world/leaving.ts'
import { makePerformer, makeStaff } from '#test/world/people.ts'
import { makeTask, minskDay } from '#test/world/tasks.ts'
import { makeCompany } from '#test/world.ts'

async function makeWorker() {
  const company = await makeCompany()
  const pavel = await makePerformer(company, { name: 'Павел Жук', cost_per_hour: '1000', from_day: '2020-01-01' })
  const log = async (minutes: number, day = minskDay()) => {
    const { id: task_id } = await makeTask(company.owner, [pavel], { title: `На ${minutes}` })
    await done(pavel, tasks.acceptTask, { task_id })
    const { id: time_entry_id } = await done(pavel, tasks.logTime, { task_id, day, minutes })
    return { task_id, time_entry_id }
  }
  const month = { member_id: pavel.id, from: minskDay(-30), to: minskDay() }
  return { company, owner: company.owner, pavel, log, month }
}

test('TSK-16 S6: hours of a period, the newest first, with their sums; struck ones and other days count nowhere', async () => {
  const { owner, log, month } = await makeWorker()
  await log(30, minskDay(-31))
  await log(60, minskDay(-30))
  await log(90)
  const struck = await log(45)
  await done(owner, tasks.strikeTime, { time_entry_id: struck.time_entry_id, reason: 'Ошибка' })
  const { rows, sums, next } = await done(owner, hours.listHours, month)
  assert.deepEqual(
    rows.map(({ day, minutes, cost, task }) => [day, minutes, cost, task.title]),
    [
      [minskDay(), 90, '1500', 'На 90'],
      [minskDay(-30), 60, '1000', 'На 60'],
    ],
  )
  assert.deepEqual(sums, { minutes: 150, tasks: 2, cost: '2500', fees: '0' })
  assert.equal(next, null)
})

test('TSK-16: a fee for a whole task stands in the sums besides, and its hours cost nothing', async () => {
  const { owner, pavel, log, month } = await makeWorker()
  await done(owner, people.setRate, { member_id: pavel.id, from_day: minskDay(-5), fee_per_task: '7000' })
  await log(60)
  const { rows, sums } = await done(owner, hours.listHours, month)
  assert.deepEqual([rows[0]?.cost, sums?.cost, sums?.fees], ['0', '0', '7000'])
})

test('TSK-16: page by page, each entry once', async () => {
  const { owner, pavel, month } = await makeWorker()
  const { id: task_id } = await makeTask(owner, [pavel])
  await done(pavel, tasks.acceptTask, { task_id })
  for (let n = 1; n <= 52; n++) await done(pavel, tasks.logTime, { task_id, day: minskDay(-(n % 3)), minutes: n })
  const first = await done(owner, hours.listHours, month)
  const second = await done(owner, hours.listHours, { ...month, after: first.next! })
  assert.deepEqual([first.rows.length, second.rows.length, second.next, second.sums], [50, 2, null, null])
  assert.equal(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size, 52)
})

test('PRF-8: hours are for who leads performers or reads reports, money for who may read it; also of one who has left', async () => {
  const { company, owner, pavel, log, month } = await makeWorker()
  await log(60)
  const clerk = await makeStaff(company, 'member')
  assert.equal((await as(clerk, hours.listHours, month)).body.code, 'performer.not_yours')
  assert.equal((await as(pavel, hours.listHours, month)).body.code, 'door.staff')
  const own = await done(clerk, hours.listHours, { ...month, member_id: clerk.id })
  assert.deepEqual(own.sums, { minutes: 0, tasks: 0, cost: null, fees: null })
  const stranger = await makeCompany()
  assert.equal((await as(stranger.owner, hours.listHours, month)).body.code, 'member.missing')
  const seen = await done(owner, leaving.previewLeaving, { member_id: pavel.id })
  await done(owner, leaving.leave, { member_id: pavel.id, held: handing(seen) })
  assert.equal((await done(owner, hours.listHours, month)).sums?.minutes, 60)
})
