import { type RawBuilder, sql } from 'kysely'
import type { CostFilter } from '#contract/reports.ts'
import type { Ctx } from '#platform/ctx.ts'
import { insist, invalid } from '#platform/errors.ts'
import { wholeOrders } from '#server/orders/index.ts'
import { mayRead } from './policy.ts'

type Part = RawBuilder<unknown>

/** What every report on costs insists on before it reads. */
export function insistOnReport(ctx: Ctx, { from, to }: CostFilter): void {
  insist(mayRead(ctx.viewer))
  insist(from > to ? invalid('to', 'report.period_backwards') : null)
}

/**
 * The entries that count (REP-1): of these days of the company and not struck. The report, the rows behind its
 * figures and its sheets all read from here, and so cannot differ. Gives the entry as `e` and its cost as `c`; more
 * conditions may follow.
 */
export const countedEntries = (ctx: Ctx, { from, to, member_id }: CostFilter): Part => sql`time_entries e
  left join labour_costs c on c.company_id = e.company_id and c.time_entry_id = e.id
  where e.company_id = ${ctx.viewer.company_id} and e.day between ${from}::date and ${to}::date and e.struck_at is null
  ${member_id ? sql`and e.member_id = ${member_id}` : sql``}`

/** Fees for whole tasks that count besides (REP-7), as `f`: each once, in the day by which it was written down. */
export const countedFees = (ctx: Ctx, { from, to, member_id }: CostFilter): Part => sql`task_fees f
  where f.company_id = ${ctx.viewer.company_id} and f.day between ${from}::date and ${to}::date
  ${member_id ? sql`and f.member_id = ${member_id}` : sql``}`

/** The orders of a filter, as a condition on `o`; of a narrow viewer those that he sees whole (REP-8). */
export function ordersAsked(
  ctx: Ctx,
  { counterparty_id, responsible_id }: Pick<CostFilter, 'counterparty_id' | 'responsible_id'>,
): Part {
  const whole = wholeOrders(ctx)
  return sql`o.company_id = ${ctx.viewer.company_id} ${whole ? sql`and ${whole}` : sql``}
    ${counterparty_id ? sql`and o.counterparty_id = ${counterparty_id}` : sql``}
    ${responsible_id ? sql`and o.responsible_id = ${responsible_id}` : sql``}`
}
