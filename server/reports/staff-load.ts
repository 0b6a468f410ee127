import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { seenBelow } from '#server/people/index.ts'

type Row = { member_id: string; orders: number; tasks: number }

/** How much each of the staff answers for now (REP-6): orders that go on and tasks that are not closed. */
export async function getStaffLoad(ctx: Ctx): Promise<{ rows: Row[] }> {
  const seen = await seenBelow(ctx)
  const { company_id } = ctx.viewer
  const mine = seen && [...seen]
  const only = (who: string) => (mine ? sql`and ${sql.ref(who)} = any(${mine}::uuid[])` : sql``)
  const { rows } = await sql<Row>`
    select member_id, sum(orders)::int as orders, sum(tasks)::int as tasks from (
      select responsible_id as member_id, count(*) as orders, 0 as tasks from orders
        where company_id = ${company_id} and phase not in ('done', 'cancelled') ${only('responsible_id')} group by 1
      union all
      select curator_id, 0, count(*) from tasks
        where company_id = ${company_id} and state not in ('closed', 'cancelled') ${only('curator_id')} group by 1) held
    group by 1`.execute(ctx.db)
  return { rows }
}
