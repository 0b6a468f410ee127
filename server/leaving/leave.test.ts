import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as counterparties from '#contract/counterparties.ts'
import * as history from '#contract/history.ts'
import * as contract from '#contract/leaving.ts'
import * as orders from '#contract/orders.ts'
import * as people from '#contract/people.ts'
import * as tasks from '#contract/tasks.ts'
import * as tree from '#contract/tree.ts'
import { as, done } from '#test/as.ts'
import { race } from '#test/race.ts'
import { makeCompany } from '#test/world.ts'
import { makeCounterparty } from '#test/world/counterparties.ts'
import { inside } from '#test/world/inside.ts'
import { handing } from '#test/world/leaving.ts'
import { makeOrder } from '#test/world/orders.ts'
import { addPerformer, makePerformer, makeStaff } from '#test/world/people.ts'
import { makeTask, makeTaskAtWork, minskDay } from '#test/world/tasks.ts'

const titles = (held: contract.Held | undefined) => held?.things.map(({ title }) => title)
const groupOf = ({ held }: contract.LeavingPreview, group: contract.HeldGroup) =>
  held.find((one) => one.group === group)

/** A manager with one of everything that can be handed over, and his head. */
async function loaded() {
  const company = await makeCompany()
  const { owner } = company
  const [head, manager] = [await makeStaff(company, 'manager', 'Анна Вронская'), await makeStaff(company)]
  await done(owner, tree.moveMember, { member_id: manager.id, head_id: head.id, with_reports: true })
  const report = await makeStaff(company, 'member', 'Лев Кот')
  await done(owner, tree.moveMember, { member_id: report.id, head_id: manager.id, with_reports: true })
  const party = await makeCounterparty(manager)
  const order = await makeOrder(manager, { counterparty_id: party.id })
  const performer = await makePerformer(company, { cost_per_hour: '2800' })
  const curated = await makeTaskAtWork(manager, [performer], { title: 'Проверить щит' })
  const own = await makeTask(owner, [manager, performer], { title: 'Встретить бригаду' })
  await done(performer, tasks.comment, { task_id: curated.id, text: 'Где щит?', is_question: true })
  const under = await done(manager, people.addPerformer, {
    name: 'Олег Савич',
    phone: '+375291112233',
    specialities: [],
  })
  await done(manager, people.invite, { role: 'member', name: 'Новичок Иванов' })
  return { company, owner, head, manager, report, party, order, performer, curated, own, under }
}

test('LEAVE-1: before he leaves it is shown what he holds, what waits for him and what ends', async () => {
  const { owner, head, manager, own } = await loaded()
  await done(manager, tasks.acceptTask, { task_id: own.id })
  await done(manager, tasks.startTimer, { task_id: own.id })

  const preview = await done(owner, contract.previewLeaving, { member_id: manager.id })

  assert.deepEqual(
    preview.held.map(({ group, things, to, optional }) => [group, things.length, to?.name ?? null, optional]),
    [
      ['orders', 1, head.name, false],
      ['tasks', 1, head.name, false],
      ['work', 1, null, true],
      ['customers', 1, head.name, true],
      ['reports', 1, head.name, false],
      ['performers', 1, head.name, false],
      ['invitations', 1, head.name, false],
    ],
  )
  assert.deepEqual(titles(groupOf(preview, 'work')), ['Встретить бригаду'])
  assert.deepEqual(preview.waits, { questions: 1, checks: 0, reports: 0 })
  assert.deepEqual(preview.ends, { sessions: 1, keys: 0, links: 0, clock: true })
  assert.deepEqual(preview.can, { leave: null })
})

