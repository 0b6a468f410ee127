import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addCertificate } from '#contract/certificates.ts'
import * as orders from '#contract/orders.ts'
import * as pools from '#contract/pools.ts'
import * as contract from '#contract/staffing/choosing.ts'
import { addAbsence } from '#contract/time/absences.ts'
import { addSchedule } from '#contract/time/schedules.ts'
import { as, done, type Person } from '#test/as.ts'
import { queriesOf } from '#test/queries.ts'
import { makeCompany } from '#test/world.ts'
import { makeOrder } from '#test/world/orders.ts'
import { addPerformer, makePerformer, makeStaff } from '#test/world/people.ts'
import { makePool, makeTwoPools } from '#test/world/pools.ts'
import { makeTask } from '#test/world/tasks.ts'

const [START, END] = ['2031-03-10T09:00:00.000Z', '2031-03-10T13:00:00.000Z']
const WITHIN = { starts_at: '2031-03-10T10:00:00.000Z', ends_at: '2031-03-10T12:00:00.000Z' }
type Wish = Parameters<typeof done<typeof contract.listCandidates>>[2]
const choose = (by: Person, wish: Wish = {}) => done(by, contract.listCandidates, wish)
const names = ({ rows }: { rows: readonly contract.Candidate[] }) => rows.map(({ member }) => member.name)

test('STF-1 POOL-11 S23 S24: own pool first, then those of no pool, then other pools by request to their curators', async () => {
  const company = await makeCompany()
  const { olga, dmitry, his } = await makeTwoPools(company)

  const hers = await choose(olga)
  assert.deepEqual(
    hers.rows.map(({ member, group, pools: of, needs_request }) => [
      member.name,
      group,
      of.map(({ name }) => name),
      needs_request && [needs_request.curators.map(({ name }) => name), needs_request.asked],
    ]),
    [
      ['Павел Жук', 'own', ['Электрики'], null],
      ['Глеб Ворона', 'open', [], null],
      ['Виктор Бондарь', 'other', ['Сантехники'], [['Дмитрий Левчук'], null]],
    ],
  )
  assert.deepEqual(names(await choose(dmitry)), ['Виктор Бондарь', 'Глеб Ворона', 'Павел Жук'])
  const all = await choose(company.owner)
  assert.deepEqual([all.total, all.rows.every(({ needs_request }) => needs_request === null)], [3, true])
  assert.deepEqual(names(await choose(olga, { pool_id: his.id })), ['Виктор Бондарь'])
  assert.deepEqual(names(await choose(olga, { q: 'ворон' })), ['Глеб Ворона'])
  const trade = hers.rows[2]!.specialities[0]!.id
  assert.deepEqual(names(await choose(olga, { speciality_id: trade })), ['Виктор Бондарь', 'Павел Жук', 'Глеб Ворона'])
  assert.deepEqual(names(await choose(olga, { speciality_id: trade, only_trade: true })), ['Виктор Бондарь'])
})

test('STF-2 S33: who has work on his day off is told of with that work first', async () => {
  const company = await makeCompany()
  const worker = await addPerformer(company, { name: 'Иван Субботин' })
  // A Saturday.
  const [from, to] = ['2031-03-15T09:00:00.000Z', '2031-03-15T13:00:00.000Z']
  await makeTask(company.owner, [worker], { title: 'Щит', starts_at: from, ends_at: to })
  const { rows } = await choose(company.owner, { from, to })
  assert.deepEqual([rows[0]?.state, rows[0]?.reasons.map(({ code }) => code)], ['off', ['busy.task', 'off.day']])
})

