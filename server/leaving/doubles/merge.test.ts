import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as contract from '#contract/doubles.ts'
import * as history from '#contract/history.ts'
import * as orders from '#contract/orders.ts'
import * as people from '#contract/people.ts'
import * as pools from '#contract/pools.ts'
import * as tasks from '#contract/tasks.ts'
import * as absences from '#contract/time/absences.ts'
import * as tree from '#contract/tree.ts'
import { anybody, as, done, type Person } from '#test/as.ts'
import { race } from '#test/race.ts'
import { type Company, makeCompany } from '#test/world.ts'
import { makeCounterparty } from '#test/world/counterparties.ts'
import { inside } from '#test/world/inside.ts'
import { makeOrder } from '#test/world/orders.ts'
import { addPerformer, linkIn, makePerformer, makeStaff } from '#test/world/people.ts'
import { makePool } from '#test/world/pools.ts'
import { makeTask, makeTaskAtWork, minskDay } from '#test/world/tasks.ts'
import { standsIn } from '#test/world/stands-in.ts'

type Who = { id: string }

/** The preview of two cards and the merge of what it showed. */
async function merging(by: Person, kept: Who, gone: Who, from_gone: contract.MergeField[] = []) {
  const two = { member_id: kept.id, gone_id: gone.id }
  const preview = await done(by, contract.previewMerge, two)
  const versions = { kept_version: preview.kept.version, gone_version: preview.gone.version }
  return { preview, go: () => as(by, contract.merge, { ...two, from_gone, ...versions }) }
}

async function merged(by: Person, kept: Who, gone: Who, from_gone: contract.MergeField[] = []) {
  const { preview, go } = await merging(by, kept, gone, from_gone)
  const { status, body } = await go()
  assert.equal(status, 200, JSON.stringify(body))
  return preview
}

/** Where in the whole database an id still stands, by column. */
const leftOf = (company: Company, id: string): Promise<string[]> => inside(company, ({ db }) => standsIn(db, id))

/** One performer entered twice, with work, hours, a rate and a pool on both. */
async function twice() {
  const company = await makeCompany()
  const { owner } = company
  const manager = await makeStaff(company)
  const kept = await makePerformer(company, { name: 'Павел Жук', cost_per_hour: '2000', from_day: minskDay(-30) })
  const gone = await makePerformer(company, {
    name: 'Жук Павел',
    specialities: ['Электрики', 'Сварщики'],
    cost_per_hour: '2500',
    from_day: minskDay(-10),
  })
  const both = await makeTask(manager, [kept, gone], { title: 'На двоих' })
  const own = await makeTaskAtWork(manager, [gone], { title: 'Щит' })
  await done(gone, tasks.logTime, { task_id: own.id, day: minskDay(), minutes: 90 })
  await done(gone, tasks.comment, { task_id: own.id, text: 'Где щит?', is_question: true })
  const pool = await makePool(owner, [kept, gone], { name: 'Бригада' })
  await done(owner, absences.addAbsence, {
    member_id: gone.id,
    kind: 'vacation',
    from_day: minskDay(20),
    to_day: minskDay(25),
  })
  return { company, owner, manager, kept, gone, both, own, pool }
}

test('DBL-1 DBL-2: the preview has what differs with both values, what goes over in numbers, and what both have', async () => {
  const { owner, kept, gone } = await twice()
  const preview = await done(owner, contract.previewMerge, { member_id: kept.id, gone_id: gone.id })
  const differing = preview.choices.filter((one) => one.kept && one.gone && one.kept.text !== one.gone.text)
  assert.deepEqual(
    differing.map(({ field, kept: a, gone: b }) => (field === 'phone' ? field : [field, a?.text, b?.text])),
    [['name', 'Павел Жук', 'Жук Павел'], 'phone', ['rate', '2000', '2500']],
  )
  const counts = Object.fromEntries(preview.moves.map(({ group, count }) => [group, count]))
  const { work, hours, pools: in_pools, specialities, rates, absences: away } = counts
  assert.deepEqual([work, hours, in_pools, specialities, rates, away], [2, 1, 1, 2, 1, 1])
  assert.deepEqual([preview.twice, preview.links, preview.clock], [{ tasks: 1, pools: 1 }, 1, false])
})

