import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as contract from '#contract/leaving.ts'
import * as pools from '#contract/pools.ts'
import { askForPeople } from '#contract/staffing/choosing.ts'
import { as, done } from '#test/as.ts'
import { makeCompany } from '#test/world.ts'
import { handing } from '#test/world/leaving.ts'
import { addPerformer, makeStaff } from '#test/world/people.ts'

/** A pool of a manager with one performer, and another manager. */
async function led() {
  const company = await makeCompany()
  const { owner } = company
  const [curator, heir] = [await makeStaff(company), await makeStaff(company, 'manager', 'Анна Вронская')]
  const performer = await addPerformer(company)
  const pool = await done(curator, pools.makePool, { name: 'Электрики севера', specialities: ['Электрики'] })
  await done(owner, pools.putIntoPool, { pool_id: pool.id, member_ids: [performer.id] })
  return { company, owner, curator, heir, performer, pool_id: pool.id }
}

test('LEAVE-2 POOL-15 S22: another leads the pools of who leaves from today on; one who leads nobody cannot', async () => {
  const { company, owner, curator, heir, pool_id } = await led()
  const clerk = await makeStaff(company, 'accountant')
  const preview = await done(owner, contract.previewLeaving, { member_id: curator.id })
  assert.deepEqual(
    preview.held.map(({ group, to }) => [group, to?.id]),
    [['pools', owner.id]],
  )
  const wrong = await as(owner, contract.leave, {
    member_id: curator.id,
    held: handing(preview, { pools: clerk.id }),
  })
  assert.deepEqual([wrong.status, wrong.body.code], [422, 'pool.curator_cannot_lead'])

  await done(owner, contract.leave, { member_id: curator.id, held: handing(preview, { pools: heir.id }) })

  const { curators } = await done(heir, pools.getPool, { pool_id })
  assert.deepEqual(
    curators.map(({ member, deputy, now }) => [member.id, deputy, now]),
    [[heir.id, false, true]],
  )
})

test('POOL-15: who leads a pool with him already stays its one curator; it may be left to nobody', async () => {
  const { owner, curator, heir, pool_id } = await led()
  const both = [
    { member_id: curator.id, deputy: false },
    { member_id: heir.id, deputy: false },
  ]
  await done(owner, pools.setCurators, { pool_id, curators: both })
  const first = await done(owner, contract.previewLeaving, { member_id: curator.id })
  await done(owner, contract.leave, { member_id: curator.id, held: handing(first, { pools: heir.id }) })
  assert.equal((await done(owner, pools.getPool, { pool_id })).curators.length, 1)

  const then = await done(owner, contract.previewLeaving, { member_id: heir.id })
  await done(owner, contract.leave, { member_id: heir.id, held: handing(then, { pools: null }) })
  assert.deepEqual((await done(owner, pools.getPool, { pool_id })).curators, [])
})

test('LEAVE-2 POOL-15: a performer who leaves is in no pool, and what was asked for him is over', async () => {
  const { owner, curator, heir, performer, pool_id } = await led()
  const [asked] = (
    await done(heir, askForPeople, {
      member_ids: [performer.id],
      starts_at: new Date(Date.now() + 3_600_000).toISOString(),
      ends_at: new Date(Date.now() + 7_200_000).toISOString(),
    })
  ).rows
  const preview = await done(curator, contract.previewLeaving, { member_id: performer.id })
  await done(curator, contract.leave, { member_id: performer.id, held: handing(preview) })

  assert.equal((await done(owner, pools.getPool, { pool_id })).people, 0)
  const { rows } = await done(heir, pools.listPoolRequests, {})
  assert.deepEqual(
    rows.map(({ id, state }) => [id, state]),
    [[asked?.id, 'refused']],
  )
})
