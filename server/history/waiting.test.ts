import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as contract from '#contract/history.ts'
import { giveTask, recordDecision } from '#contract/orders.ts'
import { answerPoolRequest } from '#contract/pools.ts'
import { askForPeople } from '#contract/staffing/choosing.ts'
import * as tasks from '#contract/tasks.ts'
import { as, done, type Person } from '#test/as.ts'
import { makeOrder, makeSentOrder } from '#test/world/orders.ts'
import { makePerformer, makeStaff } from '#test/world/people.ts'
import { makeTwoPools } from '#test/world/pools.ts'
import { minskDay } from '#test/world/tasks.ts'
import { makeCompany } from '#test/world.ts'

const waits = async (person: Person) => (await done(person, contract.getWaiting, {})).rows

test('HIS-4 S46: questions, tasks to check and refusals of performers wait for the curator, with their order', async () => {
  const company = await makeCompany()
  const { owner } = company
  const manager = await makeStaff(company)
  const performer = await makePerformer(company, { name: 'Иван Мороз' })
  const order = await makeOrder(owner)
  const give = (title: string) => done(owner, giveTask, { order_id: order.id, title, assignee_ids: [performer.id] })
  const [one, two, three] = [await give('Первая'), await give('Вторая'), await give('Третья')]

  await done(performer, tasks.acceptTask, { task_id: one.id })
  const asked = await done(performer, tasks.comment, { task_id: one.id, text: 'Где щит?', is_question: true })
  await done(performer, tasks.declineTask, { task_id: two.id, reason: 'Заболел' })
  await done(performer, tasks.acceptTask, { task_id: three.id })
  await done(performer, tasks.startTask, { task_id: three.id })
  await done(performer, tasks.logTime, { task_id: three.id, day: minskDay(), minutes: 30 })
  await done(performer, tasks.sayDone, { task_id: three.id })

  const rows = await waits(owner)
  assert.deepEqual(
    rows.map(({ kind, task_id, order_number, words }) => [kind, task_id, order_number, words]),
    [
      ['task_to_check', three.id, order.number, null],
      ['task_declined', two.id, order.number, 'Заболел'],
      ['question', one.id, order.number, 'Где щит?'],
    ],
  )
  assert.deepEqual(rows.at(-1)?.person, { id: performer.id, name: 'Иван Мороз' })
  assert.deepEqual(await waits(manager), [])

  await done(owner, tasks.comment, { task_id: one.id, text: 'За дверью', answers_id: asked.comments[0]!.id })
  await done(owner, tasks.closeTask, { task_id: three.id })
  assert.deepEqual(
    (await waits(owner)).map(({ kind }) => kind),
    ['task_declined'],
  )
})

test('HIS-4 S11: the customer’s word waits for who answers for the order, until work on it goes on', async () => {
  const company = await makeCompany()
  const { owner } = company
  const { order, performer } = await makeSentOrder(company)
  assert.deepEqual(await waits(owner), [])
  const decision = { order_id: order.id, proof: 'По телефону' }
  await done(owner, recordDecision, { ...decision, decision: 'rejected', reason: 'quality', words: 'Мигает' })
  const after = await waits(owner)
  assert.deepEqual(after.map(({ kind, order_id, words }) => [kind, order_id, words]).slice(0, 1), [
    ['order_rejected', order.id, 'Мигает'],
  ])
  await done(owner, giveTask, { order_id: order.id, title: 'Исправить', assignee_ids: [performer.id] })
  assert.deepEqual(
    (await waits(owner)).filter(({ kind }) => kind === 'order_rejected'),
    [],
  )
})

test('HIS-4: an accepted order waits for its documents', async () => {
  const company = await makeCompany()
  const { order } = await makeSentOrder(company)
  await done(company.owner, recordDecision, { order_id: order.id, proof: 'Письмо', decision: 'accepted' })
  const [row] = await waits(company.owner)
  assert.deepEqual([row?.kind, row?.order_id, row?.title], ['order_accepted', order.id, order.title])
})

test('HIS-2: performers have a page of their own for what waits', async () => {
  const company = await makeCompany()
  const { status, body } = await as(await makePerformer(company), contract.getWaiting, {})
  assert.deepEqual([status, body.code], [403, 'door.staff'])
})

test('HIS-4 POOL-10 S23: a request for a performer waits for his curator until it is answered, and for nobody else', async () => {
  const company = await makeCompany()
  const { olga, dmitry, viktor } = await makeTwoPools(company)
  const order = await makeOrder(olga, { title: 'Нет воды' })
  const span = { starts_at: '2031-03-10T09:00:00.000Z', ends_at: '2031-03-10T13:00:00.000Z' }
  const wish = { member_ids: [viktor.id], order_id: order.id, word: 'на полдня', ...span }
  const [request] = (await done(olga, askForPeople, wish)).rows

  const [row] = await waits(dmitry)
  assert.deepEqual(
    [row?.kind, row?.pool_request_id, row?.person?.name, row?.words],
    ['pool_request', request?.id, 'Ольга Санько', 'на полдня'],
  )
  assert.ok(row?.span && row.span.starts_at < row.span.ends_at)
  assert.equal(row?.title, `Виктор Бондарь · № ${order.number} Нет воды`)
  assert.deepEqual([await waits(olga), await waits(company.owner)], [[], []])
  await done(dmitry, answerPoolRequest, { pool_request_id: request!.id, grant: true })
  assert.deepEqual(await waits(dmitry), [])
})