test('DBL-3 DBL-4 S18: one step makes one card of two; nothing anywhere names the other any more, and its address leads to the one', async () => {
  const { company, owner, manager, kept, gone, both, own, pool } = await twice()
  await merged(owner, kept, gone, ['rate'])

  const card = await done(owner, people.getMember, { member_id: gone.id })
  assert.deepEqual([card.id, card.name, card.rate?.cost_per_hour], [kept.id, 'Павел Жук', '2500'])
  assert.deepEqual(card.specialities.map(({ name }) => name).toSorted(), ['Сварщики', 'Электрики'])
  assert.deepEqual(
    card.pools.map(({ name }) => name),
    ['Бригада'],
  )
  const shared = await done(manager, tasks.getTask, { task_id: both.id })
  assert.deepEqual(
    shared.assignees.map(({ member }) => member.id),
    [kept.id],
  )
  const work = await done(manager, tasks.getTask, { task_id: own.id })
  assert.deepEqual(
    work.assignees.map(({ member, state }) => [member.id, state]),
    [[kept.id, 'in_progress']],
  )
  assert.equal((await done(owner, pools.getPool, { pool_id: pool.id })).people, 1)
  // History is never rewritten; whose answer to a repeat is kept goes with it after two days.
  const left = (await leftOf(company, gone.id)).filter((ref) => !ref.startsWith('events.'))
  assert.deepEqual(left, ['idempotency_keys.actor_id', 'members.id'])
  const { rows } = await done(owner, history.getMemberTimeline, { member_id: gone.id })
  const told = rows.map(({ name }) => name)
  assert.ok(told.includes('member.merged') && told.includes('member.merged_into'))
  assert.equal(told.filter((name) => name === 'member.added').length, 2)
  for (const list of [{ kind: 'performer' as const }, { kind: 'performer' as const, left: true }])
    assert.ok(!(await done(owner, people.listMembers, list)).rows.some(({ id }) => id === gone.id))
})

test('DBL-3: on a task that both are on the less advanced goes on, and one fee of two stays', async () => {
  const company = await makeCompany()
  const { owner } = company
  const [kept, gone] = [
    await makePerformer(company, { fee_per_task: '5000' }),
    await makePerformer(company, { fee_per_task: '7000' }),
  ]
  const { id: task_id } = await makeTaskAtWork(owner, [kept, gone])
  for (const one of [kept, gone]) await done(one, tasks.logTime, { task_id, day: minskDay(), minutes: 60 })
  await done(kept, tasks.sayDone, { task_id })
  await merged(owner, kept, gone)
  const task = await done(owner, tasks.getTask, { task_id })
  assert.deepEqual(
    task.assignees.map(({ member, state }) => [member.id, state]),
    [[kept.id, 'in_progress']],
  )
  assert.equal((await as(kept, tasks.sayDone, { task_id })).status, 200)
  const fees = await inside(company, async ({ db }) => {
    return db.selectFrom('task_fees').select(['member_id', 'fee']).where('task_id', '=', task_id).execute()
  })
  assert.deepEqual(
    fees.map(({ member_id, fee }) => [member_id, Number(fee)]),
    [[kept.id, 7000]],
  )
})

test('DBL-2: the rate that was not chosen does not hold from today on, though it began later', async () => {
  const { owner, kept, gone } = await twice()
  await merged(owner, kept, gone)
  const { rates } = await done(owner, people.getMember, { member_id: kept.id })
  assert.deepEqual(
    rates.map(({ from_day, cost_per_hour }) => [from_day, cost_per_hour]),
    [
      [minskDay(), '2000'],
      [minskDay(-10), '2500'],
      [minskDay(-30), '2000'],
    ],
  )
})

test('DBL-7: the links of both cards open the one, and a phone that was signed in stays', async () => {
  const company = await makeCompany()
  const { owner } = company
  const kept = await makePerformer(company, { name: 'Олег Савич' })
  const { id } = await addPerformer(company, { name: 'Савич О.' })
  const { url } = await done(owner, people.makePersonalLink, { member_id: id })
  const phone = anybody()
  await done(phone, people.usePersonalLink, { link: linkIn(url) })
  const given = await makeTask(owner, [kept])
  await merged(owner, kept, { id })

  assert.equal((await done(phone, people.getMe, {})).member?.id, kept.id)
  assert.equal((await as(phone, tasks.acceptTask, { task_id: given.id })).status, 200)
  const other = anybody()
  assert.equal((await done(other, people.usePersonalLink, { link: linkIn(url) })).member.id, kept.id)
  assert.equal((await done(kept, people.getMe, {})).member?.id, kept.id)
})

