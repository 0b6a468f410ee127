import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addCertificate } from '#contract/certificates.ts'
import type { Input } from '#contract/endpoint.ts'
import * as leaving from '#contract/leaving.ts'
import { listSpecialities, setRate } from '#contract/people.ts'
import { listPerformers } from '#contract/staffing/roster.ts'
import { addAbsence } from '#contract/time/absences.ts'
import { as, done, type Person } from '#test/as.ts'
import { queriesOf } from '#test/queries.ts'
import { handing } from '#test/world/leaving.ts'
import { addPerformer, makePerformer, makeStaff } from '#test/world/people.ts'
import { makePool } from '#test/world/pools.ts'
import { makeTask, minskDay } from '#test/world/tasks.ts'
import { makeCompany } from '#test/world.ts'

type Wish = Input<typeof listPerformers>

async function crew() {
  const company = await makeCompany()
  const { owner } = company
  const anna = await makePerformer(company, { name: 'Анна Кот', specialities: ['Клининг'] })
  const boris = await makePerformer(company, { name: 'Борис Лях', cost_per_hour: '3000' })
  const pavel = await addPerformer(company, { name: 'Павел Жук', fee_per_task: '9000' })
  const names = async (wish: Wish = {}, by: Person = owner) =>
    (await done(by, listPerformers, wish)).rows.map(({ name }) => name.split(' ')[0])
  return { company, owner, anna, boris, pavel, names }
}

test('PRF-9 S24: filtered by trade, pool or none, words and certificates', async () => {
  const { owner, anna, boris, pavel, names } = await crew()
  const { id: pool_id } = await makePool(owner, [boris])
  const cleaning = (await done(owner, listSpecialities, {})).rows.find(({ name }) => name === 'Клининг')!
  await done(owner, addCertificate, { member_id: pavel.id, kind: 'Высота', expires_on: minskDay(-1) })
  await done(owner, addCertificate, { member_id: anna.id, kind: 'Газ', expires_on: minskDay(30) })
  await done(owner, addCertificate, { member_id: boris.id, kind: 'Кран', expires_on: minskDay(31) })
  assert.deepEqual(await names(), ['Анна', 'Борис', 'Павел'])
  assert.deepEqual(await names({ speciality_id: cleaning.id }), ['Анна'])
  assert.deepEqual(await names({ pool_id }), ['Борис'])
  assert.deepEqual(await names({ no_pool: true }), ['Анна', 'Павел'])
  assert.deepEqual(await names({ search: 'жук' }), ['Павел'])
  assert.deepEqual(await names({ certificates: 'expired' }), ['Павел'])
  assert.deepEqual(await names({ certificates: 'expiring' }), ['Анна', 'Павел'])
  const { rows, people } = await done(owner, listPerformers, { sort: 'certificates' })
  assert.deepEqual(
    rows.map(({ certificate_ends }) => certificate_ends?.expires_on),
    [minskDay(-1), minskDay(30), minskDay(31)],
  )
  assert.equal(people, 3)
})

test('PRF-9: suspended ones stand among the others, those who left only when asked for; waiting ones are found', async () => {
  const { owner, anna, boris, names } = await crew()
  await done(owner, leaving.suspend, { member_id: anna.id })
  const preview = await done(owner, leaving.previewLeaving, { member_id: boris.id })
  await done(owner, leaving.leave, { member_id: boris.id, held: handing(preview) })
  assert.deepEqual(await names(), ['Анна', 'Павел'])
  assert.deepEqual(await names({ state: 'suspended' }), ['Анна'])
  assert.deepEqual(await names({ state: 'invited' }), ['Павел'])
  const left = await done(owner, listPerformers, { state: 'left' })
  assert.deepEqual(
    left.rows.map(({ name, state, today }) => [name, state, today]),
    [['Борис Лях', 'left', null]],
  )
})

test('STF-8 S2: load of today, the free first or the most loaded; who is away stands last either way', async () => {
  const { owner, anna, boris, pavel, names } = await crew()
  const day = minskDay()
  const at = (clock: string) => new Date(`${day}T${clock}:00+03:00`).toISOString()
  await makeTask(owner, [boris], { starts_at: at('09:00'), ends_at: at('12:00') })
  await done(owner, addAbsence, { member_id: anna.id, kind: 'vacation', from_day: day, to_day: day })
  const { rows } = await done(owner, listPerformers, { sort: 'load' })
  const works = rows.find(({ id }) => id === pavel.id)!.today!.available > 0
  const first = works ? ['Павел', 'Борис'] : ['Борис']
  assert.deepEqual((await names({ sort: 'load' })).slice(0, first.length), first)
  assert.equal((await names({ sort: 'load', desc: true }))[0], 'Борис')
  assert.equal(rows.find(({ id }) => id === boris.id)?.today?.planned, 180)
  if (works) {
    assert.equal((await names({ sort: 'load', desc: true }))[2], 'Анна')
    assert.deepEqual(rows.at(-1)?.today, { planned: 0, available: 0 })
  }
})

test('STF-8: by rate, hours before fees and nothing last; who may not read money gets the order of names', async () => {
  const { company, owner, anna, names } = await crew()
  await addPerformer(company, { name: 'Яна Мох' })
  await done(owner, setRate, { member_id: anna.id, from_day: minskDay(), cost_per_hour: '4000' })
  assert.deepEqual(await names({ sort: 'rate' }), ['Борис', 'Анна', 'Павел', 'Яна'])
  assert.deepEqual(await names({ sort: 'rate', desc: true }), ['Анна', 'Борис', 'Павел', 'Яна'])
  assert.deepEqual(await names({ desc: true }), ['Яна', 'Павел', 'Борис', 'Анна'])
  const clerk = await makeStaff(company, 'member')
  assert.equal((await as(clerk, listPerformers, {})).body.code, 'performer.not_yours')
  const { owner: stranger } = await makeCompany()
  assert.deepEqual((await done(stranger, listPerformers, {})).rows, [])
})

test('STF-8 STF-3: 50 a page in every order, each once, and the same queries whatever their number', async () => {
  const { company, owner } = await crew()
  const few = await queriesOf(() => done(owner, listPerformers, {}))
  for (let n = 0; n < 50; n++) await addPerformer(company, { name: `Маляр ${n % 7}` })
  const many = await queriesOf(() => done(owner, listPerformers, {}))
  assert.equal(many.length, few.length)
  for (const sort of ['name', 'load', 'rate', 'certificates'] as const)
    for (const desc of [false, true]) {
      const first = await done(owner, listPerformers, { sort, desc })
      const second = await done(owner, listPerformers, { sort, desc, after: first.next! })
      assert.deepEqual([first.rows.length, first.people, second.rows.length, second.next], [50, 53, 3, null])
      assert.equal(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size, 53, `${sort} ${desc}`)
    }
})