test('STF-1 STF-2 S33 S36: the free ones of the trade come first; who is busy is shown with the task that stands in the way', async () => {
  const company = await makeCompany()
  const { owner } = company
  const of = (name: string, trade: string) => addPerformer(company, { name, specialities: [trade] })
  const busy = await of('Андрей Занят', 'Электрики')
  const free = await of('Борис Свободен', 'Электрики')
  await of('Вера Клинер', 'Клининг')
  const clash = await makeTask(owner, [busy], { title: 'Щит', ...WITHIN })
  const demands = [{ speciality: 'электрики', people: 2, starts_at: START, ends_at: END }]
  const order = await makeOrder(owner, { demands })
  const demand_id = order.demands[0]?.id ?? ''

  const { rows, total, free: count } = await choose(owner, { demand_id })

  assert.deepEqual(
    rows.map(({ member, of_trade, state }) => [member.name, of_trade, state]),
    [
      ['Борис Свободен', true, 'free'],
      ['Андрей Занят', true, 'busy'],
      ['Вера Клинер', false, 'free'],
    ],
  )
  assert.deepEqual([total, count], [3, 2])
  const task = { id: clash.id, number: clash.number, title: 'Щит' }
  const facts = { number: clash.number, title: 'Щит' }
  assert.deepEqual(rows[1]?.reasons, [{ code: 'busy.task', facts, task, ...WITHIN }])
  assert.deepEqual([rows[1]?.day.planned, rows[1]?.week.planned, rows[0]?.day.planned], [120, 120, 0])
  assert.deepEqual(names(await choose(owner, { demand_id, only_free: true })), ['Борис Свободен', 'Вера Клинер'])
  // The task itself is no clash when it is changed; another time is asked of the same demand.
  const itself = await choose(owner, { from: START, to: END, task_id: clash.id, q: 'Андрей' })
  assert.equal(itself.rows[0]?.state, 'free')
  const morning = await choose(owner, { demand_id, from: '2031-03-10T06:00:00.000Z', q: 'Андрей' })
  assert.equal(morning.rows[0]?.state, 'free')
  assert.equal((await choose(owner, { q: 'Андрей' })).rows[0]?.state, null)

  const give = { order_id: order.id, demand_id, title: 'Монтаж', assignee_ids: [free.id, busy.id] }
  await done(owner, orders.giveTask, give)
  const after = await choose(owner, { demand_id })
  assert.deepEqual(
    new Map(after.rows.map(({ member, assigned }) => [member.name, assigned])).get('Борис Свободен'),
    true,
  )
  assert.deepEqual((await choose(owner, { order_id: order.id, q: 'Вера' })).rows[0]?.assigned, false)
})

test('STF-2 STF-9 S24 S36: who is away or does not work then comes after the free, with the reason and the load of his own days', async () => {
  const company = await makeCompany()
  const { owner } = company
  const free = await addPerformer(company, { name: 'Яна Свободна' })
  const away = await addPerformer(company, { name: 'Анна В Отпуске' })
  const shifts = await addPerformer(company, { name: 'Борис По Утрам' })
  const days = { from_day: '2031-03-10', to_day: '2031-03-14' }
  await done(owner, addAbsence, { member_id: away.id, kind: 'vacation', ...days })
  const morning = { from: '06:00', to: '12:00', break_minutes: 0 }
  const pattern = [morning, null, null, null, null, null, null]
  await done(owner, addSchedule, { member_id: shifts.id, kind: 'weekly', pattern, from_day: '2031-03-01' })

  const told = (rows: readonly contract.Candidate[]) =>
    rows.map(({ member, state, reasons }) => [member.id, state, reasons.map(({ code, facts }) => [code, facts])])
  const noon = await choose(owner, { from: START, to: END })
  assert.deepEqual(told(noon.rows), [
    [free.id, 'free', []],
    [shifts.id, 'off', [['off.hours', { hours: '06:00–12:00' }]]],
    [away.id, 'absent', [['absent.away', { kind: 'vacation', day: '2031-03-14' }]]],
  ])
  assert.deepEqual(
    noon.rows.map(({ day, week }) => [day.available, week.available]),
    [
      [480, 2400],
      [360, 360],
      [0, 0],
    ],
  )
  assert.deepEqual([noon.free, (await choose(owner, { from: START, to: END, only_free: true })).total], [1, 1])
  const tuesday = { from: '2031-03-11T09:00:00.000Z', to: '2031-03-11T10:00:00.000Z' }
  const states = (await choose(owner, tuesday)).rows.map(({ member, state }) => [member.id, state])
  assert.equal(new Map(states as [string, string][]).get(shifts.id), 'off')
})

test('STF-4 POOL-9: what was asked of a curator is shown beside the person, and a granted one is chosen like one’s own', async () => {
  const company = await makeCompany()
  const { olga, dmitry, viktor } = await makeTwoPools(company)
  const task = await makeTask(olga, [], { title: 'Кран', starts_at: START, ends_at: END })
  const wish = { member_ids: [viktor.id], task_id: task.id, starts_at: START, ends_at: END }
  const [request] = (await done(olga, contract.askForPeople, wish)).rows
  assert.deepEqual([request?.about?.kind, request?.about?.number], ['task', task.number])

  const then = { from: START, to: END, q: 'Виктор' }
  const [asked] = (await choose(olga, then)).rows
  assert.deepEqual(asked?.needs_request?.asked, { id: request?.id, state: 'asked', answer: null })
  assert.equal(
    (await choose(olga, { ...then, from: '2031-05-05T09:00:00.000Z', to: '2031-05-05T10:00:00.000Z' })).rows[0]
      ?.needs_request?.asked,
    null,
  )
  await done(dmitry, pools.answerPoolRequest, { pool_request_id: request!.id, grant: true })
  assert.equal((await choose(olga, then)).rows[0]?.needs_request, null)
})