test('DBL-7: who has not come in takes over the user of the other, and stays that user when he opens his link', async () => {
  const company = await makeCompany()
  const { id } = await addPerformer(company)
  const gone = await makePerformer(company)
  const { url } = await done(company.owner, people.makePersonalLink, { member_id: id })
  await merged(company.owner, { id }, gone)
  assert.equal((await done(gone, people.getMe, {})).member?.id, id)
  await done(anybody(), people.usePersonalLink, { link: linkIn(url) })
  assert.equal((await done(gone, people.getMe, {})).member?.id, id)
})

/** One of the staff with two accounts: the second leads people and answers for orders. */
async function twoAccounts() {
  const company = await makeCompany()
  const { owner } = company
  const [kept, gone] = [
    await makeStaff(company, 'manager', 'Анна Вронская'),
    await makeStaff(company, 'manager', 'Вронская Анна'),
  ]
  const report = await makeStaff(company, 'member', 'Лев Кот')
  const under = (member_id: string, head_id: string) =>
    done(owner, tree.moveMember, { member_id, head_id, with_reports: true })
  await under(report.id, gone.id)
  const order = await makeOrder(gone, { counterparty_id: (await makeCounterparty(gone)).id })
  return { company, owner, kept, gone, report, under, order }
}

test('DBL-3 DBL-7 TREE-1: of the staff those below and the orders go over; the account that was chosen opens the company, the other does not', async () => {
  const { owner, kept, gone, report, order } = await twoAccounts()
  const preview = await merged(owner, kept, gone, ['account'])
  assert.deepEqual(
    preview.choices.filter(({ field }) => field === 'account').map(({ kept: a, gone: b }) => [a?.text, b?.text]),
    [[kept.email, gone.email]],
  )
  assert.equal((await done(gone, people.getMe, {})).member?.id, kept.id)
  assert.equal((await as(kept, people.getMe, {})).status, 401)
  const { rows } = await done(owner, tree.getStructure, {})
  assert.equal(rows.find(({ id }) => id === report.id)?.head_id, kept.id)
  assert.ok(!rows.some(({ id }) => id === gone.id))
  assert.equal((await done(owner, orders.getOrder, { order_id: order.id })).responsible.id, kept.id)
})

test('DBL-2 TREE-1: who stands below his own double goes under the head of that one; under himself he cannot be left', async () => {
  const { owner, kept, gone, report, under } = await twoAccounts()
  await under(kept.id, report.id)
  const left = await merging(owner, kept, gone)
  assert.equal(left.preview.choices.find(({ field }) => field === 'head')?.kept?.refused?.code, 'tree.circle')
  assert.equal((await left.go()).body.code, 'tree.circle')
  await merged(owner, kept, gone, ['head'])
  const { rows } = await done(owner, tree.getStructure, {})
  const headOf = (who: Who) => rows.find(({ id }) => id === who.id)?.head_id
  assert.deepEqual([headOf(kept), headOf(report)], [owner.id, kept.id])
})

test('DBL-6: of two merges at once, of the same two cards either way round or of three in a row, the outcome is one card', async () => {
  const company = await makeCompany()
  const { owner } = company
  for (let round = 0; round < 3; round += 1) {
    const [a, b, c] = [await makePerformer(company), await makePerformer(company), await makePerformer(company)]
    await makeTask(owner, [a, b, c])
    const asked = [await merging(owner, a, b), await merging(owner, b, a), await merging(owner, b, c)]
    const answers = await race(
      3,
      async (n) => asked[n]!.go(),
      () => done(owner, people.getMe, {}),
    )
    assert.ok(answers.some(({ status }) => status === 200))
    for (const { status } of answers) assert.ok(status === 200 || status === 409, `${status}`)
    const ends = new Set<string>()
    for (const { id } of [a, b, c]) {
      const card = await done(owner, people.getMember, { member_id: id })
      assert.notEqual(card.state, 'left')
      ends.add(card.id)
    }
    assert.equal(ends.size, 3 - answers.filter(({ status }) => status === 200).length)
  }
})
