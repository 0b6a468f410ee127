import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as tasks from '#contract/tasks.ts'
import { as, done } from '#test/as.ts'
import { makeCompany } from '#test/world.ts'
import { inside } from '#test/world/inside.ts'
import { makePerformer } from '#test/world/people.ts'
import { makeTask, makeTaskAtWork, minskDay } from '#test/world/tasks.ts'

async function makeCrew() {
  const company = await makeCompany()
  const pavel = await makePerformer(company, { name: 'Павел Жук' })
  const igor = await makePerformer(company, { name: 'Игорь Лисовский' })
  return { company, owner: company.owner, pavel, igor }
}

test('TSK-3: a change tells what was and what is, and nothing when nothing changed', async () => {
  const { company, owner, pavel, igor } = await makeCrew()
  const { id: task_id, version } = await makeTask(owner, [pavel], { starts_at: '2026-03-10T09:00:00.000Z' })
  const same = await done(owner, tasks.changeTask, {
    task_id,
    starts_at: '2026-03-10T12:00:00.000+03:00',
    assignee_ids: [pavel.id],
  })
  assert.equal(same.version, version)

  const task = await done(owner, tasks.changeTask, {
    task_id,
    title: 'Ревизия щита',
    starts_at: null,
    assignee_ids: [igor.id],
  })

  assert.deepEqual(
    [task.title, task.starts_at, task.lead_id, task.version],
    ['Ревизия щита', null, igor.id, version + 1],
  )
  const told = await inside(company, ({ db }) =>
    db
      .selectFrom('events')
      .select('facts')
      .where('subject_id', '=', task_id)
      .where('name', '=', 'task.changed')
      .execute(),
  )
  assert.equal(told.length, 1)
  const { changed } = told[0]!.facts as { changed: Record<string, unknown> }
  assert.deepEqual(changed['assignees'], { from: ['Павел Жук'], to: ['Игорь Лисовский'] })
  assert.deepEqual(changed['starts_at'], { from: '2026-03-10T09:00:00.000Z', to: null })
})

test('TSK-3: two people who edit at once are told; the answer carries what stands now', async () => {
  const { owner, pavel } = await makeCrew()
  const { id: task_id, version } = await makeTask(owner, [pavel])
  await done(owner, tasks.changeTask, { task_id, title: 'Первый' })

  const { status, body } = await as(owner, tasks.changeTask, { task_id, title: 'Второй' }, { if_match: version })

  assert.deepEqual([status, body.code], [412, 'version.stale'])
  const current = body.facts?.['current'] as tasks.Task | undefined
  assert.equal(current?.title, 'Первый')
})

test('TSK-3: who is taken off with hours stays with them and sees the task no more', async () => {
  const { owner, pavel, igor } = await makeCrew()
  const { id: task_id } = await makeTaskAtWork(owner, [pavel, igor])
  await done(pavel, tasks.logTime, { task_id, day: minskDay(), minutes: 60 })

  const task = await done(owner, tasks.changeTask, { task_id, assignee_ids: [igor.id] })

  const his = task.assignees.find(({ member }) => member.id === pavel.id)
  assert.deepEqual([his?.state, his?.decline_reason, his?.minutes, his?.timer_since], ['declined', null, 61, null])
  assert.equal((await as(pavel, tasks.getTask, { task_id })).status, 404)
  assert.equal((await done(igor, tasks.sayDone, { task_id })).state, 'done')
})

test('TSK-3: who declined is asked anew when he is named again, and the done task is at work with a new performer', async () => {
  const { owner, pavel, igor } = await makeCrew()
  const { id: task_id } = await makeTaskAtWork(owner, [igor])
  await done(igor, tasks.sayDone, { task_id })

  const task = await done(owner, tasks.changeTask, { task_id, assignee_ids: [igor.id, pavel.id] })
  assert.equal(task.state, 'in_progress')
  await done(pavel, tasks.declineTask, { task_id, reason: 'Занят' })
  assert.equal((await done(owner, tasks.getTask, { task_id })).state, 'done')

  const again = await done(owner, tasks.changeTask, { task_id, assignee_ids: [igor.id, pavel.id] })
  const his = again.assignees.find(({ member }) => member.id === pavel.id)
  assert.deepEqual([again.state, his?.state, his?.decline_reason], ['in_progress', 'new', null])
})

test('TSK-3: points that keep their text keep their ticks', async () => {
  const { owner, pavel } = await makeCrew()
  const { id: task_id, checklist } = await makeTask(owner, [pavel], { checklist: ['Короб', 'Кабель', 'Нагрев'] })
  await done(pavel, tasks.tickItem, { task_id, item_id: checklist[2]!.id, done: true })

  const task = await done(owner, tasks.changeTask, { task_id, checklist: ['Нагрев', 'Короб', 'Щит'] })

  assert.deepEqual(
    task.checklist.map(({ text, done_at }) => [text, done_at !== null]),
    [
      ['Нагрев', true],
      ['Короб', false],
      ['Щит', false],
    ],
  )
})
