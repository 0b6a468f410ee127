import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as tasks from '#contract/tasks.ts'
import { as, done } from '#test/as.ts'
import { race } from '#test/race.ts'
import { makeCompany } from '#test/world.ts'
import { inside } from '#test/world/inside.ts'
import { makePerformer } from '#test/world/people.ts'
import { makePicture, makeTask, makeTaskAtWork } from '#test/world/tasks.ts'

async function makeThread() {
  const company = await makeCompany()
  const pavel = await makePerformer(company, { name: 'Павел Жук' })
  const igor = await makePerformer(company, { name: 'Игорь Лисовский' })
  const { id: task_id } = await makeTaskAtWork(company.owner, [pavel, igor], { checklist: ['Закрепить короб'] })
  return { company, owner: company.owner, pavel, igor, task_id }
}

test('TSK-8 S45 S46: a performer’s question waits until staff answer it', async () => {
  const { owner, pavel, igor, task_id } = await makeThread()
  const asked = await done(pavel, tasks.comment, { task_id, text: 'Ставить 16 А?', is_question: true })
  assert.deepEqual([asked.open_questions, asked.comments[0]?.answered_at], [1, null])
  const answers_id = asked.comments[0]!.id
  const { rows } = await done(owner, tasks.listTasks, { with_questions: true })
  assert.deepEqual(
    rows.map(({ id, open_questions }) => [id, open_questions]),
    [[task_id, 1]],
  )

  const own = await as(pavel, tasks.comment, { task_id, text: 'Поставил', answers_id })
  assert.deepEqual([own.status, own.body.code], [403, 'question.own'])
  const fellow = await as(igor, tasks.comment, { task_id, text: 'Ставь', answers_id })
  assert.deepEqual([fellow.status, fellow.body.code], [403, 'question.for_staff'])

  const task = await done(owner, tasks.comment, { task_id, text: 'Ставьте 16 А', answers_id })
  assert.equal(task.open_questions, 0)
  assert.equal(task.comments[0]?.answer_id, task.comments[1]?.id)
  const late = await as(owner, tasks.comment, { task_id, text: 'И ещё', answers_id })
  assert.deepEqual([late.status, late.body.code], [409, 'question.answered'])
})

test('TSK-8: staff ask performers too, and of two answers at once one closes the question', async () => {
  const { owner, pavel, igor, task_id } = await makeThread()
  const asked = await done(owner, tasks.comment, { task_id, text: 'Когда закончите?', is_question: true })
  const answers_id = asked.comments[0]!.id

  const replies = await race(
    2,
    (n) => as(n ? igor : pavel, tasks.comment, { task_id, text: 'К вечеру', answers_id }),
    () => as(pavel, tasks.getTask, { task_id }),
  )

  assert.deepEqual(
    replies.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 409],
  )
  assert.equal((await done(owner, tasks.getTask, { task_id })).comments.length, 2)
})

test('TSK-8: a question of another task cannot be answered here', async () => {
  const { owner, pavel, task_id } = await makeThread()
  const { id: other_id } = await makeTaskAtWork(owner, [pavel])
  const { comments } = await done(pavel, tasks.comment, { task_id, text: 'Где ключ?', is_question: true })
  const { status, body } = await as(owner, tasks.comment, {
    task_id: other_id,
    text: 'У охраны',
    answers_id: comments[0]!.id,
  })
  assert.deepEqual([status, body.code], [404, 'question.missing'])
})

test('a point ticked twice is ticked once, and the tick can be taken back', async () => {
  const { company, owner, pavel, task_id } = await makeThread()
  const item_id = (await done(pavel, tasks.getTask, { task_id })).checklist[0]!.id
  const ticked = await done(pavel, tasks.tickItem, { task_id, item_id, done: true })
  assert.equal(ticked.checklist[0]?.done_by?.name, 'Павел Жук')
  await done(pavel, tasks.tickItem, { task_id, item_id, done: true })
  const back = await done(owner, tasks.tickItem, { task_id, item_id, done: false })
  assert.equal(back.checklist[0]?.done_at, null)
  const told = await inside(company, ({ db }) =>
    db
      .selectFrom('events')
      .select('id')
      .where('name', '=', 'task.ticked')
      .where('company_id', '=', company.id)
      .execute(),
  )
  assert.equal(told.length, 2)
})

test('TSK-10: a photo is a picture that the one who adds it has uploaded', async () => {
  const { company, pavel, igor, task_id } = await makeThread()
  const file_id = await makePicture(company, pavel)
  const task = await done(pavel, tasks.addPhoto, { task_id, file_id, stage: 'after' })
  assert.deepEqual(
    task.photos.map(({ stage, by, file }) => [stage, by.name, file.id]),
    [['after', 'Павел Жук', file_id]],
  )
  const twice = await done(pavel, tasks.addPhoto, { task_id, file_id, stage: 'after' })
  assert.equal(twice.photos.length, 1)

  const other = await as(igor, tasks.addPhoto, { task_id, file_id, stage: 'after' })
  assert.deepEqual([other.status, other.body.code], [404, 'file.missing'])
  const paper = await makePicture(company, pavel, { picture: false })
  const no = await as(pavel, tasks.addPhoto, { task_id, file_id: paper, stage: 'after' })
  assert.deepEqual([no.status, no.body.code], [422, 'task.photo_no_picture'])
})

test('TSK-10: the manager decides which photos the customer sees; a performer does not', async () => {
  const { company, owner, pavel, task_id } = await makeThread()
  const file_id = await makePicture(company, pavel)
  await done(pavel, tasks.addPhoto, { task_id, file_id, stage: 'before' })
  const task = await done(owner, tasks.showPhoto, { task_id, file_id, for_customer: false })
  assert.equal(task.photos[0]?.for_customer, false)
  const his = await as(pavel, tasks.showPhoto, { task_id, file_id, for_customer: true })
  assert.deepEqual([his.status, his.body.code], [403, 'door.staff'])
  const { id: other_id } = await makeTask(owner, [pavel])
  const none = await as(owner, tasks.showPhoto, { task_id: other_id, file_id, for_customer: true })
  assert.deepEqual([none.status, none.body.code], [404, 'photo.missing'])
})