test('LEAVE-2 TSK-12 ORD-16 CPT-9 S22 S30: one step hands all of it over, each to whom was chosen, and told in its history', async () => {
  const { owner, head, manager, report, party, order, performer, curated, own, under } = await loaded()
  const preview = await done(owner, contract.previewLeaving, { member_id: manager.id })
  const heirs = { orders: report.id, work: performer.id, customers: null }

  const { handed } = await done(owner, contract.leave, { member_id: manager.id, held: handing(preview, heirs) })

  assert.deepEqual(
    handed.map(({ group, count, to }) => [group, count, to?.name ?? null]),
    [
      ['orders', 1, report.name],
      ['tasks', 1, head.name],
      ['work', 1, performer.name],
      ['customers', 1, null],
      ['reports', 1, head.name],
      ['performers', 1, head.name],
      ['invitations', 1, head.name],
    ],
  )
  assert.equal((await done(owner, orders.getOrder, { order_id: order.id })).responsible.id, report.id)
  assert.equal((await done(owner, tasks.getTask, { task_id: curated.id })).curator.id, head.id)
  const work = await done(owner, tasks.getTask, { task_id: own.id })
  assert.deepEqual(
    work.assignees.map(({ member }) => member.name),
    [performer.name],
  )
  assert.equal(work.lead_id, performer.id)
  const customer = await done(owner, counterparties.getCounterparty, { counterparty_id: party.id })
  assert.equal(customer.responsible, null)
  const { rows } = await done(owner, tree.getStructure, {})
  assert.equal(rows.find(({ id }) => id === report.id)?.head_id, head.id)
  assert.ok(!rows.some(({ id }) => id === manager.id))
  assert.equal((await done(owner, people.getMember, { member_id: under.id })).head?.id, head.id)
  const invited = await done(owner, people.listInvitations, { state: 'sent' })
  assert.deepEqual([invited.rows[0]?.head?.id, invited.rows[0]?.invited_by.id], [head.id, manager.id])
  const told = await done(owner, history.getOrderTimeline, { order_id: order.id })
  assert.deepEqual(told.rows[0]?.facts['changed'], { responsible: { from: manager.name, to: report.name } })
  assert.deepEqual(
    (await done(head, history.getWaiting, {})).rows.map(({ kind }) => kind),
    ['question'],
  )
})

test('LEAVE-2: what has come to him since it was shown refuses the step and is named; nothing is changed', async () => {
  const { owner, head, manager, party, order } = await loaded()
  const preview = await done(owner, contract.previewLeaving, { member_id: manager.id })
  const late = await makeOrder(manager, { request: 'Нет горячей воды', counterparty_id: party.id })

  const { status, body } = await as(owner, contract.leave, { member_id: manager.id, held: handing(preview) })

  assert.deepEqual([status, body.code], [409, 'leaving.stale'])
  assert.equal(body.facts?.['count'], 1)
  assert.match(String(body.facts?.['what']), new RegExp(`^№ ${late.number} `))
  assert.equal((await done(owner, orders.getOrder, { order_id: order.id })).responsible.id, manager.id)
  assert.equal((await as(manager, people.getMe, {})).status, 200)

  const again = await done(owner, contract.previewLeaving, { member_id: manager.id })
  await done(owner, contract.leave, { member_id: manager.id, held: handing(again) })
  assert.equal((await done(owner, orders.getOrder, { order_id: late.id })).responsible.id, head.id)
})

test('LEAVE-2: what is his no more by then is nobody’s worry', async () => {
  const { owner, head, manager, order } = await loaded()
  const preview = await done(owner, contract.previewLeaving, { member_id: manager.id })
  await done(owner, orders.changeOrder, { order_id: order.id, responsible_id: owner.id })

  const { handed } = await done(owner, contract.leave, { member_id: manager.id, held: handing(preview) })

  assert.ok(!handed.some(({ group }) => group === 'orders'))
  assert.equal(handed.find(({ group }) => group === 'tasks')?.to?.id, head.id)
  assert.equal((await done(owner, orders.getOrder, { order_id: order.id })).responsible.id, owner.id)
})

test('LEAVE-2: each successor is another who works here; only work and customers may be left to nobody', async () => {
  const { company, owner, manager, performer } = await loaded()
  const stranger = await makeStaff(await makeCompany())
  const gone = await makeStaff(company, 'manager', 'Ушедший Пётр')
  await done(owner, contract.leave, { member_id: gone.id, held: [] })
  const preview = await done(owner, contract.previewLeaving, { member_id: manager.id })
  const answers = []
  for (const orders of [null, manager.id, performer.id, gone.id, stranger.id]) {
    const { status, body } = await as(owner, contract.leave, {
      member_id: manager.id,
      held: handing(preview, { orders }),
    })
    answers.push([status, body.code])
  }
  assert.deepEqual(answers, [
    [422, 'leaving.nobody'],
    [422, 'leaving.himself'],
    [422, 'leaving.heir_unfit'],
    [422, 'leaving.heir_unfit'],
    [404, 'member.missing'],
  ])
  const { body } = await as(owner, contract.leave, { member_id: manager.id, held: handing(preview, { tasks: null }) })
  assert.equal(body.errors?.[0]?.path, 'held.1.to_id')
})

