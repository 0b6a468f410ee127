import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as certificates from '#contract/certificates.ts'
import * as history from '#contract/history.ts'
import * as pools from '#contract/pools.ts'
import * as people from '#contract/people.ts'
import * as tasks from '#contract/tasks.ts'
import { as, done } from '#test/as.ts'
import { makePerformer, makeStaff } from '#test/world/people.ts'
import { makePool } from '#test/world/pools.ts'
import { makeTaskAtWork, minskDay } from '#test/world/tasks.ts'
import { makeCompany } from '#test/world.ts'
import { told } from '#test/told.ts'

async function makeWorker() {
  const company = await makeCompany()
  const manager = await makeStaff(company)
  const [pavel, igor] = [await makePerformer(company, { name: 'Павел Жук' }), await makePerformer(company)]
  const finish = async (task_id: string) => {
    await done(pavel, tasks.logTime, { task_id, day: minskDay(), minutes: 10 })
    await done(pavel, tasks.sayDone, { task_id })
  }
  const giveBack = (task_id: string, reason: string) => done(manager, tasks.returnTask, { task_id, reason })
  return { company, owner: company.owner, manager, pavel, igor, finish, giveBack }
}

test('HIS-5 S94: the timeline of a person has what happened to him, newest first, and of nobody else', async () => {
  const { owner, manager, pavel, igor } = await makeWorker()
  const at = { member_id: pavel.id }
  await done(manager, people.setRate, { ...at, from_day: minskDay(), cost_per_hour: '2800' })
  await done(manager, certificates.addCertificate, { ...at, kind: 'Допуск к высоте' })
  await done(manager, certificates.addCertificate, { member_id: igor.id, kind: 'Газ' })
  const { rows, next } = await done(owner, history.getMemberTimeline, at)
  assert.deepEqual(
    rows.map(({ name, actor }) => [name, actor?.name]),
    [
      ['member.certificate_added', manager.name],
      ['member.rate_set', manager.name],
      ['member.link_used', 'Павел Жук'],
      ['member.link_made', rows[3]?.actor?.name],
      ['member.added', rows[3]?.actor?.name],
    ],
  )
  // What he costs stands in the rates, for those who may read money.
  assert.ok(!told(rows).includes('2800'))
  assert.equal(next, null)
})

test('HIS-6 S9: returns of a person with who, why and of which task, newest first, and how many of the finished came back', async () => {
  const { owner, manager, pavel, igor, finish, giveBack } = await makeWorker()
  const one = await makeTaskAtWork(owner, [pavel], { title: 'Щит' })
  const two = await makeTaskAtWork(owner, [pavel], { title: 'Вывеска' })
  const other = await makeTaskAtWork(owner, [igor])
  for (const { id } of [one, two]) await finish(id)
  await giveBack(one.id, 'Не закрыт короб')
  await done(pavel, tasks.startTask, { task_id: one.id })
  await done(pavel, tasks.sayDone, { task_id: one.id })
  await giveBack(one.id, 'Не убрано')
  await done(igor, tasks.logTime, { task_id: other.id, day: minskDay(), minutes: 5 })
  await done(igor, tasks.sayDone, { task_id: other.id })
  await giveBack(other.id, 'Чужое')

  const { rows, sums, next } = await done(owner, history.listReturns, { member_id: pavel.id })
  assert.deepEqual(
    rows.map(({ task, reason, by, by_customer }) => [task.title, reason, by, by_customer]),
    [
      ['Щит', 'Не убрано', manager.name, false],
      ['Щит', 'Не закрыт короб', manager.name, false],
    ],
  )
  assert.deepEqual(sums, { finished: 2, returned: 1 })
  assert.equal(next, null)
})

test('HIS-5 HIS-6 PRF-8: who neither leads performers nor reads reports sees his own only; a stranger finds nobody', async () => {
  const { company, manager, pavel } = await makeWorker()
  const clerk = await makeStaff(company, 'member')
  const stranger = await makeCompany()
  for (const at of [history.getMemberTimeline, history.listReturns]) {
    const ask = (by: typeof clerk | typeof stranger.owner, member_id: string) => as(by, at, { member_id })
    assert.equal((await ask(clerk, pavel.id)).body.code, 'performer.not_yours')
    assert.equal((await ask(clerk, manager.id)).body.code, 'member.not_yours')
    assert.equal((await ask(clerk, clerk.id)).status, 200)
    assert.equal((await ask(pavel, pavel.id)).body.code, 'door.staff')
    assert.equal((await ask(stranger.owner, pavel.id)).body.code, 'member.missing')
  }
})

test('HIS-7 S94: the timeline of a pool has who led it and who was in it; the person has his pools in his own', async () => {
  const { company, owner, pavel, igor } = await makeWorker()
  const leader = await makeStaff(company, 'manager', 'Дмитрий Левчук')
  const { id: pool_id } = await makePool(owner, [pavel], { name: 'Аварийная бригада' })
  await done(owner, pools.setCurators, { pool_id, curators: [{ member_id: leader.id, deputy: false }] })
  await done(owner, pools.putIntoPool, { pool_id, member_ids: [pavel.id, igor.id] })
  await done(owner, pools.takeOutOfPool, { pool_id, member_ids: [pavel.id] })
  const { rows } = await done(leader, history.getPoolTimeline, { pool_id })
  assert.deepEqual(
    rows.slice(0, 4).map(({ name, facts }) => [name, facts['names']]),
    [
      ['pool.people_taken', 'Павел Жук'],
      ['pool.people_put', igor.name],
      ['pool.curators_set', 'Дмитрий Левчук'],
      ['pool.people_put', 'Павел Жук'],
    ],
  )
  assert.ok(rows.some(({ name }) => name === 'pool.made'))
  const own = await done(owner, history.getMemberTimeline, { member_id: pavel.id })
  assert.deepEqual(
    own.rows.slice(0, 2).map(({ name, facts }) => [name, facts['pool']]),
    [
      ['member.taken_out_of_pool', 'Аварийная бригада'],
      ['member.put_into_pool', 'Аварийная бригада'],
    ],
  )
  const { owner: stranger } = await makeCompany()
  assert.equal((await as(stranger, history.getPoolTimeline, { pool_id })).body.code, 'pool.missing')
})
