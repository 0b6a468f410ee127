import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as pools from '#contract/pools.ts'
import * as contract from '#contract/staffing/choosing.ts'
import * as tasks from '#contract/tasks.ts'
import { as, done } from '#test/as.ts'
import { race } from '#test/race.ts'
import { makeCompany } from '#test/world.ts'
import { eventsOf } from '#test/world/orders.ts'
import { makeStaff } from '#test/world/people.ts'
import { makeTwoPools } from '#test/world/pools.ts'
import { makeTask, minskDay } from '#test/world/tasks.ts'

const WHEN = { starts_at: '2031-03-10T09:00:00.000Z', ends_at: '2031-03-10T13:00:00.000Z' }

/** Olga's pool with two open tasks of hers for its people, and tasks that have nothing to do with it. */
async function makeHandover() {
  const company = await makeCompany()
  const two = await makeTwoPools(company)
  const { olga, pavel, gleb, hers } = two
  const kate = await makeStaff(company, 'manager', 'Екатерина Мороз')
  const first = await makeTask(olga, [pavel], { title: 'Щит', place: 'ул. Немига, 5', ...WHEN })
  const second = await makeTask(olga, [pavel, gleb], { title: 'Короб' })
  const cancelled = await makeTask(olga, [pavel], { title: 'Лишняя' })
  await done(olga, tasks.cancelTask, { task_id: cancelled.id, reason: 'не нужно' })
  await makeTask(olga, [gleb], { title: 'Без пула' })
  await makeTask(company.owner, [pavel], { title: 'Задача владельца' })
  const named = { pool_id: hers.id, from_member_id: olga.id, to_member_id: kate.id }
  return { company, ...two, kate, first, second, named }
}

test('STF-7 POOL-14 S22: a pool is handed over with each open task of its people, in one step, each with its event', async () => {
  const { company, olga, kate, hers, pavel, first, second, named } = await makeHandover()

  const preview = await done(olga, contract.previewHandover, named)

  assert.deepEqual([preview.from.name, preview.to.name], ['Ольга Санько', 'Екатерина Мороз'])
  const performers = [{ id: pavel.id, name: pavel.name }]
  assert.deepEqual(preview.tasks, [
    { id: first.id, number: first.number, title: 'Щит', reference: null, place: 'ул. Немига, 5', ...WHEN, performers },
    {
      id: second.id,
      number: second.number,
      title: 'Короб',
      reference: null,
      place: null,
      starts_at: null,
      ends_at: null,
      performers,
    },
  ])

  const { tasks: count } = await done(olga, contract.handPoolOver, { ...named, stamp: preview.stamp })

  assert.equal(count, 2)
  const now = await done(kate, pools.getPool, { pool_id: hers.id })
  assert.deepEqual([now.mine, now.curators.map(({ member }) => member.name)], [true, ['Екатерина Мороз']])
  assert.equal((await done(olga, pools.getPool, { pool_id: hers.id })).mine, false)
  for (const { id } of [first, second]) {
    assert.equal((await done(kate, tasks.getTask, { task_id: id })).curator.id, kate.id)
    const told = (await eventsOf(company, id)).at(-1)
    assert.deepEqual(told?.facts, {
      number: id === first.id ? first.number : second.number,
      title: id === first.id ? 'Щит' : 'Короб',
      changed: { curator: { from: 'Ольга Санько', to: 'Екатерина Мороз' } },
    })
  }
  const [last] = (await eventsOf(company, hers.id)).slice(-1)
  assert.deepEqual([last?.name, (last?.facts as { tasks: number } | undefined)?.tasks], ['pool.handed_over', 2])
  assert.equal((await done(olga, tasks.listTasks, { curator_id: olga.id })).rows.length, 2)
})

test('STF-7: what has changed since it was shown refuses the step and changes nothing', async () => {
  const { olga, first, pavel, named } = await makeHandover()
  const { stamp } = await done(olga, contract.previewHandover, named)
  await done(olga, tasks.changeTask, { task_id: first.id, title: 'Щит на 3 этаже' })
  const stale = await as(olga, contract.handPoolOver, { ...named, stamp })
  assert.deepEqual([stale.status, stale.body.code], [409, 'pool.handover_stale'])
  const again = await done(olga, contract.previewHandover, named)
  await makeTask(olga, [pavel], { title: 'Новая' })
  assert.equal(
    (await as(olga, contract.handPoolOver, { ...named, stamp: again.stamp })).body.code,
    'pool.handover_stale',
  )
  assert.equal((await done(olga, tasks.getTask, { task_id: first.id })).curator.id, olga.id)
  assert.equal((await done(olga, pools.getPool, { pool_id: named.pool_id })).mine, true)
})

test('STF-7: of two clicks at once one hands over, the other is told why not', async () => {
  const { olga, named, company } = await makeHandover()
  const { stamp } = await done(olga, contract.previewHandover, named)
  const replies = await race(
    3,
    () => as(company.owner, contract.handPoolOver, { ...named, stamp }),
    () => done(company.owner, contract.previewHandover, named),
  )
  assert.deepEqual(
    replies.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 409, 409],
  )
})

test('POOL-14 POOL-3: handed over by its curator, owner and administrators; to one who may lead; from one who leads or led it', async () => {
  const { company, olga, kate, dmitry, hers, named } = await makeHandover()
  const clerk = await makeStaff(company, 'member', 'Вера Лапко')
  const ask = async (person: typeof olga, more: object = {}) => {
    const { status, body } = await as(person, contract.previewHandover, { ...named, ...more })
    return [status, body.code]
  }
  assert.deepEqual(await ask(dmitry), [403, 'pool.not_curator'])
  assert.deepEqual(await ask(olga, { to_member_id: clerk.id }), [422, 'pool.curator_cannot_lead'])
  assert.deepEqual(await ask(olga, { to_member_id: olga.id }), [422, 'pool.same_person'])
  assert.deepEqual(await ask(olga, { from_member_id: dmitry.id }), [422, 'pool.never_led'])
  const deputy = { member_id: dmitry.id, deputy: true, to_day: minskDay(9) }
  const own = { member_id: olga.id, deputy: false }
  await done(olga, pools.setCurators, { pool_id: hers.id, curators: [own, deputy] })
  assert.deepEqual(await ask(dmitry), [403, 'pool.not_curator'])

  // The deputy himself takes it over: he curates it, and his days as a deputy go on beside.
  const to = { to_member_id: dmitry.id }
  const { stamp } = await done(company.owner, contract.previewHandover, { ...named, ...to })
  await done(olga, contract.handPoolOver, { ...named, ...to, stamp })
  const { curators } = await done(dmitry, pools.getPool, { pool_id: hers.id })
  assert.deepEqual(
    curators.map(({ member, deputy: is }) => [member.name, is]),
    [
      ['Дмитрий Левчук', false],
      ['Дмитрий Левчук', true],
    ],
  )
  // Her days are over; what is left of hers is still handed over, by who may.
  assert.deepEqual(await ask(dmitry, { to_member_id: kate.id }), [200, undefined])
  const stranger = await makeCompany()
  assert.deepEqual(await ask({ ...olga, ...stranger.owner, name: '' }), [404, 'pool.missing'])
})
