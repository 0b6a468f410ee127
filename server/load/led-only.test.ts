import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import * as history from '#contract/history.ts'
import * as orders from '#contract/orders.ts'
import * as people from '#contract/people.ts'
import { listPapers } from '#contract/papers.ts'
import { reportCosts, reportOrderLabour } from '#contract/reports.ts'
import { listCandidates } from '#contract/staffing/choosing.ts'
import { listPerformers } from '#contract/staffing/roster.ts'
import * as tasks from '#contract/tasks.ts'
import { listHours } from '#contract/time/hours.ts'
import * as contract from '#contract/time/load.ts'
import { as, done, open } from '#test/as.ts'
import { makeCompany } from '#test/world.ts'
import { makeOrder } from '#test/world/orders.ts'
import { makePerformer, makeStaff } from '#test/world/people.ts'
import { makePool } from '#test/world/pools.ts'
import { minskDay } from '#test/world/tasks.ts'

const DAY = '2026-03-10'
const TIMES = { starts_at: `${DAY}T07:00:00.000Z`, ends_at: `${DAY}T09:00:00.000Z` }

/** A company that has closed its orders: Olga leads Pavel by her pool, Anna is in another's and has a task. */
async function twoPools() {
  const company = await makeCompany()
  const { owner } = company
  const olga = await makeStaff(company, 'manager', 'Ольга')
  await done(owner, people.changeCompany, { orders_open: false })
  const pavel = await makePerformer(company, { name: 'Павел', cost_per_hour: '2000' })
  const anna = await makePerformer(company, { name: 'Анна', cost_per_hour: '3100' })
  await makePool(olga, [pavel])
  await makePool(owner, [anna])
  await done(owner, tasks.createTask, { title: 'Тайное', assignee_ids: [anna.id], ...TIMES })
  return { company, owner, olga, pavel, anna }
}

test('LOAD-11 RGT-13 STF-8: who sees a part of the orders sees the load of his performers, others only in a choice', async () => {
  const { owner, olga, pavel, anna } = await twoPools()
  const names = (rows: readonly { member: { name: string } }[]) => rows.map(({ member }) => member.name).toSorted()
  const week = { from: DAY, to: '2026-03-16' }
  assert.deepEqual(names((await done(owner, contract.getLoad, week)).rows), ['Анна', 'Павел'])

  const load = await done(olga, contract.getLoad, week)
  assert.deepEqual([names(load.rows), load.sums?.all.people], [['Павел'], 1])
  assert.deepEqual((await done(olga, contract.getLoad, { ...week, member_id: anna.id })).rows, [])
  const free = await done(olga, contract.findFree, { day: DAY, from: '10:00', to: '12:00' })
  assert.deepEqual([names(free.rows), free.people], [['Павел'], 1])
  const { rows } = await done(olga, listPerformers, {})
  assert.deepEqual(
    rows.map(({ name }) => name),
    ['Павел'],
  )

  const choice = await done(olga, listCandidates, { from: TIMES.starts_at, to: TIMES.ends_at })
  assert.deepEqual(names(choice.rows), ['Анна', 'Павел'])
  assert.equal(choice.rows.find(({ member }) => member.id === anna.id)?.state, 'busy')
  assert.ok(!JSON.stringify(choice).includes('Тайное'))
  assert.equal((await as(olga, contract.getLoadOf, { member_id: pavel.id, ...week })).status, 200)
})

test('LOAD-6 LOAD-11: the sheets have the same people', async () => {
  const { olga } = await twoPools()
  const answer = await open(olga, `/api/load.xlsx?from=${DAY}&to=${DAY}`)
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()))
  const sheets = Object.values(files).map((file) => strFromU8(file))
  assert.ok(sheets.some((sheet) => sheet.includes('Павел')))
  assert.ok(!sheets.some((sheet) => sheet.includes('Анна')))
})

test('RGT-13 PRF-8 PPL-8: the card of another’s performer has no rate, load, hours, history or papers, and is not changed', async () => {
  const { olga, anna, pavel } = await twoPools()
  const member_id = anna.id
  const card = await done(olga, people.getMember, { member_id })
  assert.deepEqual([card.name, card.rate, card.rates], ['Анна', null, []])
  assert.deepEqual([card.can.change?.code, card.can.rate?.code], Array(2).fill('performer.led_by_others'))
  const own = await done(olga, people.getMember, { member_id: pavel.id })
  assert.deepEqual([own.rate?.cost_per_hour, own.rates.length, own.can.rate], ['2000', 1, null])

  const period = { from: DAY, to: DAY }
  const refused = [
    await as(olga, contract.getLoadOf, { member_id, ...period }),
    await as(olga, contract.getLoadDay, { member_id, day: DAY }),
    await as(olga, listHours, { member_id, ...period }),
    await as(olga, history.getMemberTimeline, { member_id }),
    await as(olga, listPapers, { member_id }),
    await as(olga, contract.findAffected, { member_id, from_day: DAY, to_day: DAY }),
    await as(olga, people.changeMember, { member_id, name: 'Чужая' }),
    await as(olga, people.setRate, { member_id, from_day: DAY, cost_per_hour: '1' }),
  ]
  assert.deepEqual(
    refused.map(({ status, body }) => [status, body.code]),
    Array(refused.length).fill([403, 'performer.led_by_others']),
  )
})

test('REP-8: of an order of which he sees a part nobody is told the cost, neither in the report nor on its card', async () => {
  const { owner, olga, pavel, anna } = await twoPools()
  const order = await makeOrder(owner)
  const give = async (assignee: typeof anna, curator_id: string) => {
    const wish = { order_id: order.id, title: 'Щит', assignee_ids: [assignee.id] }
    const { id: task_id } = await done(owner, orders.giveTask, wish)
    await done(owner, tasks.changeTask, { task_id, curator_id })
    await done(assignee, tasks.acceptTask, { task_id })
    await done(assignee, tasks.logTime, { task_id, day: minskDay(), minutes: 60 })
  }
  await give(pavel, olga.id)
  await give(anna, owner.id)
  const period = { from: minskDay(), to: minskDay() }
  const card = async () => done(olga, orders.getOrder, { order_id: order.id })
  assert.deepEqual([(await card()).tasks.length, (await card()).money], [1, null])
  assert.deepEqual((await done(olga, reportCosts, period)).rows, [])
  assert.equal((await as(olga, reportOrderLabour, { order_id: order.id, ...period })).status, 404)

  await done(owner, orders.changeOrder, { order_id: order.id, responsible_id: olga.id })
  assert.equal((await card()).money?.labour, '5100')
  assert.deepEqual(
    (await done(olga, reportCosts, period)).rows.map(({ labour }) => labour),
    ['5100'],
  )
})
