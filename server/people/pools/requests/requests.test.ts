import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as orders from '#contract/orders.ts'
import * as people from '#contract/people.ts'
import * as pools from '#contract/pools.ts'
import { askForPeople } from '#contract/staffing/choosing.ts'
import * as tasks from '#contract/tasks.ts'
import { as, done, type Person } from '#test/as.ts'
import { race } from '#test/race.ts'
import { type Company, makeCompany } from '#test/world.ts'
import { eventsOf, makeOrder } from '#test/world/orders.ts'
import { makePerformer, makeStaff } from '#test/world/people.ts'
import { makeTwoPools } from '#test/world/pools.ts'
import { makeTask } from '#test/world/tasks.ts'

const DAY = { starts_at: '2031-03-10T09:00:00.000Z', ends_at: '2031-03-10T13:00:00.000Z' }
const give = (by: Person, ids: string[], more: object = {}) =>
  as(by, tasks.createTask, { title: 'Заменить кран', assignee_ids: ids, ...DAY, ...more })

/** Olga has asked Dmitry for Viktor. */
async function makeAsked(company: Company) {
  const two = await makeTwoPools(company)
  const wish = { member_ids: [two.viktor.id], ...DAY, word: 'на полдня' }
  const [request] = (await done(two.olga, askForPeople, wish)).rows
  return { ...two, request: request!, of: { pool_request_id: request!.id } }
}

test('POOL-8 S23: own people and those of no pool are given work; another’s is refused and his curators are named', async () => {
  const company = await makeCompany()
  const { olga, pavel, gleb, viktor } = await makeTwoPools(company)

  assert.equal((await give(olga, [pavel.id, gleb.id])).status, 200)
  const { status, body } = await give(olga, [pavel.id, viktor.id])

  assert.deepEqual(
    [status, body.code, body.facts?.['name'], body.facts?.['curators']],
    [403, 'pool.ask_curator', 'Виктор Бондарь', 'Дмитрий Левчук'],
  )
  const order = await makeOrder(olga)
  const given = { order_id: order.id, title: 'Кран', assignee_ids: [viktor.id] }
  assert.equal((await as(olga, orders.giveTask, given)).body.code, 'pool.ask_curator')
  const task = await makeTask(olga, [pavel])
  const change = { task_id: task.id, assignee_ids: [pavel.id, viktor.id] }
  assert.equal((await as(olga, tasks.changeTask, change)).body.code, 'pool.ask_curator')
  assert.equal((await give(company.owner, [viktor.id])).status, 200)
})

test('POOL-8: who stands on a task stays there, whoever leads him by now; a pool without curators sends to the owner', async () => {
  const company = await makeCompany()
  const { olga, hers, pavel, gleb } = await makeTwoPools(company)
  const task = await makeTask(olga, [pavel])
  await done(company.owner, pools.setCurators, { pool_id: hers.id, curators: [] })

  const kept = await as(olga, tasks.changeTask, { task_id: task.id, assignee_ids: [pavel.id, gleb.id] })
  assert.equal(kept.status, 200)
  assert.equal((await give(olga, [pavel.id])).body.code, 'pool.ask_owner')
})

test('POOL-6: by the company’s switch everybody’s people are everybody’s; owner and administrators turn it', async () => {
  const company = await makeCompany()
  const { olga, viktor } = await makeTwoPools(company)
  assert.equal((await as(olga, people.changeCompany, { pools_open: true })).body.code, 'company.not_yours')
  assert.equal((await done(company.owner, people.changeCompany, { pools_open: true })).pools_open, true)
  assert.equal((await give(olga, [viktor.id])).status, 200)
  const asked = await as(olga, askForPeople, { member_ids: [viktor.id], ...DAY })
  assert.deepEqual([asked.status, asked.body.code], [409, 'pool_request.not_needed'])
  await done(company.owner, people.changeCompany, { pools_open: false })
  assert.equal((await give(olga, [viktor.id])).status, 403)
})