test('LEAVE-2 TREE-1: where his reports go to one of those below him, that one rises to his head', async () => {
  const company = await makeCompany()
  const { owner } = company
  const [boss, first, second, deep] = [
    await makeStaff(company, 'manager', 'Начальник'),
    await makeStaff(company, 'member', 'Первый'),
    await makeStaff(company, 'member', 'Второй'),
    await makeStaff(company, 'member', 'Глубокий'),
  ]
  const under = (member_id: string, head_id: string) =>
    done(owner, tree.moveMember, { member_id, head_id, with_reports: true })
  await under(first.id, boss.id)
  await under(second.id, boss.id)
  await under(deep.id, first.id)
  const preview = await done(owner, contract.previewLeaving, { member_id: boss.id })

  await done(owner, contract.leave, { member_id: boss.id, held: handing(preview, { reports: deep.id }) })

  const { rows } = await done(owner, tree.getStructure, {})
  const heads = Object.fromEntries(rows.map(({ name, head_id }) => [name, rows.find(({ id }) => id === head_id)?.name]))
  assert.deepEqual(heads, { Владелец: undefined, Глубокий: 'Владелец', Первый: 'Глубокий', Второй: 'Глубокий' })
})

test('LEAVE-2 TREE-5: who has named him and waits for his word stands under his successor', async () => {
  const { owner, head, manager, report } = await loaded()
  await done(owner, tree.moveMember, { member_id: report.id, head_id: owner.id, with_reports: true })
  await done(report, tree.declareHead, { head_id: manager.id })
  const preview = await done(owner, contract.previewLeaving, { member_id: manager.id })
  assert.equal(preview.waits.reports, 1)
  assert.deepEqual(titles(groupOf(preview, 'reports')), [report.name])

  await done(owner, contract.leave, { member_id: manager.id, held: handing(preview) })

  assert.equal((await done(report, tree.getMyHead, {})).head?.id, head.id)
  assert.equal((await done(report, tree.getMyHead, {})).open, null)
  assert.deepEqual(
    (await done(owner, tree.listUnconfirmed, {})).rows.filter(({ member }) => member.id === report.id),
    [],
  )
})

test('LEAVE-4 TSK-12 S9: his clock is stopped and its minutes stay, and so does his name in what he did', async () => {
  const { company, owner, manager, performer, curated } = await loaded()
  await done(performer, tasks.startTimer, { task_id: curated.id })
  await inside(company, ({ db }) =>
    db
      .updateTable('timers')
      .set({ started_at: new Date(Date.now() - 40 * 60_000) })
      .where('company_id', '=', company.id)
      .execute(),
  )
  await done(performer, tasks.logTime, { task_id: curated.id, day: minskDay(), minutes: 10 })
  const preview = await done(manager, contract.previewLeaving, { member_id: performer.id })
  const other = await addPerformer(company, { name: 'Другой Мастер' })

  const { ended } = await done(manager, contract.leave, {
    member_id: performer.id,
    held: handing(preview, { work: other.id }),
  })

  assert.equal(ended.clock, true)
  const task = await done(owner, tasks.getTask, { task_id: curated.id })
  const logged = task.time_entries.filter(({ member }) => member.name === performer.name)
  assert.equal(
    logged.reduce((sum, { minutes }) => sum + minutes, 0),
    50,
  )
  assert.equal(task.comments[0]?.author.name, performer.name)
  const states = Object.fromEntries(task.assignees.map(({ member, state }) => [member.name, state]))
  assert.deepEqual(states, { [other.name]: 'new', [performer.name]: 'declined' })
})

test('LEAVE-2: of two who end one person’s access at once one does it; nothing is given to him meanwhile', async () => {
  const { company, owner, head, manager } = await loaded()
  const admin = await makeStaff(company, 'admin', 'Админ')
  const preview = await done(owner, contract.previewLeaving, { member_id: manager.id })
  const held = handing(preview)

  const replies = await race(6, async (n) => {
    if (n < 2) return (await as(n === 0 ? owner : admin, contract.leave, { member_id: manager.id, held })).status
    const made = await as(owner, orders.createOrder, { request: 'Срочно', responsible_id: manager.id })
    return made.status
  })

  assert.ok(
    replies.slice(0, 2).every((status) => status === 200 || status === 409),
    String(replies),
  )
  const after = await inside(company, ({ db }) =>
    db
      .selectFrom('orders')
      .innerJoin('members as m', 'm.id', 'orders.responsible_id')
      .select('m.name')
      .where('orders.company_id', '=', company.id)
      .where('m.state', '=', 'left')
      .execute(),
  )
  assert.deepEqual(after, [])
  assert.ok(head)
})
