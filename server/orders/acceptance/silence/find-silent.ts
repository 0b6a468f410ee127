import { sql } from 'kysely'
import { Type } from 'typebox'
import type { Ctx } from '#platform/ctx.ts'
import { enqueue, job } from '#platform/jobs/job.ts'
import { roundsToRemind, silentRounds } from '#server/approvals/index.ts'
import { acceptSilent } from './accept-silent.ts'
import { remindCustomer } from './remind-customer.ts'

/**
 * Looks in all companies for customers who have not answered in time, and for those who are to be reminded (ORD-20,
 * ORD-21). Each becomes a job of its own: what fails of one does not stop the others, and is found again.
 */
export const findSilent = job({
  name: 'orders:find_silent',
  payload: Type.Object({}),

  async run(ctx) {
    await sql`select set_config('app.viewer', 'relay', true)`.execute(ctx.db)
    for (const found of await silentRounds(ctx)) await give(ctx, acceptSilent, found)
    for (const found of await roundsToRemind(ctx)) await give(ctx, remindCustomer, found)
  },
})

type Found = Awaited<ReturnType<typeof silentRounds>>[number]

/** One job for a round, however often the clock finds it. */
const give = (
  ctx: Ctx,
  to: typeof acceptSilent | typeof remindCustomer,
  { company_id, subject_id: order_id, round_id }: Found,
): Promise<void> =>
  enqueue(
    { ...ctx, viewer: { ...ctx.viewer, company_id } },
    to,
    { order_id, round_id },
    { key: `${to.name}:${round_id}` },
  )
