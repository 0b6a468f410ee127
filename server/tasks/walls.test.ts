import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as tasks from '#contract/tasks.ts'
import { inTransaction } from '#platform/db/transaction.ts'
import { as, done } from '#test/as.ts'
import { product } from '#test/product.ts'
import { makeCompany } from '#test/world.ts'
import { makePerformer } from '#test/world/people.ts'
import { makeTaskAtWork, minskDay } from '#test/world/tasks.ts'
import { told } from '#test/told.ts'

/** How many rows of each table raw SQL gives in a performer's eyes. */
async function seenBy(company_id: string, member_id: string, names: readonly string[]) {
  const { process } = await product()
  const eyes = { kind: 'performer', company_id, subject_id: member_id, only_order_id: null } as const
  return inTransaction(process.doorway, eyes, {
    read_only: true,
    run: async (db) => {
      const counts: Record<string, number> = {}
      for (const name of names) {
        const row = await db
          .selectFrom(name as 'tasks')
          .select((eb) => eb.fn.countAll<string>().as('n'))
          .executeTakeFirstOrThrow()
        counts[name] = Number(row.n)
      }
      return counts
    },
  })
}

test('TSK-1 S93: a task of another performer is not there, by any address', async () => {
  const company = await makeCompany()
  const [pavel, igor] = [await makePerformer(company), await makePerformer(company)]
  const { id: task_id, checklist } = await makeTaskAtWork(company.owner, [pavel], { checklist: ['Короб'] })
  const { id: time_entry_id } = await done(pavel, tasks.logTime, { task_id, day: minskDay(), minutes: 5 })

  const answers = [
    await as(igor, tasks.getTask, { task_id }),
    await as(igor, tasks.acceptTask, { task_id }),
    await as(igor, tasks.declineTask, { task_id, reason: 'нет' }),
    await as(igor, tasks.startTask, { task_id }),
    await as(igor, tasks.sayDone, { task_id }),
    await as(igor, tasks.comment, { task_id, text: 'Тут?' }),
    await as(igor, tasks.tickItem, { task_id, item_id: checklist[0]!.id, done: true }),
    await as(igor, tasks.logTime, { task_id, day: minskDay(), minutes: 5 }),
    await as(igor, tasks.startTimer, { task_id }),
    await as(igor, tasks.stopTimer, { task_id }),
    await as(igor, tasks.correctTime, { time_entry_id, minutes: 6 }),
    await as(igor, tasks.strikeTime, { time_entry_id, reason: 'нет' }),
    await as(igor, tasks.addPhoto, { task_id, file_id: task_id, stage: 'after' }),
  ]
  assert.deepEqual(
    answers.map(({ status }) => status),
    answers.map(() => 404),
  )
  assert.deepEqual((await done(igor, tasks.listTasks, {})).rows, [])
})

test('TSK-1: a task of another company is not there for its staff', async () => {
  const [ours, theirs] = [await makeCompany(), await makeCompany()]
  const pavel = await makePerformer(theirs)
  const { id: task_id } = await makeTaskAtWork(theirs.owner, [pavel])
  const { id: time_entry_id } = await done(pavel, tasks.logTime, { task_id, day: minskDay(), minutes: 5 })
  const reason = 'нет'
  const answers = [
    await as(ours.owner, tasks.getTask, { task_id }),
    await as(ours.owner, tasks.changeTask, { task_id, title: 'Иначе' }),
    await as(ours.owner, tasks.returnTask, { task_id, reason }),
    await as(ours.owner, tasks.closeTask, { task_id }),
    await as(ours.owner, tasks.cancelTask, { task_id, reason }),
    await as(ours.owner, tasks.showPhoto, { task_id, file_id: task_id, for_customer: true }),
    await as(ours.owner, tasks.correctTime, { time_entry_id, minutes: 6 }),
  ]
  assert.deepEqual(
    answers.map(({ status }) => status),
    answers.map(() => 404),
  )
})

test('TSK-1 S7: raw SQL in a performer’s eyes gives his tasks, his hours and no cost', async () => {
  const company = await makeCompany()
  const rate = { cost_per_hour: '1000', from_day: '2020-01-01' }
  const [pavel, igor] = [await makePerformer(company, rate), await makePerformer(company, rate)]
  const { id: shared } = await makeTaskAtWork(company.owner, [pavel, igor])
  const { id: own } = await makeTaskAtWork(company.owner, [igor], { checklist: ['Короб'] })
  for (const [one, task_id] of [
    [pavel, shared],
    [igor, shared],
    [igor, own],
  ] as const)
    await done(one, tasks.logTime, { task_id, day: minskDay(), minutes: 60 })
  await done(igor, tasks.comment, { task_id: own, text: 'Начал' })

  const tables = [
    'tasks',
    'task_assignees',
    'time_entries',
    'timers',
    'comments',
    'checklist_items',
    'labour_costs',
    'rates',
  ]
  assert.deepEqual(await seenBy(company.id, pavel.id, tables), {
    tasks: 1,
    task_assignees: 2,
    time_entries: 1,
    timers: 1,
    comments: 0,
    checklist_items: 0,
    labour_costs: 0,
    rates: 0,
  })
  const { body } = await as(pavel, tasks.getTask, { task_id: shared })
  assert.doesNotMatch(told(body), /cost|rate_|1000/)
})
