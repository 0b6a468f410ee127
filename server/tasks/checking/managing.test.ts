import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as tasks from '#contract/tasks.ts'
import { as, done } from '#test/as.ts'
import { race } from '#test/race.ts'
import { makeCompany } from '#test/world.ts'
import { makePerformer, makeStaff } from '#test/world/people.ts'
import { makeTask, makeTaskAtWork, minskDay } from '#test/world/tasks.ts'

async function makeDone() {
  const company = await makeCompany()
  const pavel = await makePerformer(company, { name: 'Павел Жук' })
  const { id: task_id } = await makeTaskAtWork(company.owner, [pavel])
  await done(pavel, tasks.sayDone, { task_id })
  return { company, owner: company.owner, pavel, task_id }
}

test('TSK-7 S9: a done task is returned with its reason, taken up again, done again and closed', async () => {
  const { owner, pavel, task_id } = await makeDone()
  const back = await done(owner, tasks.returnTask, { task_id, reason: 'Снимите щит после работ' })
  assert.deepEqual([back.state, back.returns, back.return_reason], ['returned', 1, 'Снимите щит после работ'])
  assert.equal(back.assignees[0]?.state, 'in_progress')

  const resumed = await done(pavel, tasks.startTask, { task_id })
  assert.deepEqual([resumed.state, resumed.can.start?.code], ['in_progress', 'task.already_started'])
  assert.equal((await done(pavel, tasks.sayDone, { task_id })).state, 'done')
  const closed = await done(owner, tasks.closeTask, { task_id })
  assert.deepEqual([closed.state, closed.returns], ['closed', 1])
})

test('TSK-7: work that is not done is neither returned nor closed, and a performer does neither', async () => {
  const { owner, pavel, task_id } = await makeDone()
  for (const [at, input] of [
    [tasks.returnTask, { task_id, reason: 'нет' }],
    [tasks.closeTask, { task_id }],
  ] as const) {
    const his = await as(pavel, at, input as never)
    assert.deepEqual([his.status, his.body.code], [403, 'door.staff'])
  }
  await done(owner, tasks.returnTask, { task_id, reason: 'Фото нет' })
  const early = await as(owner, tasks.closeTask, { task_id })
  assert.deepEqual([early.status, early.body.code], [409, 'task.not_done_yet'])
})

test('TSK-7: of many closings at once one wins and the others are told', async () => {
  const { owner, task_id } = await makeDone()

  const replies = await race(
    4,
    () => as(owner, tasks.closeTask, { task_id }),
    () => as(owner, tasks.getTask, { task_id }),
  )

  assert.deepEqual(
    replies.map(({ status, body }) => [status, body.code]).filter(([status]) => status !== 200),
    [
      [409, 'task.closed'],
      [409, 'task.closed'],
      [409, 'task.closed'],
    ],
  )
})

test('TSK-7: a closed task takes nothing more, whoever asks', async () => {
  const { owner, pavel, task_id } = await makeDone()
  const { time_entries, can } = await done(owner, tasks.closeTask, { task_id })
  assert.ok(Object.values(can).every((refusal) => refusal !== null))
  const entry = time_entries[0]!.id

  const answers = [
    await as(owner, tasks.changeTask, { task_id, title: 'Иначе' }),
    await as(owner, tasks.cancelTask, { task_id, reason: 'Ошибка' }),
    await as(owner, tasks.correctTime, { time_entry_id: entry, minutes: 5 }),
    await as(pavel, tasks.logTime, { task_id, day: minskDay(), minutes: 5 }),
    await as(pavel, tasks.strikeTime, { time_entry_id: entry, reason: 'Ошибка' }),
    await as(pavel, tasks.comment, { task_id, text: 'Ещё слово' }),
    await as(pavel, tasks.startTimer, { task_id }),
    await as(pavel, tasks.startTask, { task_id }),
  ]
  assert.deepEqual(new Set(answers.map(({ status, body }) => `${status} ${body.code}`)), new Set(['409 task.closed']))
})

test('TSK-7: cancelling keeps the hours so far, stops the clock and says why', async () => {
  const company = await makeCompany()
  const pavel = await makePerformer(company)
  const { id: task_id } = await makeTaskAtWork(company.owner, [pavel])

  const task = await done(company.owner, tasks.cancelTask, { task_id, reason: 'Заказчик отказался' })

  assert.deepEqual([task.state, task.cancel_reason], ['cancelled', 'Заказчик отказался'])
  assert.deepEqual(
    task.time_entries.map(({ minutes }) => minutes),
    [1],
  )
  assert.equal(task.assignees[0]?.timer_since, null)
  const late = await as(pavel, tasks.sayDone, { task_id })
  assert.deepEqual([late.status, late.body.code], [409, 'task.cancelled'])
})

test('TSK-7: the curator manages his task without the right to give any; others of his role do not', async () => {
  const company = await makeCompany()
  const pavel = await makePerformer(company)
  const [curator, other] = [
    await makeStaff(company, 'member', 'Анна Лис'),
    await makeStaff(company, 'member', 'Инна Сом'),
  ]
  const { id: task_id } = await makeTask(company.owner, [pavel])
  await done(company.owner, tasks.changeTask, { task_id, curator_id: curator.id })

  const no = await as(other, tasks.changeTask, { task_id, title: 'Иначе' })
  assert.deepEqual([no.status, no.body.code], [404, 'task.missing'])
  const task = await done(curator, tasks.changeTask, { task_id, title: 'Подключить короб' })
  assert.deepEqual([task.title, task.curator.name], ['Подключить короб', 'Анна Лис'])
  const give = await as(curator, tasks.createTask, { title: 'Новая', assignee_ids: [] })
  assert.deepEqual([give.status, give.body.code], [403, 'task.managers_only'])
})
