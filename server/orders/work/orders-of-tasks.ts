import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { seenOrders } from '../queries.ts'

type OrderOfTask = { id: string; number: number }

/** Of which orders these tasks are, as far as the viewer may see them. */
export async function ordersOfTasks(ctx: Ctx, task_ids: readonly string[]): Promise<Map<string, OrderOfTask>> {
  if (task_ids.length === 0) return new Map()
  const seen = seenOrders(ctx)
  const { rows } = await sql<OrderOfTask & { task_id: string }>`
    select ot.task_id, o.id, o.number::int as number from order_tasks ot join orders o on o.company_id = ot.company_id and o.id = ot.order_id
    where ot.company_id = ${ctx.viewer.company_id} and ot.task_id = any(${task_ids}::uuid[])
      ${seen ? sql`and ${seen}` : sql``}`.execute(ctx.db)
  return new Map(rows.map(({ task_id, id, number }) => [task_id, { id, number }]))
}
