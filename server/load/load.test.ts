import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as absences from '#contract/time/absences.ts'
import * as load from '#contract/time/load.ts'
import { giveTask } from '#contract/orders.ts'
import * as people from '#contract/people.ts'
import * as tasks from '#contract/tasks.ts'
import { as, done, type Person } from '#test/as.ts'
import { queriesOf } from '#test/queries.ts'
import { addPerformer, makePerformer, makeStaff } from '#test/world/people.ts'
import { makeOrder } from '#test/world/orders.ts'
import { makePool } from '#test/world/pools.ts'
import { makeTask, makeTaskAtWork, minskDay } from '#test/world/tasks.ts'
import { makeCompany } from '#test/world.ts'

/** A moment by the clock on the wall in Minsk, of a day of March 2026: the ninth is a Monday. */
const at = (day: number, clock: string) =>
  new Date(`2026-03-${String(day).padStart(2, '0')}T${clock}:00+03:00`).toISOString()
const WEEK = { from: '2026-03-09', to: '2026-03-15' } as const
const hours = (minutes: readonly number[]) => minutes.map((one) => one / 60)

/** Two electricians, one of whom is also a plumber, and one without a trade. */
async function crew() {
  const company = await makeCompany()
  const { owner } = company
  const [pavel, igor, anna] = [
    await addPerformer(company, { name: 'Павел Жук', specialities: ['Электрики'] }),
    await addPerformer(company, { name: 'Игорь Лисовский', specialities: ['Электрики', 'Сантехники'] }),
    await addPerformer(company, { name: 'Анна Кот', specialities: [] }),
  ]
  const plan = (who: { id: string }, starts_at: string, ends_at: string) =>
    makeTask(owner, [who], { starts_at, ends_at })
  return { company, owner, pavel, igor, anna, plan }
}

test('LOAD-1 LOAD-2 S2: people under their first trade, day by day, with sums of groups and of all', async () => {
  const { owner, pavel, igor, anna, plan } = await crew()
  await plan(pavel, at(9, '09:00'), at(9, '20:00'))
  await plan(igor, at(10, '09:00'), at(10, '13:00'))
  await makeTask(owner, [anna], { starts_at: at(11, '10:00') })
  const away = { member_id: anna.id, kind: 'vacation', from_day: '2026-03-12', to_day: '2026-03-20' } as const
  await done(owner, absences.addAbsence, away)

  const { rows, sums, days, next } = await done(owner, load.getLoad, WEEK)

  assert.deepEqual(
    rows.map(({ member, group_id }) => [member.name, sums?.groups.find(({ id }) => id === group_id)?.name]),
    [
      ['Игорь Лисовский', 'Сантехники'],
      ['Павел Жук', 'Электрики'],
      ['Анна Кот', null],
    ],
  )
  const [hisIgor, hisPavel, hers] = rows
  assert.deepEqual(hours(hisPavel!.planned), [10, 0, 0, 0, 0, 0, 0])
  assert.deepEqual(hours(hisIgor!.planned), [0, 4, 0, 0, 0, 0, 0])
  assert.deepEqual(hours(hers!.available), [8, 8, 8, 0, 0, 0, 0])
  assert.deepEqual(hers!.points, [2])
  assert.deepEqual(
    hers!.away.map(({ at: place, kind, whole }) => [place, kind, whole]),
    [3, 4, 5, 6].map((place) => [place, 'vacation', true]),
  )
  assert.deepEqual(
    sums?.groups.map(({ name, people: n, planned }) => [name, n, planned[0]]),
    [
      ['Сантехники', 1, 0],
      ['Электрики', 1, 600],
      [null, 1, 0],
    ],
  )
  assert.deepEqual([sums?.all.people, hours(sums.all.planned)], [3, [10, 4, 0, 0, 0, 0, 0]])
  assert.deepEqual(hours(sums.all.available), [24, 24, 24, 16, 16, 0, 0])
  assert.deepEqual([days.map(({ kind }) => kind).join(), next], ['work,work,work,work,work,off,off', null])
})

test('LOAD-1: actual minutes are those of the day they were logged on; a holiday says so', async () => {
  const company = await makeCompany()
  const pavel = await makePerformer(company)
  const { id: task_id } = await makeTaskAtWork(company.owner, [pavel])
  await done(pavel, tasks.logTime, { task_id, day: minskDay(-1), minutes: 75 })
  const asked = { from: minskDay(-2), to: minskDay() }
  const { rows } = await done(company.owner, load.getLoad, asked)
  assert.deepEqual(rows[0]?.actual, [0, 75, 0])
  const { days } = await done(company.owner, load.getLoad, { from: '2026-05-01', to: '2026-05-01' })
  assert.deepEqual(days, [{ day: '2026-05-01', kind: 'off', holiday: 'by_labour' }])
})

