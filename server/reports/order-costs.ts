import { type RawBuilder, sql } from 'kysely'
import type * as contract from '#contract/reports.ts'
import type { Currency, Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { fromCursor, pageOf } from '#platform/keyset.ts'
import { countedEntries, countedFees, insistOnReport, ordersAsked } from './counted-labour.ts'

const PAGE = 500

type Sums = { minutes: number; labour: string; price: string | null; margin: string | null }
/** An order of the report, before it is given the contract's form. */
type CostRow = Sums & contract.OrderCost['order'] & Pick<contract.OrderCost, 'counterparty'>
type Total = Sums & { orders: number }

/** «Себестоимость заказов» (REP-1, S6, S7): a page of orders, and the sums of them all, from one statement. */
export async function reportCosts(ctx: Ctx, { after, ...filter }: Input<typeof contract.reportCosts>) {
  insistOnReport(ctx, filter)
  const before = after === undefined ? sql`` : sql`where number < ${fromCursor(after, 1)[0]}::bigint`
  const { rows: found } = await sql<CostRow & { id: string | null; total: Total | null }>`
    with counted as ${countedOrders(ctx, filter)}
    select p.*, case when row_number() over (order by p.number desc) = 1 then t.total end as total from (${totals}) t
    left join (select counted.*, ${counterparty} from counted ${before} order by number desc limit ${PAGE + 1}) p on true
    order by p.number desc`.execute(ctx.db)
  const { rows, next } = pageOf(
    found.filter(({ id }) => id !== null),
    PAGE,
    ({ number }) => [number],
  )
  const total = found[0]?.total ?? NOTHING
  return {
    currency: ctx.viewer.currency as Currency,
    rows: rows.map(asCost),
    next,
    total: { ...total, cost: total.labour, price: total.price ?? '0', margin: total.margin ?? '0' },
  }
}

const NOTHING: Total = { orders: 0, minutes: 0, labour: '0', price: null, margin: null }

const asCost = ({
  id,
  number,
  title,
  phase,
  counterparty,
  minutes,
  labour,
  price,
  margin,
}: CostRow): contract.OrderCost => ({
  order: { id, number, title, phase },
  counterparty,
  minutes,
  labour,
  cost: labour,
  price,
  margin,
})

/**
 * The orders of the whole filter, each with its sums; an hourly price is of the hours that are counted here.
 *
 * Summed by task before the order of a task is looked up: a month of 50,000 entries out of a million takes 135 ms
 * so, and 175 ms the other way round. Looked up one by one (`offset 0`): the planner takes every entry for one of another
 * task, and would rather read all orders of all years; a report shall take as long as its period, not as its company is old.
 */
function countedOrders(ctx: Ctx, filter: contract.CostFilter): RawBuilder<unknown> {
  const { company_id } = ctx.viewer
  const by_task = sql`(select e.task_id, sum(e.minutes) as minutes, coalesce(sum(c.cost), 0) as labour, count(*) as entries
    from ${countedEntries(ctx, filter)} group by e.task_id
    union all select f.task_id, 0, f.fee, 1 from ${countedFees(ctx, filter)})`
  const by_order = sql`(select ot.order_id, sum(w.minutes)::bigint as minutes, sum(w.labour)::bigint as labour, sum(w.entries) as entries
    from ${by_task} w cross join lateral (select order_id from order_tasks where company_id = ${company_id} and task_id = w.task_id offset 0) ot
    group by ot.order_id)`
  return sql`(select o.company_id, o.id, o.number::int as number, o.title, o.phase, o.counterparty_id,
      l.minutes::int as minutes, l.labour, l.entries::int as entries, s.price, s.price - l.labour as margin
    from ${by_order} l
    cross join lateral (select o.* from orders o where o.id = l.order_id and ${ordersAsked(ctx, filter)} offset 0) o
    left join lateral (select * from agreement_prices where company_id = o.company_id and agreement_id = o.agreement_id offset 0) a on true
    cross join lateral (select case a.price_model when 'fixed' then a.price
      when 'hourly' then (2 * l.minutes * a.price + 60) / 120 end as price) s)`
}

const totals = sql`select jsonb_build_object('orders', count(*),
    'minutes', coalesce(sum(minutes), 0), 'labour', coalesce(sum(labour), 0)::text,
    'price', sum(price)::text, 'margin', sum(margin)::text) as total from counted`

const counterparty = sql`(select jsonb_build_object('id', cp.id, 'name', cp.name) from counterparties cp
  where cp.company_id = counted.company_id and cp.id = counted.counterparty_id) as counterparty`

/** All orders of the filter, newest first, with how many entries each has: for the sheets. */
export async function allOrders(ctx: Ctx, filter: contract.CostFilter): Promise<(CostRow & { entries: number })[]> {
  const { rows } = await sql<CostRow & { entries: number }>`
    with counted as ${countedOrders(ctx, filter)}
    select counted.*, ${counterparty} from counted order by number desc`.execute(ctx.db)
  return rows
}