test('STF-2 PRF-6 S24: a certificate that will have run out by the day of the work is told, and forbids nothing', async () => {
  const company = await makeCompany()
  const { owner } = company
  const { olga, pavel } = await makeTwoPools(company)
  await done(owner, addCertificate, { member_id: pavel.id, kind: 'Группа III', expires_on: '2031-03-09' })
  await done(owner, addCertificate, { member_id: pavel.id, kind: 'Высота', expires_on: '2031-03-10' })
  const then = await choose(olga, { from: START, to: END, q: 'Павел' })
  assert.deepEqual(
    then.rows[0]?.warnings.map(({ code, facts }) => [code, facts]),
    [['warning.certificate_expired', { kind: 'Группа III', day: '2031-03-09' }]],
  )
  assert.deepEqual([then.rows[0]?.state, then.rows[0]?.needs_request], ['free', null])
  assert.deepEqual((await choose(olga, { q: 'Павел' })).rows[0]?.warnings, [])
})

test('STF-3: a choice among many people and pools costs as many queries as among few', async () => {
  const company = await makeCompany()
  const { olga, pavel } = await makeTwoPools(company)
  await makeTask(olga, [pavel], WITHIN)
  const order = await makeOrder(olga, {
    demands: [{ speciality: 'Электрики', people: 2, starts_at: START, ends_at: END }],
  })
  const wish = { demand_id: order.demands[0]!.id }
  const few = await queriesOf(() => choose(olga, wish))
  for (let n = 0; n < 12; n++) {
    const person = await addPerformer(company, { name: `Человек ${n}` })
    await makePool(company.owner, [person], { name: `Пул ${n}` })
    await makeTask(company.owner, [person], WITHIN)
  }
  const many = await queriesOf(() => choose(olga, wish))
  assert.equal((await choose(olga, wish)).total, 15)
  assert.equal(many.length, few.length, many.join('\n'))
  assert.ok(many.length <= 16, `${many.length} queries`)
})

test('STF-5 S1: the people of a pool are listed with this week’s plan, page by page', async () => {
  const company = await makeCompany()
  const { olga, pavel, hers, gleb } = await makeTwoPools(company)
  await done(olga, pools.putIntoPool, { pool_id: hers.id, member_ids: [gleb.id] })
  await makePool(company.owner, [gleb], { name: 'Высотники', specialities: ['Высотники'] })
  const now = new Date()
  const later = new Date(now.getTime() + 3_600_000)
  await makeTask(olga, [pavel], { starts_at: now.toISOString(), ends_at: later.toISOString() })
  const { rows, next } = await done(olga, contract.listPoolPeople, { pool_id: hers.id })
  assert.deepEqual(
    rows.map(({ member, other_pools, load }) => [member.name, other_pools.map(({ name }) => name), load.planned]),
    [
      ['Глеб Ворона', ['Высотники'], 0],
      ['Павел Жук', [], 60],
    ],
  )
  assert.equal(next, null)
})

test('a choice names only what is there for who asks; performers choose nobody', async () => {
  const [ours, theirs] = [await makeCompany(), await makeCompany()]
  const { hers, pavel, olga } = await makeTwoPools(theirs)
  const order = await makeOrder(theirs.owner, { demands: [{ speciality: 'Электрики', people: 1 }] })
  const task = await makeTask(theirs.owner, [pavel])
  const { owner } = ours
  const refused = async (wish: Wish) => (await as(owner, contract.listCandidates, wish)).body.code
  assert.equal(await refused({ order_id: order.id }), 'order.missing')
  assert.equal(await refused({ demand_id: order.demands[0]!.id }), 'demand.missing')
  assert.equal(await refused({ task_id: task.id }), 'task.missing')
  assert.deepEqual((await choose(owner, { pool_id: hers.id })).rows, [])
  assert.equal((await as(owner, contract.listPoolPeople, { pool_id: hers.id })).body.code, 'pool.missing')
  const span = { starts_at: START, ends_at: END }
  assert.equal(
    (await as(owner, contract.askForPeople, { member_ids: [pavel.id], ...span })).body.code,
    'member.missing',
  )
  const own = await makeOrder(olga, { demands: [{ speciality: 'Электрики', people: 1 }] })
  const mixed = await as(olga, contract.listCandidates, { order_id: own.id, demand_id: order.demands[0]!.id })
  assert.equal(mixed.body.code, 'demand.missing')
  assert.equal((await as(await makePerformer(theirs), contract.listCandidates, {})).status, 403)
  assert.equal((await as(await makeStaff(ours, 'member'), contract.listCandidates, {})).status, 200)
})
