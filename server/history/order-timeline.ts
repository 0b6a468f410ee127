import { sql } from 'kysely'
import type * as contract from '#contract/history.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { found } from '#platform/errors.ts'
import { fromCursor, pageOf } from '#platform/keyset.ts'
import { seenOrders } from '#server/orders/index.ts'
import { commentsOf } from '#server/tasks/index.ts'
import { asEntry, type Fact, FACT } from './facts.ts'

const PAGE = 50
/** The order tells the same, in one sentence for both. */
const TOLD_BY_ORDER = ['task.created']

/**
 * What happened to an order and its tasks, newest first (HIS-1, S94), with the words said in them. Each thing gives
 * its own newest by its index, and the newest of all are taken: a long past costs nothing.
 */
export async function getOrderTimeline(ctx: Ctx, { order_id, after }: Input<typeof contract.getOrderTimeline>) {
  await insistOnOrder(ctx, order_id)
  const facts = await factsOf(ctx, order_id, after)
  const { rows, next } = pageOf(facts, PAGE, ({ id }) => [id])
  const comments = await commentsOf(
    ctx,
    rows.flatMap(({ facts: { comment_id } }) => (typeof comment_id === 'string' ? [comment_id] : [])),
  )
  return { rows: rows.map((row) => asEntry(row, comments)), next }
}

async function insistOnOrder(ctx: Ctx, order_id: string): Promise<void> {
  const seen = seenOrders(ctx)
  const { rows } = await sql<{ id: string }>`select o.id from orders o
    where o.company_id = ${ctx.viewer.company_id} and o.id = ${order_id} ${seen ? sql`and ${seen}` : sql``}`.execute(
    ctx.db,
  )
  found(rows[0], 'order')
}

async function factsOf(ctx: Ctx, order_id: string, after: string | undefined): Promise<Fact[]> {
  const { company_id } = ctx.viewer
  const earlier = after === undefined ? sql`` : sql`and e.id < ${fromCursor(after, 1)[0]}::uuid`
  const { rows } = await sql<Fact>`
    select e.* from (
      select ${order_id}::uuid as id
      union all select ot.task_id from order_tasks ot where ot.company_id = ${company_id} and ot.order_id = ${order_id}) thing
    cross join lateral (
      select ${FACT} from events e
      where e.company_id = ${company_id} and e.subject_id = thing.id and e.name <> all (${TOLD_BY_ORDER}) ${earlier}
      order by e.id desc limit ${PAGE + 1}) e
    order by e.id desc limit ${PAGE + 1}`.execute(ctx.db)
  return rows
}
