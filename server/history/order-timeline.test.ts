import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agree, giveTask } from '#contract/orders.ts'
import * as contract from '#contract/history.ts'
import * as tasks from '#contract/tasks.ts'
import { as, done } from '#test/as.ts'
import { queriesOf } from '#test/queries.ts'
import { inside } from '#test/world/inside.ts'
import { makeOrder } from '#test/world/orders.ts'
import { makePerformer, makeStaff } from '#test/world/people.ts'
import { minskDay } from '#test/world/tasks.ts'
import { type Company, makeCompany } from '#test/world.ts'

/** An order with a task in which something was asked and answered. */
async function makeTalk() {
  const company = await makeCompany()
  const { owner } = company
  const performer = await makePerformer(company, { name: 'Иван Мороз' })
  const order = await makeOrder(owner)
  const { id: task_id, number } = await done(owner, giveTask, {
    order_id: order.id,
    title: 'Короб',
    assignee_ids: [performer.id],
  })
  await done(performer, tasks.acceptTask, { task_id })
  const asked = await done(performer, tasks.comment, { task_id, text: 'Где щит?', is_question: true })
  await done(owner, tasks.comment, { task_id, text: 'За дверью', answers_id: asked.comments[0]!.id })
  return { company, owner, performer, order, task: { id: task_id, number, title: 'Короб' } }
}

test('HIS-1 S94: what happened to an order and its tasks, newest first, with the words said there', async () => {
  const { owner, performer, order, task } = await makeTalk()
  const { rows, next } = await done(owner, contract.getOrderTimeline, { order_id: order.id })
  assert.equal(next, null)
  const names = rows.map(({ name }) => name)
  assert.deepEqual(names.slice(0, 3), ['task.answered', 'task.asked', 'task.accepted'])
  assert.ok(names.includes('order.task_given') && !names.includes('task.created'), names.join(' '))
  assert.equal(names.at(-1), 'order.created')
  const [answer, question] = rows
  assert.deepEqual([answer?.comment?.text, answer?.task, answer?.actor?.kind], ['За дверью', task, 'staff'])
  assert.deepEqual(
    [question?.comment?.text, question?.comment?.is_question, question?.actor],
    ['Где щит?', true, { id: performer.id, kind: 'performer', name: 'Иван Мороз', acts_for: null }],
  )
  assert.ok(question?.comment?.answered_at)
})

test('HIS-1: a long past comes in pages, none lost and none twice; the number of queries does not grow', async () => {
  const { company, owner, order, task, performer } = await makeTalk()
  const first = await queriesOf(() => done(owner, contract.getOrderTimeline, { order_id: order.id }))
  for (let count = 0; count < 60; count += 1)
    await done(owner, tasks.logTime, { task_id: task.id, day: minskDay(), minutes: 1, member_id: performer.id })
  const pages = [await done(owner, contract.getOrderTimeline, { order_id: order.id })]
  for (let last = pages[0]; last?.next; last = pages.at(-1))
    pages.push(await done(owner, contract.getOrderTimeline, { order_id: order.id, after: last.next }))
  const ids = pages.flatMap(({ rows }) => rows.map(({ id }) => id))
  assert.equal(pages[0]?.rows.length, 50)
  assert.deepEqual(ids, [...new Set(ids)].toSorted().toReversed())
  assert.equal(ids.length, (await factsOf(company, order.id, task.id)).length - 1)
  const later = await queriesOf(() => done(owner, contract.getOrderTimeline, { order_id: order.id }))
  assert.ok(later.length <= first.length, `${later.length} queries`)
})

const factsOf = (company: Company, ...subjects: string[]) =>
  inside(company, ({ db }) => db.selectFrom('events').select('id').where('subject_id', 'in', subjects).execute())

test('HIS-2: performers get none of it; staff see the past of orders that they see; another company finds nothing', async () => {
  const { company, order, performer } = await makeTalk()
  const [member, other] = [await makeStaff(company, 'member'), await makeCompany()]
  const code = async (person: typeof member | typeof other.owner) =>
    (await as(person, contract.getOrderTimeline, { order_id: order.id })).body.code
  assert.deepEqual(
    [await code(performer), await code(member), await code(other.owner)],
    ['door.staff', 'order.missing', 'order.missing'],
  )
})

test('HIS-1: terms are told with what was and what is', async () => {
  const { owner } = await makeCompany()
  const order = await makeOrder(owner)
  await done(owner, agree, { order_id: order.id, price_model: 'fixed', price: '10000' })
  const { rows } = await done(owner, contract.getOrderTimeline, { order_id: order.id })
  const told = rows.find(({ name }) => name === 'order.priced')
  const { price } = (told?.facts['changed'] ?? {}) as { price?: unknown }
  assert.deepEqual(price, { from: null, to: '10000' })
})
