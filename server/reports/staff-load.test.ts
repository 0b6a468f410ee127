import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changeOrder, giveTask } from '#contract/orders.ts'
import { getStaffLoad } from '#contract/reports.ts'
import * as tasks from '#contract/tasks.ts'
import { as, done } from '#test/as.ts'
import { makeCompany } from '#test/world.ts'
import { makeOrder } from '#test/world/orders.ts'
import { makePerformer, makeStaff } from '#test/world/people.ts'

test('REP-6 S25: what a person answers for now is counted, for himself and those above him', async () => {
  const company = await makeCompany()
  const { owner } = company
  const [olga, dima] = [await makeStaff(company, 'manager'), await makeStaff(company, 'manager')]
  const order = await makeOrder(olga)
  await makeOrder(olga)
  const task = await done(olga, giveTask, { order_id: order.id, title: 'Монтаж', assignee_ids: [] })
  const load = async (person: typeof olga | typeof owner) =>
    Object.fromEntries(
      (await done(person, getStaffLoad, {})).rows.map((row) => [row.member_id, [row.orders, row.tasks]]),
    )

  assert.deepEqual(await load(owner), { [olga.id]: [2, 1] })
  assert.deepEqual(await load(olga), { [olga.id]: [2, 1] })
  assert.deepEqual(await load(dima), {})
  await done(olga, tasks.cancelTask, { task_id: task.id, reason: 'Не нужно' })
  await done(olga, changeOrder, { order_id: order.id, responsible_id: dima.id })
  assert.deepEqual(await load(owner), { [olga.id]: [1, 0], [dima.id]: [1, 0] })
  assert.deepEqual(await load(dima), { [dima.id]: [1, 0] })
  assert.equal((await as(await makePerformer(company), getStaffLoad, {})).status, 403)
  assert.deepEqual((await done((await makeCompany()).owner, getStaffLoad, {})).rows, [])
})