test('POOL-9 POOL-10 S23: a granted request lets him who asked assign the person on the days it names, and nobody else', async () => {
  const company = await makeCompany()
  const { olga, dmitry, viktor, request, of } = await makeAsked(company)
  const other = await makeStaff(company, 'manager', 'Роман Ясюк')
  assert.deepEqual(
    [
      request.state,
      request.member.name,
      request.curators.map(({ name }) => name),
      request.pools.map(({ name }) => name),
    ],
    ['asked', 'Виктор Бондарь', ['Дмитрий Левчук'], ['Сантехники']],
  )
  assert.equal(request.can.answer?.code, 'pool_request.not_yours')
  const waiting = await done(dmitry, pools.listPoolRequests, { box: 'to_me' })
  assert.deepEqual(
    waiting.rows.map(({ id, can }) => [id, can.answer]),
    [[request.id, null]],
  )

  const granted = await done(dmitry, pools.answerPoolRequest, { ...of, grant: true, word: 'до обеда' })

  assert.deepEqual([granted.state, granted.answer, granted.answered_by?.id], ['granted', 'до обеда', dmitry.id])
  assert.equal((await give(olga, [viktor.id])).status, 200)
  assert.equal((await give(olga, [viktor.id], { starts_at: undefined, ends_at: undefined })).status, 200)
  const later = { starts_at: '2031-03-12T09:00:00.000Z', ends_at: '2031-03-12T13:00:00.000Z' }
  assert.equal((await give(olga, [viktor.id], later)).body.code, 'pool.ask_curator')
  assert.equal((await give(other, [viktor.id])).body.code, 'pool.ask_curator')
  const again = await as(olga, askForPeople, { member_ids: [viktor.id], ...DAY })
  assert.equal(again.body.code, 'pool_request.not_needed')
  const told = await eventsOf(company, request.id)
  assert.deepEqual(
    told.map(({ name }) => name),
    ['pool_request.asked', 'pool_request.granted'],
  )
})

test('POOL-10: a request is answered once, by whoever leads the person, also of two at once', async () => {
  const company = await makeCompany()
  const { olga, dmitry, viktor, of } = await makeAsked(company)
  for (const person of [olga, await makeStaff(company, 'manager')])
    assert.ok([403, 404].includes((await as(person, pools.answerPoolRequest, { ...of, grant: true })).status))
  const answers = await race(
    4,
    (n) => as(n % 2 ? dmitry : company.owner, pools.answerPoolRequest, { ...of, grant: n % 2 === 0 }),
    () => done(dmitry, pools.listPoolRequests, {}),
  )
  assert.deepEqual(
    answers.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 409, 409, 409],
  )
  assert.equal(answers.find(({ status }) => status === 409)?.body.code, 'pool_request.answered')
  const [after] = (await done(olga, pools.listPoolRequests, { box: 'mine' })).rows
  assert.equal((await give(olga, [viktor.id])).status, after?.state === 'granted' ? 200 : 403)
})

test('POOL-10: a refused request gives nothing; who asked may ask anew, and withdraw what was granted', async () => {
  const company = await makeCompany()
  const { olga, dmitry, viktor, of } = await makeAsked(company)
  await done(dmitry, pools.answerPoolRequest, { ...of, grant: false, word: 'он в отпуске' })
  assert.equal((await give(olga, [viktor.id])).status, 403)
  const [second] = (await done(olga, askForPeople, { member_ids: [viktor.id], ...DAY })).rows
  assert.notEqual(second?.id, of.pool_request_id)
  const mine = { pool_request_id: second!.id }
  await done(dmitry, pools.answerPoolRequest, { ...mine, grant: true })
  assert.equal((await as(dmitry, pools.withdrawPoolRequest, mine)).body.code, 'pool_request.not_asked_by_you')
  const gone = await done(olga, pools.withdrawPoolRequest, { ...mine, word: 'заказ отменён' })
  assert.deepEqual([gone.state, gone.answer], ['withdrawn', 'заказ отменён'])
  assert.equal((await give(olga, [viktor.id])).status, 403)
  assert.equal((await as(olga, pools.withdrawPoolRequest, mine)).body.code, 'pool_request.answered')
})

