import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addCertificate } from '#contract/certificates.ts'
import * as orders from '#contract/orders.ts'
import * as people from '#contract/people.ts'
import * as tasks from '#contract/tasks.ts'
import { as, done } from '#test/as.ts'
import { race } from '#test/race.ts'
import { type Company, makeCompany } from '#test/world.ts'
import { inside } from '#test/world/inside.ts'
import { makeOrder } from '#test/world/orders.ts'
import { addPerformer, makePerformer } from '#test/world/people.ts'
import { makeTask, makeTaskAtWork, minskDay } from '#test/world/tasks.ts'
import { told } from '#test/told.ts'

const FIXED = { fee_per_task: '15000', from_day: '2020-01-01' }

async function makeFixed() {
  const company = await makeCompany()
  const pavel = await makePerformer(company, { name: 'Павел Жук', ...FIXED })
  const { id: task_id } = await makeTaskAtWork(company.owner, [pavel])
  return { company, owner: company.owner, pavel, task_id }
}

/** What is kept of a company's costs: fees, and the costs of hours that stand. */
async function kept(company: Company) {
  return inside(company, async ({ db }) => {
    const fees = await db
      .selectFrom('task_fees')
      .select(['day', 'fee', 'currency'])
      .where('company_id', '=', company.id)
      .execute()
    const hours = await db
      .selectFrom('labour_costs as c')
      .innerJoin('time_entries as e', 'e.id', 'c.time_entry_id')
      .select('c.cost')
      .where('c.company_id', '=', company.id)
      .where('e.struck_at', 'is', null)
      .orderBy('e.id')
      .execute()
    return {
      fees: fees.map(({ day, fee, currency }) => `${day} ${fee} ${currency}`),
      hours: hours.map(({ cost }) => cost),
    }
  })
}

test('TSK-13 S7: a fee by the task is kept once, with the first hours; hours cost nothing, and a later rate changes nothing', async () => {
  const { company, owner, pavel, task_id } = await makeFixed()
  await done(pavel, tasks.logTime, { task_id, day: minskDay(-2), minutes: 120 })
  await done(pavel, tasks.logTime, { task_id, day: minskDay(-1), minutes: 60 })
  const wanted = { fees: [`${minskDay(-2)} 15000 BYN`], hours: ['0', '0'] }
  assert.deepEqual(await kept(company), wanted)

  const set = (rate: object) => done(owner, people.setRate, { member_id: pavel.id, from_day: minskDay(), ...rate })
  await set({ fee_per_task: '99000' })
  await done(pavel, tasks.logTime, { task_id, day: minskDay(), minutes: 30 })
  await set({ cost_per_hour: '5000' })
  await done(pavel, tasks.logTime, { task_id, day: minskDay(), minutes: 30 })
  assert.deepEqual(await kept(company), { ...wanted, hours: ['0', '0', '0', '0'] })
})

test('TSK-13: the clock keeps the fee as well; two phones at once keep it once', async () => {
  const { company, pavel, task_id } = await makeFixed()
  await inside(company, ({ db }) =>
    db
      .updateTable('timers')
      .set({ started_at: new Date(Date.now() - 3 * 86_400_000) })
      .where('company_id', '=', company.id)
      .execute(),
  )
  await done(pavel, tasks.stopTimer, { task_id })
  const { fees, hours } = await kept(company)
  assert.deepEqual(fees, [`${minskDay(-3)} 15000 BYN`])
  assert.ok(hours.length >= 3 && hours.every((cost) => cost === '0'))

  const second = await makeFixed()
  const log = { task_id: second.task_id, day: minskDay(-1), minutes: 10 }
  await race(
    3,
    () => as(second.pavel, tasks.logTime, log),
    () => as(second.pavel, tasks.getTask, { task_id: second.task_id }),
  )
  assert.deepEqual(await kept(second.company), { fees: [`${minskDay(-1)} 15000 BYN`], hours: ['0', '0', '0'] })
})

