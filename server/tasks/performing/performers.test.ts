import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as tasks from '#contract/tasks.ts'
import { as, done } from '#test/as.ts'
import { race } from '#test/race.ts'
import { makeCompany } from '#test/world.ts'
import { makePerformer } from '#test/world/people.ts'
import { makeTask, makeTaskAtWork, minskDay } from '#test/world/tasks.ts'

async function makeCrew() {
  const company = await makeCompany()
  const pavel = await makePerformer(company, { name: 'Павел Жук' })
  const igor = await makePerformer(company, { name: 'Игорь Лисовский' })
  return { company, owner: company.owner, pavel, igor }
}

const states = ({ state, assignees }: tasks.Task) => [state, ...assignees.map((one) => one.state).sort()]

test('TSK-2 S44: each performer accepts and starts for himself, and the task follows the first', async () => {
  const { owner, pavel, igor } = await makeCrew()
  const { id: task_id, state } = await makeTask(owner, [pavel, igor])
  assert.equal(state, 'new')

  assert.deepEqual(states(await done(pavel, tasks.acceptTask, { task_id })), ['accepted', 'accepted', 'new'])
  assert.deepEqual(states(await done(pavel, tasks.startTask, { task_id })), ['in_progress', 'in_progress', 'new'])
  assert.deepEqual(states(await done(igor, tasks.acceptTask, { task_id })), ['in_progress', 'accepted', 'in_progress'])
})

test('TSK-2: accepting twice, starting before accepting, or another’s part is refused', async () => {
  const { owner, pavel, igor } = await makeCrew()
  const { id: task_id } = await makeTask(owner, [pavel])
  const early = await as(pavel, tasks.startTask, { task_id })
  assert.deepEqual([early.status, early.body.code], [409, 'task.accept_first'])

  await done(pavel, tasks.acceptTask, { task_id })
  const twice = await as(pavel, tasks.acceptTask, { task_id })
  assert.deepEqual([twice.status, twice.body.code], [409, 'task.already_accepted'])
  const boss = await as(owner, tasks.acceptTask, { task_id })
  assert.deepEqual([boss.status, boss.body.code], [403, 'task.not_yours'])
  const stranger = await as(igor, tasks.acceptTask, { task_id })
  assert.deepEqual([stranger.status, stranger.body.code], [404, 'task.missing'])
})

test('TSK-2: who declines gives a reason, does not see the task any more, and stays on it for the manager', async () => {
  const { owner, pavel, igor } = await makeCrew()
  const { id: task_id } = await makeTask(owner, [pavel, igor])
  await done(igor, tasks.acceptTask, { task_id })
  const blank = await as(pavel, tasks.declineTask, { task_id, reason: '  ' })
  assert.deepEqual([blank.status, blank.body.errors?.[0]?.path], [422, 'reason'])

  await done(pavel, tasks.declineTask, { task_id, reason: 'Болею до четверга' })

  assert.equal((await as(pavel, tasks.getTask, { task_id })).status, 404)
  const task = await done(owner, tasks.getTask, { task_id })
  const his = task.assignees.find(({ member }) => member.id === pavel.id)
  assert.deepEqual([task.state, his?.state, his?.decline_reason], ['accepted', 'declined', 'Болею до четверга'])
  await done(igor, tasks.startTask, { task_id })
  const late = await as(igor, tasks.declineTask, { task_id, reason: 'Передумал' })
  assert.deepEqual([late.status, late.body.code], [409, 'task.decline_too_late'])
})

test('TSK-2: the task is done when everybody who did not decline is done', async () => {
  const { owner, pavel, igor } = await makeCrew()
  const { id: task_id } = await makeTaskAtWork(owner, [pavel, igor])

  assert.deepEqual(states(await done(pavel, tasks.sayDone, { task_id })), ['in_progress', 'done', 'in_progress'])
  assert.deepEqual(states(await done(igor, tasks.sayDone, { task_id })), ['done', 'done', 'done'])
  const again = await as(igor, tasks.sayDone, { task_id })
  assert.deepEqual([again.status, again.body.code], [409, 'task.already_done'])
})

test('TSK-2 S48: of two phones that say done at once one wins and the other is told', async () => {
  const { owner, pavel } = await makeCrew()
  const { id: task_id } = await makeTaskAtWork(owner, [pavel])

  const replies = await race(
    4,
    () => as(pavel, tasks.sayDone, { task_id }),
    () => as(pavel, tasks.getTask, { task_id }),
  )

  assert.deepEqual(
    replies.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 409, 409, 409],
  )
  const task = await done(owner, tasks.getTask, { task_id })
  assert.deepEqual([task.state, task.time_entries.length], ['done', 1])
})

test('S48: one click sent twice over a poor network is one', async () => {
  const { owner, pavel } = await makeCrew()
  const { id: task_id } = await makeTaskAtWork(owner, [pavel])
  const day = minskDay()

  const replies = await race(3, () => as(pavel, tasks.logTime, { task_id, day, minutes: 90 }, { key: 'one-entry' }))

  assert.deepEqual(
    replies.map(({ status }) => status),
    [200, 200, 200],
  )
  const { time_entries } = await done(owner, tasks.getTask, { task_id })
  assert.deepEqual(
    time_entries.map(({ minutes }) => minutes),
    [90],
  )
})
