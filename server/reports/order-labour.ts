import { type RawBuilder, sql } from 'kysely'
import type * as contract from '#contract/reports.ts'
import type { Currency, Input, Reply } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { found } from '#platform/errors.ts'
import { together } from '#platform/together.ts'
import { countedEntries, countedFees, insistOnReport, ordersAsked } from './counted-labour.ts'

type Worker = Reply<typeof contract.reportOrderLabour>['workers'][number]
type Of<R> = R & { member: Worker['member'] }
type Entry = Of<Worker['entries'][number]>
type Fee = Of<Worker['fees'][number]>

/** The entries and fees behind an order's figure, by worker (REP-2): who has most hours first. */
export async function reportOrderLabour(
  ctx: Ctx,
  { order_id, ...filter }: Input<typeof contract.reportOrderLabour>,
): Promise<Reply<typeof contract.reportOrderLabour>> {
  insistOnReport(ctx, filter)
  await insistOnOrder(ctx, order_id)
  const [entries, fees] = await together(entriesOf(ctx, order_id, filter), feesOf(ctx, order_id, filter))
  const ids = [...new Set([...entries, ...fees].map((row) => row.member.id))]
  const his = <R>(rows: Of<R>[], id: string) => rows.filter((row) => row.member.id === id)
  const workers = ids.map((id) => asWorker(his(entries, id), his(fees, id)))
  return {
    currency: ctx.viewer.currency as Currency,
    workers: workers.toSorted(
      (one, other) => other.minutes - one.minutes || one.member.name.localeCompare(other.member.name, 'ru'),
    ),
  }
}

async function entriesOf(ctx: Ctx, order_id: string, filter: contract.CostFilter): Promise<Entry[]> {
  const { rows } = await sql<Entry>`
    select e.id, e.day, e.note, e.minutes, c.cost_per_hour, coalesce(c.cost, 0) as cost, ${member(sql`e`)}, ${task(sql`e`)}
    from ${countedEntries(ctx, filter)} and e.task_id in ${tasksOf(ctx, order_id)}
    order by e.day, e.id`.execute(ctx.db)
  return rows
}

async function feesOf(ctx: Ctx, order_id: string, filter: contract.CostFilter): Promise<Fee[]> {
  const { rows } = await sql<Fee>`
    select f.day, f.fee, ${member(sql`f`)}, ${task(sql`f`)}
    from ${countedFees(ctx, filter)} and f.task_id in ${tasksOf(ctx, order_id)}
    order by f.day, f.task_id`.execute(ctx.db)
  return rows
}

type Part = RawBuilder<unknown>

const tasksOf = ({ viewer }: Ctx, order_id: string): Part =>
  sql`(select ot.task_id from order_tasks ot where ot.company_id = ${viewer.company_id} and ot.order_id = ${order_id})`
const member = (of: Part): Part => sql`(select jsonb_build_object('id', m.id, 'name', m.name) from members m
  where m.company_id = ${of}.company_id and m.id = ${of}.member_id) as member`
const task = (
  of: Part,
): Part => sql`(select jsonb_build_object('id', t.id, 'number', t.number, 'title', t.title) from tasks t
  where t.company_id = ${of}.company_id and t.id = ${of}.task_id) as task`

async function insistOnOrder(ctx: Ctx, order_id: string): Promise<void> {
  const { rows } = await sql`select from orders o where ${ordersAsked(ctx, {})} and o.id = ${order_id}`.execute(ctx.db)
  found(rows[0], 'order')
}

function asWorker(entries: Entry[], fees: Fee[]): Worker {
  const sums = [...entries.map(({ cost }) => cost), ...fees.map(({ fee }) => fee)]
  return {
    member: found(entries[0] ?? fees[0], 'member').member,
    minutes: entries.reduce((sum, { minutes }) => sum + minutes, 0),
    labour: String(sums.reduce((sum, cost) => sum + BigInt(cost), 0n)),
    entries: entries.map(({ member: _, ...entry }) => entry),
    fees: fees.map(({ member: _, ...fee }) => fee),
  }
}
