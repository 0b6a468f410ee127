import { uuidv7 } from 'uuidv7'
import type * as contract from '#contract/people.ts'
import type { Input } from '#contract/endpoint.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { elevated } from '#platform/db/transaction.ts'
import { insist, invalid } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { memberPolicy } from './policy.ts'
import { lockMember } from './queries.ts'

/** Sets what an hour of a person costs from a day on (PPL-9). Of two rates of one day the later one holds. */
export async function setRate(ctx: Ctx, { member_id, ...rate }: Input<typeof contract.setRate>) {
  const member = await lockMember(ctx, member_id)
  insist(memberPolicy.rate(ctx.viewer, member))
  await addRate(ctx, member, rate)
  return { rates: await ratesOf(ctx, member_id) }
}

type NewRate = { from_day: string; cost_per_hour: string }

export async function addRate(
  ctx: Ctx,
  { id, name }: { id: string; name: string },
  { from_day, cost_per_hour }: NewRate,
) {
  insist(BigInt(cost_per_hour) < 0n ? invalid('cost_per_hour', 'rate.negative') : null)
  const { company_id, currency } = ctx.viewer
  await ctx.db
    .insertInto('rates')
    .values({
      company_id,
      id: uuidv7(),
      member_id: id,
      from_day,
      cost_per_hour,
      currency,
      created_by: memberOf(ctx),
      created_at: ctx.now,
    })
    .execute()
  await tell(ctx, 'member.rate_set', { id }, { name, from_day })
}

/** All rates of a person that hold or held on some day, the newest first. */
export async function ratesOf({ db, viewer }: Ctx, member_id: string): Promise<contract.Rate[]> {
  const rows = await db
    .selectFrom('rates')
    .distinctOn('from_day')
    .select(['id', 'from_day', 'cost_per_hour', 'currency'])
    .where('company_id', '=', viewer.company_id)
    .where('member_id', '=', member_id)
    .orderBy('from_day', 'desc')
    .orderBy('created_at', 'desc')
    .execute()
  return rows as contract.Rate[]
}

/** The rate of a day; two days with one `id` have one rate. */
export type RateOfDay = { id: string; cost_per_hour: string; currency: string }

/**
 * What an hour of a person cost on a day; null when nothing was set by then.
 *
 * Performers may not see it, and yet their logged hours are costed in their own requests: it looks with the
 * program's eyes. What it gives must not go into what they are shown.
 */
export async function rateOn(ctx: Ctx, member_id: string, day: string): Promise<RateOfDay | null> {
  const rate = await elevated(ctx, ({ db, viewer }) =>
    db
      .selectFrom('rates')
      .select(['id', 'cost_per_hour', 'currency'])
      .where('company_id', '=', viewer.company_id)
      .where('member_id', '=', member_id)
      .where('from_day', '<=', day)
      .orderBy('from_day', 'desc')
      .orderBy('created_at', 'desc')
      .limit(1)
      .executeTakeFirst(),
  )
  return rate ?? null
}
