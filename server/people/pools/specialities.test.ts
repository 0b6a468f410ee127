import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as orders from '#contract/orders.ts'
import * as people from '#contract/people.ts'
import * as pools from '#contract/pools.ts'
import * as trades from '#contract/staffing/specialities.ts'
import { as, done, type Person } from '#test/as.ts'
import { race } from '#test/race.ts'
import { makeCompany } from '#test/world.ts'
import { makeOrder } from '#test/world/orders.ts'
import { addPerformer, makeStaff } from '#test/world/people.ts'
import { makePool } from '#test/world/pools.ts'

const offered = async (by: Person) => (await done(by, people.listSpecialities, {})).rows.map(({ name }) => name)
const tradeOf = async (by: Person, name: string) => {
  const { rows } = await done(by, trades.listSpecialityUse, {})
  return rows.find((row) => row.name === name)!
}

test('POOL-12 S24: a trade is renamed everywhere at once; a name that another has is refused', async () => {
  const company = await makeCompany()
  const { owner } = company
  const ivan = await addPerformer(company, { specialities: ['Электрики'] })
  const { id: speciality_id, people: knowing } = await tradeOf(owner, 'Электрики')
  assert.equal(knowing, 1)

  assert.equal(
    (await done(owner, trades.renameSpeciality, { speciality_id, name: ' Электромонтажники ' })).name,
    'Электромонтажники',
  )
  const { specialities } = await done(owner, people.getMember, { member_id: ivan.id })
  assert.deepEqual(
    specialities.map(({ name }) => name),
    ['Электромонтажники'],
  )
  const taken = await as(owner, trades.renameSpeciality, { speciality_id, name: 'клининг' })
  assert.deepEqual(
    [taken.status, taken.body.code, taken.body.facts?.['name']],
    [422, 'speciality.name_taken', 'Клининг'],
  )
  assert.equal((await as(owner, trades.renameSpeciality, { speciality_id, name: '  ' })).status, 422)
  const manager = await makeStaff(company)
  const { rows, can } = await done(manager, trades.listSpecialityUse, {})
  assert.deepEqual([rows.length, can.change?.code], [4, 'speciality.not_yours'])
  for (const reply of [
    await as(manager, trades.renameSpeciality, { speciality_id, name: 'Мои' }),
    await as(manager, trades.archiveSpeciality, { speciality_id }),
    await as(manager, trades.restoreSpeciality, { speciality_id }),
    await as(manager, trades.mergeSpecialities, { speciality_id, into_speciality_id: rows[0]!.id }),
  ])
    assert.deepEqual([reply.status, reply.body.code], [403, 'speciality.not_yours'])
})

test('POOL-12: an archived trade is offered no more, and stays with those who know it', async () => {
  const company = await makeCompany()
  const { owner } = company
  const ivan = await addPerformer(company, { specialities: ['Клининг', 'Электрики'] })
  const { id: speciality_id } = await tradeOf(owner, 'Клининг')
  await done(owner, trades.archiveSpeciality, { speciality_id })
  assert.deepEqual(await offered(owner), ['Общие работы', 'Сантехники', 'Электрики'])
  const { rows } = await done(owner, trades.listSpecialityUse, {})
  assert.deepEqual([rows.at(-1)?.name, rows.at(-1)?.people, rows.at(-1)?.archived_at !== null], ['Клининг', 1, true])
  const same = { member_id: ivan.id, specialities: ['Клининг', 'Электрики'], name: 'Иван Морозов' }
  const changed = await done(owner, people.changeMember, same)
  assert.deepEqual(
    changed.specialities.map(({ name }) => name),
    ['Клининг', 'Электрики'],
  )
  await done(owner, trades.restoreSpeciality, { speciality_id })
  assert.equal((await offered(owner)).length, 4)
})

