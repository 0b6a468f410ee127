import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'

/** How many orders that go on a member answers for. */
export async function answeredOpen({ db, viewer }: Ctx, member_id: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from orders o
    where o.company_id = ${viewer.company_id} and o.responsible_id = ${member_id} and o.phase not in ('done', 'cancelled')`.execute(
    db,
  )
  return rows[0]?.n ?? 0
}
