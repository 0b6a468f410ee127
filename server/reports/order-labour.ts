import { sql } from 'kysely'
import type * as contract from '#contract/reports.ts'
import type { Currency, Input, Reply } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { found } from '#platform/errors.ts'
import { countedEntries, insistOnReport } from './counted-labour.ts'

type Worker = Reply<typeof contract.reportOrderLabour>['workers'][number]
type Row = Worker['entries'][number] & { member: Worker['member'] }

/** The entries behind an order's figure, by worker (REP-2): who has most hours first. */
export async function reportOrderLabour(
  ctx: Ctx,
  { order_id, ...filter }: Input<typeof contract.reportOrderLabour>,
): Promise<Reply<typeof contract.reportOrderLabour>> {
  insistOnReport(ctx, filter)
  await insistOnOrder(ctx, order_id)
  const { rows } = await sql<Row>`
    select e.id, e.day, e.note, e.minutes, c.cost_per_hour, coalesce(c.cost, 0) as cost, ${member} as member, ${task} as task
    from ${countedEntries(ctx, filter)} and e.task_id in
      (select ot.task_id from order_tasks ot where ot.company_id = ${ctx.viewer.company_id} and ot.order_id = ${order_id})
    order by e.day, e.id`.execute(ctx.db)
  const by = Object.groupBy(rows, ({ member: { id } }) => id)
  const workers = Object.values(by).map((own) => asWorker(own ?? []))
  return {
    currency: ctx.viewer.currency as Currency,
    workers: workers.toSorted(
      (one, other) => other.minutes - one.minutes || one.member.name.localeCompare(other.member.name, 'ru'),
    ),
  }
}

const member = sql`(select jsonb_build_object('id', m.id, 'name', m.name) from members m
  where m.company_id = e.company_id and m.id = e.member_id)`
const task = sql`(select jsonb_build_object('id', t.id, 'number', t.number, 'title', t.title) from tasks t
  where t.company_id = e.company_id and t.id = e.task_id)`

async function insistOnOrder({ db, viewer }: Ctx, order_id: string): Promise<void> {
  const order = await db
    .selectFrom('orders')
    .select('id')
    .where('company_id', '=', viewer.company_id)
    .where('id', '=', order_id)
    .executeTakeFirst()
  found(order, 'order')
}

function asWorker(rows: Row[]): Worker {
  const entries = rows.map(({ member: _, ...entry }) => entry)
  return {
    member: found(rows[0], 'member').member,
    minutes: entries.reduce((sum, { minutes }) => sum + minutes, 0),
    labour: String(entries.reduce((sum, { cost }) => sum + BigInt(cost), 0n)),
    entries,
  }
}