test('TSK-13: a task that is closed costs the fee of who logged nothing; reopened and closed again it costs it once', async () => {
  const { company, owner, pavel } = await makeFixed()
  const hourly = await makePerformer(company, { cost_per_hour: '1000', from_day: '2020-01-01' })
  const order = await makeOrder(owner)
  const give = { order_id: order.id, title: 'Монтаж', assignee_ids: [pavel.id, hourly.id] }
  const { id: task_id } = await done(owner, orders.giveTask, give)
  for (const one of [pavel, hourly]) await done(one, tasks.acceptTask, { task_id })
  await done(pavel, tasks.sayDone, { task_id, zero_reason: 'Аккорд' })
  await done(hourly, tasks.logTime, { task_id, day: minskDay(-1), minutes: 60 })
  await done(hourly, tasks.sayDone, { task_id })
  assert.deepEqual((await kept(company)).fees, [])

  await done(owner, tasks.closeTask, { task_id })
  const closed = { fees: [`${minskDay()} 15000 BYN`], hours: ['1000'] }
  assert.deepEqual(await kept(company), closed)
  const { money } = await done(owner, orders.getOrder, { order_id: order.id })
  assert.deepEqual([money?.minutes, money?.labour], [60, '16000'])

  const again = await makeFixed()
  await done(again.pavel, tasks.logTime, { task_id: again.task_id, day: minskDay(), minutes: 60 })
  await done(again.pavel, tasks.sayDone, { task_id: again.task_id })
  for (let round = 0; round < 2; round += 1) {
    await done(again.owner, tasks.returnTask, { task_id: again.task_id, reason: 'Переделать' })
    await done(again.pavel, tasks.startTask, { task_id: again.task_id })
    await done(again.pavel, tasks.sayDone, { task_id: again.task_id })
  }
  await done(again.owner, tasks.closeTask, { task_id: again.task_id })
  assert.deepEqual((await kept(again.company)).fees, [`${minskDay()} 15000 BYN`])
})

test('TSK-13: a cancelled task costs no fee, and hours that were all struck bring none', async () => {
  const { company, owner, pavel, task_id } = await makeFixed()
  const { id: time_entry_id } = await done(pavel, tasks.logTime, { task_id, day: minskDay(), minutes: 60 })
  await done(pavel, tasks.strikeTime, { time_entry_id, reason: 'Не тот день' })
  assert.deepEqual(await kept(company), { fees: [], hours: [] })

  await done(pavel, tasks.logTime, { task_id, day: minskDay(-1), minutes: 60 })
  assert.deepEqual((await kept(company)).fees, [`${minskDay(-1)} 15000 BYN`])
  await done(owner, tasks.cancelTask, { task_id, reason: 'Заказчик передумал' })
  // His clock ran, and is logged.
  assert.deepEqual(await kept(company), { fees: [], hours: ['0', '0'] })
})

test('TSK-13: hours moved over a change of rates take the rate of their day; where a fee stands it goes along with them', async () => {
  const { company, owner, pavel, task_id } = await makeFixed()
  await done(owner, people.setRate, { member_id: pavel.id, from_day: minskDay(-2), cost_per_hour: '6000' })
  const { id: time_entry_id } = await done(pavel, tasks.logTime, { task_id, day: minskDay(-1), minutes: 30 })
  assert.deepEqual(await kept(company), { fees: [], hours: ['3000'] })

  await done(pavel, tasks.correctTime, { time_entry_id, day: minskDay(-4) })
  assert.deepEqual(await kept(company), { fees: [`${minskDay(-4)} 15000 BYN`], hours: ['0'] })
  await done(pavel, tasks.correctTime, { time_entry_id, day: minskDay(-1), minutes: 45 })
  assert.deepEqual(await kept(company), { fees: [`${minskDay(-1)} 15000 BYN`], hours: ['0'] })
})

test('TSK-13 S7: nothing of a fee is shown to performers', async () => {
  const { pavel, task_id } = await makeFixed()
  const { body } = await as(pavel, tasks.logTime, { task_id, day: minskDay(), minutes: 60 })
  assert.doesNotMatch(told(body), /fee|15000/)
})

test('TSK-14 S21: who gives a task, or changes who does it, is told whose certificates will have run out; nothing is refused', async () => {
  const company = await makeCompany()
  const { owner } = company
  const [ivan, anna] = [
    await addPerformer(company, { name: 'Иван Мороз' }),
    await addPerformer(company, { name: 'Анна' }),
  ]
  const kind = 'Группа по электробезопасности III'
  await done(owner, addCertificate, { member_id: ivan.id, kind, expires_on: minskDay(10) })
  const names = ({ warnings }: tasks.Task) => warnings?.map(({ member, state }) => `${member.name} ${state}`)

  assert.deepEqual(names(await makeTask(owner, [ivan, anna])), [])
  const starts_at = `${minskDay(11)}T09:00:00.000Z`
  const late = await makeTask(owner, [ivan, anna], { starts_at })
  assert.deepEqual(names(late), ['Иван Мороз expired'])
  const order = await makeOrder(owner)
  const give = { order_id: order.id, title: 'Монтаж', assignee_ids: [ivan.id], starts_at }
  assert.deepEqual(names(await done(owner, orders.giveTask, give)), ['Иван Мороз expired'])
  const change = { task_id: late.id, assignee_ids: [anna.id] }
  assert.deepEqual(names(await done(owner, tasks.changeTask, change)), [])
  assert.deepEqual(names(await done(owner, tasks.changeTask, { ...change, assignee_ids: [ivan.id] })), [
    'Иван Мороз expired',
  ])
})
