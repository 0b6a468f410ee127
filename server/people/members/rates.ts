import { uuidv7 } from 'uuidv7'
import type * as contract from '#contract/people.ts'
import type { Input } from '#contract/endpoint.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { among } from '#platform/db/among.ts'
import { fixed } from '#platform/db/fixed.ts'
import { elevated } from '#platform/db/transaction.ts'
import { insist, invalid } from '#platform/errors.ts'
import { tellMany } from '#platform/events/tell.ts'
import { memberPolicy } from './policy.ts'
import { lockMember } from './queries.ts'

/** Sets what a person costs from a day on, by the hour or by the task (PPL-9). Of two rates of one day the later one holds. */
export async function setRate(ctx: Ctx, { member_id, ...rate }: Input<typeof contract.setRate>) {
  const member = await lockMember(ctx, member_id)
  insist(memberPolicy.rate(ctx.viewer, member))
  await addRates(ctx, [{ member, rate }])
  return { rates: await ratesOf(ctx, member_id) }
}

type Sum = { cost_per_hour?: string | null; fee_per_task?: string | null }
export type NewRate = { member: { id: string; name: string }; rate: Sum & { from_day: string } }

/** Rates of several people, in two statements however many they are. */
export async function addRates(ctx: Ctx, rates: readonly NewRate[]): Promise<void> {
  if (rates.length === 0) return
  const { company_id, currency } = ctx.viewer
  const common = { company_id, currency, created_by: memberOf(ctx), created_at: ctx.now }
  const rows = rates.map(({ member, rate }) => {
    return { ...common, ...sumOf(rate), id: uuidv7(), member_id: member.id, from_day: rate.from_day }
  })
  await ctx.db.insertInto('rates').values(rows).execute()
  const told = rates.map(({ member: { id, name }, rate: { from_day } }) => {
    return { subject: { id }, facts: { name, from_day } }
  })
  await tellMany(ctx, 'member.rate_set', told)
}

/** One of the two, and nothing below zero. */
function sumOf({ cost_per_hour = null, fee_per_task = null }: Sum) {
  insist(cost_per_hour === null && fee_per_task === null ? invalid('cost_per_hour', 'field.required') : null)
  insist(cost_per_hour !== null && fee_per_task !== null ? invalid('fee_per_task', 'rate.one_kind') : null)
  for (const [field, sum] of Object.entries({ cost_per_hour, fee_per_task }))
    insist(BigInt(sum ?? 0) < 0n ? invalid(field, 'rate.negative') : null)
  return { cost_per_hour, fee_per_task }
}

/** All rates of a person that hold or held on some day, the newest first. */
export async function ratesOf({ db, viewer }: Ctx, member_id: string): Promise<contract.Rate[]> {
  const rows = await db
    .selectFrom('rates')
    .distinctOn('from_day')
    .select(['id', 'from_day', 'cost_per_hour', 'fee_per_task', 'currency'])
    .where('company_id', '=', viewer.company_id)
    .where('member_id', '=', member_id)
    .orderBy('from_day', 'desc')
    .orderBy('created_at', 'desc')
    .execute()
  return rows as contract.Rate[]
}

/** The rate of a day, one of its sums null; two days with one `id` have one rate. */
export type RateOfDay = { id: string; cost_per_hour: string | null; fee_per_task: string | null; currency: string }

/**
 * What a person cost on a day; null when nothing was set by then.
 *
 * Performers may not see it, and yet their logged hours are costed in their own requests: it looks with the
 * program's eyes. What it gives must not go into what they are shown.
 */
export async function rateOn(ctx: Ctx, member_id: string, day: string): Promise<RateOfDay | null> {
  const rows = await elevated(ctx, ({ db, viewer }) =>
    fixed<RateOfDay>(db, RATE_OF_DAY, [viewer.company_id, member_id, day]),
  )
  return rows[0] ?? null
}

const IN_FORCE =
  'where company_id = $1 and member_id = $2 and from_day <= $3 order by from_day desc, created_at desc limit 1'

const RATE_OF_DAY = `select id, cost_per_hour, fee_per_task, currency from rates
  ${IN_FORCE}`

/** A piece of other contexts' statements: what a worker is called, and his rate, of company `$1`, member `$2`, on day `$3`. */
export const WORKER_ON = `select m.name, (select jsonb_build_object('id', id, 'cost_per_hour', cost_per_hour::text,
    'fee_per_task', fee_per_task::text, 'currency', currency) from rates ${IN_FORCE}) as rate
  from members m where m.company_id = $1 and m.id = $2`

/** The same of several people at once. */
export async function ratesOn(ctx: Ctx, ids: readonly string[], day: string): Promise<Map<string, RateOfDay>> {
  if (ids.length === 0) return new Map()
  const rows = await elevated(ctx, ({ db, viewer }) =>
    db
      .selectFrom('rates')
      .distinctOn('member_id')
      .select(['member_id', 'id', 'cost_per_hour', 'fee_per_task', 'currency', 'from_day'])
      .where('company_id', '=', viewer.company_id)
      .where(among('member_id', ids))
      .where('from_day', '<=', day)
      .orderBy('member_id')
      .orderBy('from_day', 'desc')
      .orderBy('created_at', 'desc')
      .execute(),
  )
  return new Map(rows.map(({ member_id, ...rate }) => [member_id, rate]))
}