test('LOAD-2: asked for one trade, people stand under that; a name finds them', async () => {
  const { owner, igor } = await crew()
  const { rows: trades } = await done(owner, people.listSpecialities, {})
  const electricians = trades.find(({ name }) => name === 'Электрики')
  const found = await done(owner, load.getLoad, { ...WEEK, speciality_id: electricians?.id ?? '' })
  assert.deepEqual(
    found.rows.map(({ member, group_id }) => [member.name, group_id === electricians?.id]),
    [
      ['Игорь Лисовский', true],
      ['Павел Жук', true],
    ],
  )
  assert.equal(found.sums?.all.people, 2)
  const named = await done(owner, load.getLoad, { ...WEEK, search: 'лисов' })
  assert.deepEqual(
    named.rows.map(({ member }) => member.id),
    [igor.id],
  )
})

test('LOAD-3: 50 people a page by five queries, few or many; sums of all stand on the first', async () => {
  const { company, owner, pavel, plan } = await crew()
  await plan(pavel, at(9, '09:00'), at(9, '12:00'))
  const ask = (after?: string) => done(owner, load.getLoad, { ...WEEK, ...(after && { after }) })
  await ask()
  const few = await queriesOf(() => ask())
  for (let n = 0; n < 50; n++)
    await addPerformer(company, { name: `Маляр ${n}`, specialities: n % 2 ? ['Маляры'] : [] })
  const many = await queriesOf(() => ask())
  assert.deepEqual([few.length, many.length], [5, 5])
  const first = await ask()
  assert.deepEqual([first.rows.length, first.sums?.all.people], [50, 53])
  const second = await ask(first.next ?? '')
  assert.deepEqual([second.rows.length, second.sums, second.next], [3, null, null])
  const all = [...first.rows, ...second.rows].map(({ member }) => member.id)
  assert.equal(new Set(all).size, 53)
})

test('LOAD-4 S2 S24: who is free on 10 March from twelve to four, and what hinders the others', async () => {
  const { company, owner, pavel, igor, anna, plan } = await crew()
  await plan(igor, at(10, '15:00'), at(10, '17:00'))
  await plan(pavel, at(10, '08:00'), at(10, '12:00'))
  const day = { from_day: '2026-03-10', to_day: '2026-03-11' }
  await done(owner, absences.addAbsence, { member_id: anna.id, kind: 'illness', ...day })
  const oleg = await addPerformer(company, { name: 'Олег Тишко' })
  const found = await done(owner, load.findFree, { day: '2026-03-10', from: '12:00', to: '16:00' })

  assert.deepEqual([found.free, found.people], [2, 4])
  const said = found.rows.map(({ member, hindrances }) => [
    member.name,
    hindrances.map(({ code, kind, until, task, spans }) => [code, kind ?? until ?? task?.title, spans[0]?.from]),
  ])
  assert.deepEqual(said, [
    [oleg.name, []],
    ['Павел Жук', []],
    ['Игорь Лисовский', [['busy', 'Подключить световой короб', '15:00']]],
    ['Анна Кот', [['away', 'illness', undefined]]],
  ])
  assert.deepEqual(found.rows[1]?.spans, [{ from: '12:00', to: '18:00' }])
  assert.deepEqual([found.rows[1]?.planned, found.rows[1]?.available], [240, 480])
  assert.equal(found.rows[3]?.hindrances[0]?.until, '2026-03-11')
})

test('LOAD-4: on a day off and outside his hours nobody is free; a time over midnight asks for both days', async () => {
  const { owner, pavel, plan } = await crew()
  const why = async (day: string, from: string, to: string) => {
    const { rows } = await done(owner, load.findFree, { day, from, to, search: 'Жук' })
    return rows[0]?.hindrances.map(({ code }) => code)
  }
  assert.deepEqual(await why('2026-03-14', '12:00', '16:00'), ['day_off'])
  assert.deepEqual(await why('2026-03-10', '17:00', '19:00'), ['other_hours'])
  assert.deepEqual(await why('2026-03-10', '20:00', '02:00'), ['other_hours'])
  await plan(pavel, at(10, '01:00'), at(10, '03:00'))
  assert.deepEqual(await why('2026-03-09', '23:00', '02:00'), ['other_hours', 'busy'])
  const counted = await queriesOf(() => why('2026-03-10', '12:00', '16:00'))
  assert.ok(counted.length <= 6, String(counted.length))
})

