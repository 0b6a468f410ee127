import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as tasks from '#contract/tasks.ts'
import { done } from '#test/as.ts'
import { type Company, makeCompany } from '#test/world.ts'
import { inside } from '#test/world/inside.ts'
import { makePerformer } from '#test/world/people.ts'
import { makePicture, makeTask, minskDay } from '#test/world/tasks.ts'
import { told as textOf } from '#test/told.ts'
import { isWord, locales, wordsFor } from '#words/index.ts'
import { waitingFor } from './index.ts'

const historyOf = (company: Company, task_id: string) =>
  inside(company, ({ db }) =>
    db
      .selectFrom('events')
      .select(['name', 'facts', 'actor_name'])
      .where('company_id', '=', company.id)
      .where('subject_kind', '=', 'task')
      .where('subject_id', '=', task_id)
      .orderBy('id')
      .execute(),
  )

test('S94: every act on a task is told in its history, once, and has a sentence in every language', async () => {
  const company = await makeCompany()
  const { owner } = company
  const pavel = await makePerformer(company, { name: 'Павел Жук', cost_per_hour: '1234', from_day: '2020-01-01' })
  const { id: task_id, checklist } = await makeTask(owner, [pavel], { checklist: ['Короб'] })
  await done(owner, tasks.changeTask, { task_id, title: 'Ревизия щита' })
  await done(pavel, tasks.acceptTask, { task_id })
  await done(pavel, tasks.startTask, { task_id })
  const asked = await done(pavel, tasks.comment, { task_id, text: 'Где ключ?', is_question: true })
  await done(owner, tasks.comment, { task_id, text: 'У охраны', answers_id: asked.comments[0]!.id })
  await done(pavel, tasks.comment, { task_id, text: 'Взял' })
  await done(pavel, tasks.tickItem, { task_id, item_id: checklist[0]!.id, done: true })
  const file_id = await makePicture(company, pavel)
  await done(pavel, tasks.addPhoto, { task_id, file_id, stage: 'after' })
  await done(owner, tasks.showPhoto, { task_id, file_id, for_customer: false })
  const { id: time_entry_id } = await done(pavel, tasks.logTime, { task_id, day: minskDay(), minutes: 30 })
  await done(pavel, tasks.correctTime, { time_entry_id, minutes: 20 })
  await done(pavel, tasks.strikeTime, { time_entry_id, reason: 'Ошибка' })
  await done(pavel, tasks.sayDone, { task_id })
  await done(owner, tasks.returnTask, { task_id, reason: 'Нет фото «до»' })
  await done(pavel, tasks.sayDone, { task_id })
  await done(owner, tasks.closeTask, { task_id })

  const told = await historyOf(company, task_id)

  const names = 'created changed accepted started asked answered commented ticked photo_added photo_shown time_logged'
  const rest = 'time_corrected time_struck time_logged done returned done closed'
  assert.deepEqual(
    told.map(({ name }) => name.slice('task.'.length)),
    `${names} ${rest}`.split(' '),
  )
  for (const locale of locales)
    for (const { name, facts } of told) {
      const key = `event.${name}`
      assert.ok(isWord(key), key)
      const sentence = wordsFor(locale)(key, facts as Record<string, string>)
      assert.doesNotMatch(sentence, /[{}]|undefined|\[object|null/, sentence)
    }
  assert.doesNotMatch(textOf(told), /cost|1234/)
})

test('TSK-8 S46: what waits for the curator: questions, work to check, and who declined', async () => {
  const company = await makeCompany()
  const { owner } = company
  const pavel = await makePerformer(company, { name: 'Павел Жук' })
  const { id: task_id } = await makeTask(owner, [pavel])
  const waiting = async () => {
    const rows = await inside(company, (ctx) => waitingFor(ctx, [owner.id]))
    return rows.map(({ kind, task, person, words }) => [kind, task.id, person?.name, words])
  }
  await done(pavel, tasks.declineTask, { task_id, reason: 'Болею' })
  assert.deepEqual(await waiting(), [['task_declined', task_id, 'Павел Жук', 'Болею']])

  await done(owner, tasks.changeTask, { task_id, assignee_ids: [pavel.id] })
  assert.deepEqual(await waiting(), [])
  await done(pavel, tasks.acceptTask, { task_id })
  const { comments } = await done(pavel, tasks.comment, { task_id, text: 'Где ключ?', is_question: true })
  await done(pavel, tasks.sayDone, { task_id, zero_reason: 'Не пустили' })
  assert.deepEqual(await waiting(), [
    ['task_to_check', task_id, undefined, null],
    ['question', task_id, 'Павел Жук', 'Где ключ?'],
  ])
  await done(owner, tasks.comment, { task_id, text: 'У охраны', answers_id: comments[0]!.id })
  await done(owner, tasks.closeTask, { task_id })
  assert.deepEqual(await waiting(), [])
})
