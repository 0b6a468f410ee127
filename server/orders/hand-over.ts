import { sql } from 'kysely'
import type { HeldThing } from '#contract/leaving.ts'
import type { Person } from '#contract/people.ts'
import type { Ctx } from '#platform/ctx.ts'
import { holdRows } from '#platform/db/hold-rows.ts'
import { tell } from '#platform/events/tell.ts'
import { together } from '#platform/together.ts'
import { named } from './change-phase.ts'

/** Orders that go on and that a person answers for, in their order. */
export async function ordersOf({ db, viewer }: Ctx, member_id: string): Promise<HeldThing[]> {
  const rows = await db
    .selectFrom('orders')
    .select(['id', 'number', 'title'])
    .where('company_id', '=', viewer.company_id)
    .where('responsible_id', '=', member_id)
    .where('phase', 'not in', ['done', 'cancelled'])
    .orderBy('number')
    .execute()
  return rows.map(({ number, ...row }) => ({ ...row, number: Number(number) }))
}

/** Holds these orders until the transaction ends. */
export const holdOrders = (ctx: Ctx, ids: readonly string[]): Promise<void> => holdRows(ctx, 'orders', ids)

type Handing = { from: Person; to: Person; ids: readonly string[] }

/** Another answers for these orders from now on (ORD-16); nobody's right is asked here. The orders are held. */
export async function handOrders(ctx: Ctx, { from, to, ids }: Handing): Promise<void> {
  const rows = await ctx.db
    .updateTable('orders')
    .set({ responsible_id: to.id, version: sql`version + 1` })
    .where('company_id', '=', ctx.viewer.company_id)
    .where('responsible_id', '=', from.id)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .returning(['id', 'number', 'title'])
    .execute()
  const changed = { responsible: { from: from.name, to: to.name } }
  await together(
    ...rows.map(({ number, ...order }) =>
      tell(ctx, 'order.changed', order, { ...named({ ...order, number: Number(number) }), changed }),
    ),
  )
}
