import type { Person } from '#contract/people.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { answersFor } from '#server/people/index.ts'

/** Who watches an order, in the order in which they were added (ORD-17). */
export async function watchersOf({ db, viewer }: Ctx, order_id: string): Promise<Person[]> {
  return db
    .selectFrom('order_watchers as w')
    .innerJoin('members as m', (join) =>
      join.onRef('m.company_id', '=', 'w.company_id').onRef('m.id', '=', 'w.member_id'),
    )
    .select(['m.id', 'm.name'])
    .where('w.company_id', '=', viewer.company_id)
    .where('w.order_id', '=', order_id)
    .where('m.state', '=', 'active')
    .orderBy('w.added_at')
    .orderBy('m.id')
    .execute()
}

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
