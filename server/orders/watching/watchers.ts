import { type RawBuilder, sql } from 'kysely'
import type { Person } from '#contract/people.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import type { Column } from '#platform/db/json-time.ts'
import { answersFor } from '#server/people/index.ts'

/** Who watches an order, in the order in which they were added (ORD-17). */
export const watchersJson = (company_id: Column, order_id: Column): RawBuilder<Person[]> =>
  sql`(select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name) order by w.added_at, m.id), '[]')
    from order_watchers w join members m on m.company_id = w.company_id and m.id = w.member_id and m.state = 'active'
    where w.company_id = ${company_id} and w.order_id = ${order_id})`

/** Whether he watches from now on, and did not before. */
export async function insertWatcher(ctx: Ctx, order_id: string, member_id: string): Promise<boolean> {
  const { company_id } = ctx.viewer
  const row = { company_id, order_id, member_id, added_by: memberOf(ctx), added_at: ctx.now }
  const { numInsertedOrUpdatedRows } = await ctx.db
    .insertInto('order_watchers')
    .values(row)
    .onConflict((known) => known.doNothing())
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows) > 0
}

/** Who gives an order away that he would see no more keeps watching it, until he stops (ORD-17). */
export async function keepWatching(ctx: Ctx, order_id: string, responsible_id: string | undefined): Promise<void> {
  const { sight } = ctx.viewer
  if (!sight || responsible_id === undefined || answersFor(ctx.viewer, responsible_id)) return
  await insertWatcher(ctx, order_id, memberOf(ctx))
}
