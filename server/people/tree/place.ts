import { uuidv7 } from 'uuidv7'
import { type Ctx, memberOf } from '#platform/ctx.ts'

type Placing = { member_id: string; head_id: string | null; at: Date; by?: string | null }

/**
 * Puts a person under a head from a moment on; where he stood before ends there. Whoever calls holds the tree and has
 * seen to it that no circle comes of it.
 */
export async function place(ctx: Ctx, { member_id, head_id, at, by = memberOf(ctx) }: Placing): Promise<void> {
  const { company_id } = ctx.viewer
  await endPlacement(ctx, member_id, at)
  await ctx.db
    .insertInto('placements')
    .values({ company_id, id: uuidv7(), member_id, head_id, from_at: at, placed_by: by })
    .execute()
  await ctx.db
    .updateTable('members')
    .set((own) => ({ head_id, version: own('version', '+', 1) }))
    .where('company_id', '=', company_id)
    .where('id', '=', member_id)
    .execute()
}

/** From now on he stands nowhere: he has left, or is put elsewhere next. */
export async function endPlacement(ctx: Ctx, member_id: string, at: Date): Promise<void> {
  await ctx.db
    .updateTable('placements')
    .set({ to_at: at })
    .where('company_id', '=', ctx.viewer.company_id)
    .where('member_id', '=', member_id)
    .where('to_at', 'is', null)
    .execute()
}

/** Puts those who answer to one person under another; gives how many. */
export async function handReports(ctx: Ctx, from: string, { to, at }: { to: string; at: Date }): Promise<number> {
  const reports = await ctx.db
    .selectFrom('placements')
    .select('member_id')
    .where('company_id', '=', ctx.viewer.company_id)
    .where('head_id', '=', from)
    .where('to_at', 'is', null)
    .execute()
  for (const { member_id } of reports) await place(ctx, { member_id, head_id: to, at })
  return reports.length
}