test('POOL-13: a trade is merged into another: people, pools and the old name mean the other from then on', async () => {
  const company = await makeCompany()
  const { owner } = company
  const both = await addPerformer(company, { specialities: ['Электрики', 'Электромонтёры'] })
  const one = await addPerformer(company, { name: 'Пётр Лис', specialities: ['Электромонтёры'] })
  const pool = await makePool(owner, [one], { specialities: ['Электромонтёры'] })
  const [from, into] = [await tradeOf(owner, 'Электромонтёры'), await tradeOf(owner, 'Электрики')]

  const merged = await done(owner, trades.mergeSpecialities, { speciality_id: from.id, into_speciality_id: into.id })

  assert.deepEqual(merged, { id: into.id, name: 'Электрики' })
  for (const member_id of [both.id, one.id])
    assert.deepEqual((await done(owner, people.getMember, { member_id })).specialities, [merged])
  assert.deepEqual((await done(owner, pools.getPool, { pool_id: pool.id })).specialities, [merged])
  assert.deepEqual((await addPerformer(company, { name: 'Новый', specialities: ['электромонтёры'] })).specialities, [
    merged,
  ])
  assert.equal((await offered(owner)).includes('Электромонтёры'), false)
  const twice = await as(owner, trades.mergeSpecialities, { speciality_id: from.id, into_speciality_id: into.id })
  assert.deepEqual([twice.status, twice.body.code], [404, 'speciality.missing'])
  const self = await as(owner, trades.mergeSpecialities, { speciality_id: into.id, into_speciality_id: into.id })
  assert.deepEqual([self.status, self.body.code], [409, 'speciality.same'])
})

test('POOL-13: two that are merged into each other at once are one, and people keep it', async () => {
  const company = await makeCompany()
  const { owner } = company
  const ivan = await addPerformer(company, { specialities: ['Клининг', 'Сантехники'] })
  const ids = [(await tradeOf(owner, 'Клининг')).id, (await tradeOf(owner, 'Сантехники')).id]
  const merge = (n: number) =>
    as(owner, trades.mergeSpecialities, { speciality_id: ids[n % 2]!, into_speciality_id: ids[(n + 1) % 2]! })
  const replies = await race(2, merge, () => done(owner, trades.listSpecialityUse, {}))
  assert.deepEqual(
    replies.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 404],
  )
  assert.equal((await done(owner, people.getMember, { member_id: ivan.id })).specialities.length, 1)
})

test('STF-6 POOL-13 S32: what orders ask for goes over with a merged trade', async () => {
  const company = await makeCompany()
  const { owner } = company
  const order = await makeOrder(owner, { demands: [{ speciality: 'Электромонтёры', people: 2 }] })
  const [from, into] = [await tradeOf(owner, 'Электромонтёры'), await tradeOf(owner, 'Электрики')]
  await done(owner, trades.mergeSpecialities, { speciality_id: from.id, into_speciality_id: into.id })
  const { demands } = await done(owner, orders.getOrder, { order_id: order.id })
  assert.deepEqual(demands[0]?.speciality, { id: into.id, name: 'Электрики' })
  const next = await makeOrder(owner, { demands: [{ speciality: 'электромонтёры', people: 1 }] })
  assert.equal(next.demands[0]?.speciality.id, into.id)
})

test('a trade of another company is not there', async () => {
  const [ours, theirs] = [await makeCompany(), await makeCompany()]
  const { id: speciality_id } = await tradeOf(theirs.owner, 'Электрики')
  const own = await tradeOf(ours.owner, 'Электрики')
  for (const { status, body } of [
    await as(ours.owner, trades.renameSpeciality, { speciality_id, name: 'Мои' }),
    await as(ours.owner, trades.archiveSpeciality, { speciality_id }),
    await as(ours.owner, trades.mergeSpecialities, { speciality_id: own.id, into_speciality_id: speciality_id }),
  ])
    assert.deepEqual([status, body.code], [404, 'speciality.missing'])
})
