import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as people from '#contract/people.ts'
import type { Ctx } from '#platform/ctx.ts'
import { inTransaction } from '#platform/db/transaction.ts'
import { as, done } from '#test/as.ts'
import { product } from '#test/product.ts'
import { type Company, makeCompany } from '#test/world.ts'
import { addPerformer, makePerformer, makeStaff } from '#test/world/people.ts'
import { performerEyes } from '../viewers.ts'
import { rateOn } from './rates.ts'

/** What tasks ask when a performer logs hours: with his own eyes, which may not see rates. */
async function rateSeenBy(company: Company, member_id: string, day: string) {
  const { process } = await product()
  const viewer = await performerEyes(process.doorway, company.id, member_id)
  assert.ok(viewer)
  return inTransaction(process.doorway, viewer, {
    read_only: true,
    run: async (db) => {
      const ctx: Ctx = { db, viewer, now: new Date(), if_match: null, world: process.world, afterCommit: [] }
      const rate = await rateOn(ctx, member_id, day)
      assert.deepEqual(await db.selectFrom('rates').selectAll().execute(), [])
      return rate?.cost_per_hour ?? null
    },
  })
}

test('PPL-9 S7: a rate holds from its day on, and the days before keep theirs', async () => {
  const company = await makeCompany()
  const { id: member_id } = await addPerformer(company, { cost_per_hour: '2000', from_day: '2026-01-01' })

  const { rates } = await done(company.owner, people.setRate, {
    member_id,
    from_day: '2026-03-10',
    cost_per_hour: '2500',
  })

  assert.deepEqual(
    rates.map(({ from_day, cost_per_hour, currency }) => [from_day, cost_per_hour, currency]),
    [
      ['2026-03-10', '2500', 'BYN'],
      ['2026-01-01', '2000', 'BYN'],
    ],
  )
  assert.equal(await rateSeenBy(company, member_id, '2025-12-31'), null)
  assert.equal(await rateSeenBy(company, member_id, '2026-03-09'), '2000')
  assert.equal(await rateSeenBy(company, member_id, '2026-03-10'), '2500')
})

test('PPL-9: of two rates of one day the later holds; the earlier stays written', async () => {
  const company = await makeCompany()
  const { id: member_id } = await addPerformer(company, { cost_per_hour: '2000', from_day: '2026-01-01' })

  const { rates } = await done(company.owner, people.setRate, {
    member_id,
    from_day: '2026-01-01',
    cost_per_hour: '2100',
  })

  assert.deepEqual(
    rates.map(({ cost_per_hour }) => cost_per_hour),
    ['2100'],
  )
  assert.equal(await rateSeenBy(company, member_id, '2026-02-01'), '2100')
})

test('PPL-9: a rate of the future is not today’s, and a rate below nothing is refused', async () => {
  const company = await makeCompany()
  const { id: member_id } = await addPerformer(company, { cost_per_hour: '2000', from_day: '2026-01-01' })
  await done(company.owner, people.setRate, { member_id, from_day: '2999-01-01', cost_per_hour: '9000' })

  assert.equal((await done(company.owner, people.getMember, { member_id })).rate?.cost_per_hour, '2000')
  const { status, body } = await as(company.owner, people.setRate, {
    member_id,
    from_day: '2026-01-02',
    cost_per_hour: '-1',
  })
  assert.deepEqual([status, body.errors?.[0]], [422, { path: 'cost_per_hour', code: 'rate.negative' }])
})

test('PPL-9: who does not lead performers sets no rate, the performer himself least of all', async () => {
  const company = await makeCompany()
  const performer = await makePerformer(company)
  const accountant = await makeStaff(company, 'accountant')
  const rate = { member_id: performer.id, from_day: '2026-01-01', cost_per_hour: '9900' }

  const refused = await as(accountant, people.setRate, rate)
  assert.deepEqual([refused.status, refused.body.code], [403, 'performer.not_yours'])
  assert.equal((await as(performer, people.setRate, rate)).status, 403)
})
