import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { found } from '#platform/errors.ts'
import { standingOn } from '#server/tasks/index.ts'
import { taskIds } from '../board/order-sql.ts'
import { findOrder } from '../queries.ts'

/** What the choice of people for an order goes by: the trade and the time of the demand, and who stands there already. */
export type AskedWork = {
  speciality_id: string | null
  starts_at: string | null
  ends_at: string | null
  standing: string[]
}

type Named = { order_id?: string | undefined; demand_id?: string | undefined }

/** The work of a demand that the viewer sees, or of an order without one (ORD-5). */
export async function workAsked(ctx: Ctx, named: Named): Promise<AskedWork> {
  const demand = named.demand_id ? found(await demandOf(ctx, named.demand_id), 'demand') : null
  const order_id = named.order_id ?? demand?.order_id ?? ''
  if (demand && demand.order_id !== order_id) found(null, 'demand')
  await findOrder(ctx, order_id)
  const { rows } = await sql<{ standing: string[] }>`select ${standingOn(sql`o.company_id`, taskIds)} as standing
    from orders o where o.company_id = ${ctx.viewer.company_id} and o.id = ${order_id}`.execute(ctx.db)
  const { speciality_id = null, starts_at = null, ends_at = null } = demand ?? {}
  return { speciality_id, starts_at, ends_at, standing: rows[0]?.standing ?? [] }
}

async function demandOf({ db, viewer }: Ctx, demand_id: string) {
  return db
    .selectFrom('demands')
    .select(['order_id', 'speciality_id', 'starts_at', 'ends_at'])
    .where('company_id', '=', viewer.company_id)
    .where('id', '=', demand_id)
    .executeTakeFirst()
}

/** Demands of one trade become demands of another: two trades were found to be one. */
export async function moveDemands({ db, viewer }: Ctx, from: string, to: string): Promise<void> {
  await db
    .updateTable('demands')
    .set({ speciality_id: to })
    .where('company_id', '=', viewer.company_id)
    .where('speciality_id', '=', from)
    .execute()
}
