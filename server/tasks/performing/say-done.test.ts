import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as tasks from '#contract/tasks.ts'
import { as, done, type Person } from '#test/as.ts'
import { makeCompany } from '#test/world.ts'
import { makePerformer } from '#test/world/people.ts'
import { makePicture, makeTask, makeTaskAtWork, minskDay } from '#test/world/tasks.ts'

async function makeCrew() {
  const company = await makeCompany()
  const pavel = await makePerformer(company, { name: 'Павел Жук' })
  return { company, owner: company.owner, pavel }
}

type Lack = tasks.Task['lacks'][number]
const said = (lacks: unknown) => (lacks as Lack[]).map(({ code, member, count }) => [code, member?.name ?? count])

async function refused(person: Person, task_id: string) {
  const { status, body } = await as(person, tasks.sayDone, { task_id })
  assert.deepEqual([status, body.code], [409, 'task.not_ready'])
  return said(body.facts?.['lacks'])
}

test('TSK-4 S47: done is refused with everything that is missing named, and the card says the same', async () => {
  const { company, owner, pavel } = await makeCrew()
  const wish = { checklist: ['Закрепить короб', 'Проверить нагрев'], photos_before: 1, photos_after: 2 }
  const { id: task_id, checklist } = await makeTask(owner, [pavel], wish)
  const accepted = await done(pavel, tasks.acceptTask, { task_id })

  const all = [
    ['task.lacks_hours', 'Павел Жук'],
    ['task.lacks_checklist', 2],
    ['task.lacks_photos_before', 1],
    ['task.lacks_photos_after', 2],
  ]
  assert.deepEqual(await refused(pavel, task_id), all)
  assert.deepEqual(said(accepted.lacks), all)
  assert.equal(accepted.can.say_done?.code, 'task.not_ready')

  await done(pavel, tasks.logTime, { task_id, day: minskDay(), minutes: 60 })
  await done(pavel, tasks.tickItem, { task_id, item_id: checklist[0]!.id, done: true })
  await done(pavel, tasks.addPhoto, { task_id, file_id: await makePicture(company, pavel), stage: 'before' })
  assert.deepEqual(await refused(pavel, task_id), [
    ['task.lacks_checklist', 1],
    ['task.lacks_photos_after', 2],
  ])

  await done(pavel, tasks.tickItem, { task_id, item_id: checklist[1]!.id, done: true })
  for (let i = 0; i < 2; i++)
    await done(pavel, tasks.addPhoto, { task_id, file_id: await makePicture(company, pavel), stage: 'after' })
  const { state, lacks } = await done(pavel, tasks.sayDone, { task_id })
  assert.deepEqual([state, lacks], ['done', []])
})

test('TSK-4: no hours at all need a reason, which stays to be seen', async () => {
  const { owner, pavel } = await makeCrew()
  const { id: task_id } = await makeTask(owner, [pavel])
  await done(pavel, tasks.acceptTask, { task_id })

  const task = await done(pavel, tasks.sayDone, { task_id, zero_reason: 'Сделано вместе с другой задачей' })

  assert.deepEqual([task.state, task.assignees[0]?.zero_reason], ['done', 'Сделано вместе с другой задачей'])
  assert.equal((await done(owner, tasks.closeTask, { task_id })).state, 'closed')
})

test('TSK-4 TSK-6: a clock that runs is logged by saying done', async () => {
  const { owner, pavel } = await makeCrew()
  const { id: task_id } = await makeTaskAtWork(owner, [pavel])

  const task = await done(pavel, tasks.sayDone, { task_id, zero_reason: 'лишнее' })

  assert.deepEqual(
    task.time_entries.map(({ minutes, source }) => [minutes, source]),
    [[1, 'timer']],
  )
  assert.deepEqual([task.assignees[0]?.timer_since, task.assignees[0]?.zero_reason], [null, null])
})

test('TSK-4: one performer’s «готово» asks for his own hours; closing asks for everybody’s', async () => {
  const { company, owner, pavel } = await makeCrew()
  const igor = await makePerformer(company, { name: 'Игорь Лисовский' })
  const { id: task_id } = await makeTaskAtWork(owner, [pavel, igor])
  await done(pavel, tasks.stopTimer, { task_id })
  await done(igor, tasks.stopTimer, { task_id })
  await done(pavel, tasks.sayDone, { task_id })
  await done(igor, tasks.sayDone, { task_id })
  const { time_entries } = await done(owner, tasks.getTask, { task_id })
  const his = time_entries.find(({ member }) => member.id === igor.id)!

  const struck = await done(owner, tasks.strikeTime, { time_entry_id: his.id, reason: 'Был на другом объекте' })

  assert.deepEqual(said(struck.lacks), [['task.lacks_hours', 'Игорь Лисовский']])
  const { status, body } = await as(owner, tasks.closeTask, { task_id })
  assert.deepEqual([status, body.code], [409, 'task.not_ready'])
  await done(owner, tasks.logTime, { task_id, day: minskDay(), minutes: 30, member_id: igor.id })
  assert.equal((await done(owner, tasks.closeTask, { task_id })).state, 'closed')
})