test('POOL-9: the same request asked twice, also at once, is one; whom one may assign is not asked for', async () => {
  const company = await makeCompany()
  const { olga, dmitry, viktor, pavel, request } = await makeAsked(company)
  const wish = { member_ids: [viktor.id], ...DAY }
  const replies = await race(3, () => done(olga, askForPeople, wish))
  assert.deepEqual(new Set(replies.flatMap(({ rows }) => rows.map(({ id }) => id))), new Set([request.id]))
  assert.equal((await done(dmitry, pools.listPoolRequests, {})).rows.length, 1)
  assert.equal((await done(dmitry, pools.listPools, {})).rows.find(({ mine }) => mine)?.open_requests, 1)

  const own = await as(olga, askForPeople, { ...wish, member_ids: [pavel.id] })
  assert.deepEqual([own.status, own.body.code, own.body.facts?.['name']], [409, 'pool_request.not_needed', 'Павел Жук'])
  const past = await as(olga, askForPeople, {
    ...wish,
    starts_at: '2020-01-01T09:00:00.000Z',
    ends_at: '2020-01-01T10:00:00.000Z',
  })
  assert.equal(past.body.code, 'pool_request.over')
  const back = await as(olga, askForPeople, { ...wish, starts_at: DAY.ends_at, ends_at: DAY.starts_at })
  assert.equal(back.body.code, 'task.ends_before_start')
  const clerk = await makeStaff(company, 'member')
  assert.equal((await as(clerk, askForPeople, wish)).body.code, 'task.managers_only')
  assert.equal((await as(await makePerformer(company), askForPeople, wish)).status, 403)
})

test('POOL-10 S93: a request is seen by who asked, who leads the person, owner and administrators; by nobody else', async () => {
  const company = await makeCompany()
  const { olga, dmitry, his, of } = await makeAsked(company)
  const other = await makeStaff(company, 'manager', 'Роман Ясюк')
  const seen = async (person: Person, wish = {}) => (await done(person, pools.listPoolRequests, wish)).rows.length
  assert.deepEqual([await seen(olga), await seen(dmitry), await seen(company.owner), await seen(other)], [1, 1, 1, 0])
  assert.deepEqual([await seen(olga, { box: 'to_me' }), await seen(company.owner, { box: 'to_me' })], [0, 0])
  assert.equal((await as(other, pools.answerPoolRequest, { ...of, grant: true })).body.code, 'pool_request.missing')

  // Nobody leads the person any more: it waits for owner and administrators.
  await done(company.owner, pools.setCurators, { pool_id: his.id, curators: [] })
  assert.deepEqual([await seen(dmitry), await seen(company.owner, { box: 'to_me' })], [0, 1])
  const stranger = await makeCompany()
  assert.equal(await seen(stranger.owner), 0)
  assert.equal((await as(stranger.owner, pools.answerPoolRequest, { ...of, grant: true })).status, 404)
})

test('POOL-10: a request tells for which work it is, and is told to a deputy too', async () => {
  const company = await makeCompany()
  const { olga, dmitry, viktor, his } = await makeTwoPools(company)
  const kate = await makeStaff(company, 'manager', 'Екатерина Мороз')
  const curators = [
    { member_id: dmitry.id, deputy: false },
    { member_id: kate.id, deputy: true },
  ]
  await done(dmitry, pools.setCurators, { pool_id: his.id, curators })
  const order = await makeOrder(olga, { title: 'Нет горячей воды' })
  const { rows } = await done(olga, askForPeople, { member_ids: [viktor.id], order_id: order.id, ...DAY })
  assert.deepEqual(rows[0]?.about, { kind: 'order', id: order.id, number: order.number, title: 'Нет горячей воды' })
  assert.deepEqual(
    rows[0]?.curators.map(({ name }) => name),
    ['Дмитрий Левчук', 'Екатерина Мороз'],
  )
  const answered = await done(kate, pools.answerPoolRequest, { pool_request_id: rows[0].id, grant: true })
  assert.equal(answered.answered_by?.name, 'Екатерина Мороз')
  assert.equal(
    (await as(olga, orders.giveTask, { order_id: order.id, title: 'Кран', assignee_ids: [viktor.id], ...DAY })).status,
    200,
  )
})