test('LOAD-5: a day opens the tasks behind its figures, with their orders', async () => {
  const company = await makeCompany()
  const pavel = await makePerformer(company, { name: 'Павел Жук' })
  const wish = { starts_at: `${minskDay()}T06:00:00.000Z`, ends_at: `${minskDay()}T09:00:00.000Z` }
  const order = await makeOrder(company.owner)
  const given = { order_id: order.id, title: 'Монтаж', assignee_ids: [pavel.id], ...wish }
  const { id: planned } = await done(company.owner, giveTask, given)
  const { id: other } = await makeTaskAtWork(company.owner, [pavel])
  await done(pavel, tasks.logTime, { task_id: other, day: minskDay(), minutes: 40 })
  const day = await done(company.owner, load.getLoadDay, { member_id: pavel.id, day: minskDay() })
  assert.equal(day.planned, 180)
  assert.deepEqual(
    day.tasks.map(({ task, planned: plan, order: of }) => [task.id, plan, of?.number]),
    [
      [planned, 180, order.number],
      [other, 0, undefined],
    ],
  )
  assert.equal(
    day.tasks.reduce((sum, one) => sum + one.actual, 0),
    day.actual,
  )
  assert.ok(day.actual >= 40)
})

test('LOAD-7: before an absence it is told what it touches', async () => {
  const { company, owner, pavel, plan } = await crew()
  const hit = await plan(pavel, at(10, '09:00'), at(10, '12:00'))
  const long = await plan(pavel, at(6, '09:00'), at(11, '12:00'))
  await plan(pavel, at(13, '09:00'), at(13, '12:00'))
  const affected = (by: Person, member_id: string) =>
    as(by, load.findAffected, { member_id, from_day: '2026-03-10', to_day: '2026-03-12' })
  const { body } = await affected(owner, pavel.id)
  assert.deepEqual(
    body.tasks.map(({ id }) => id),
    [long.id, hit.id],
  )
  const manager = await makeStaff(company)
  await makeTask(manager, [pavel])
  assert.deepEqual([(await affected(owner, manager.id)).body.curated, body.orders], [1, 0])
  const clerk = await makeStaff(company, 'member')
  assert.equal((await affected(clerk, clerk.id)).status, 200)
  assert.equal((await affected(clerk, pavel.id)).body.code, 'load.not_yours')
})

test('LOAD-8: load is for who leads performers or reads reports; a stranger finds nobody', async () => {
  const { company, pavel } = await crew()
  const codes = async (person: Person) =>
    Promise.all([
      as(person, load.getLoad, WEEK),
      as(person, load.findFree, { day: '2026-03-10', from: '12:00', to: '16:00' }),
      as(person, load.getLoadDay, { member_id: pavel.id, day: '2026-03-10' }),
    ]).then((replies) => replies.map(({ status, body }) => body.code ?? status))
  assert.deepEqual(await codes(await makeStaff(company)), [200, 200, 200])
  assert.deepEqual(await codes(await makeStaff(company, 'accountant')), [200, 200, 200])
  assert.deepEqual(
    await codes(await makeStaff(company, 'member')),
    Array.from({ length: 3 }, () => 'load.not_yours'),
  )
  assert.deepEqual(
    await codes(await makePerformer(company)),
    Array.from({ length: 3 }, () => 'door.staff'),
  )
  const { owner } = await makeCompany()
  assert.deepEqual((await codes(owner))[2], 'member.missing')
  assert.deepEqual((await done(owner, load.getLoad, WEEK)).rows, [])
})

test('LOAD-1: a period that is none or too long is refused', async () => {
  const { owner } = await makeCompany()
  const code = async (from: string, to: string) => (await as(owner, load.getLoad, { from, to })).body.errors?.[0]?.code
  assert.deepEqual(await code('2026-03-02', '2026-03-01'), 'days.backwards')
  assert.deepEqual(await code('2026-03-01', '2026-05-02'), 'load.too_long')
  assert.equal((await as(owner, load.getLoad, { from: '2026-03-01', to: '2026-05-01' })).status, 200)
})

test('LOAD-10 S2: narrowed by pool, by none, to one person; the free as well', async () => {
  const { owner, pavel, igor, anna } = await crew()
  const { id: pool_id } = await makePool(owner, [pavel, igor])
  const names = async (wish: Partial<load.LoadFilter>) => {
    const { rows, sums } = await done(owner, load.getLoad, { ...WEEK, ...wish })
    const free = await done(owner, load.findFree, { day: WEEK.from, from: '10:00', to: '11:00', ...wish })
    assert.equal(sums?.all.people, rows.length)
    assert.deepEqual(
      free.rows.map(({ member }) => member.id).toSorted(),
      rows.map(({ member }) => member.id).toSorted(),
    )
    return rows.map(({ member }) => member.id).toSorted()
  }
  assert.deepEqual(await names({ pool_id }), [pavel.id, igor.id].toSorted())
  assert.deepEqual(await names({ no_pool: true }), [anna.id])
  assert.deepEqual(await names({ member_id: pavel.id }), [pavel.id])
  assert.deepEqual(await names({ pool_id, member_id: anna.id }), [])
})
