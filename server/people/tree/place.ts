import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { together } from '#platform/together.ts'
import { seeAnew } from '../roles/see-anew.ts'

type Placing = { member_id: string; head_id: string | null; at: Date; by?: string | null }

/**
 * Puts a person under a head from a moment on; where he stood before ends there. Whoever calls holds the tree and has
 * seen to it that no circle comes of it.
 */
export async function place(ctx: Ctx, { member_id, ...to }: Placing): Promise<void> {
  await placeAll(ctx, [member_id], to)
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
  const ids = reports.map(({ member_id }) => member_id)
  if (ids.length > 0) await placeAll(ctx, ids, { head_id: to, at })
  return ids.length
}

/** Takes a person out of the tree; nobody stands under him any more. */
export async function endPlacement(ctx: Ctx, member_id: string, at: Date): Promise<void> {
  await ended(ctx, [member_id], at)
}

async function placeAll(
  ctx: Ctx,
  ids: readonly string[],
  { head_id, at, by = memberOf(ctx) }: Omit<Placing, 'member_id'>,
): Promise<void> {
  const { company_id } = ctx.viewer
  const rows = ids.map((member_id) => ({ company_id, id: uuidv7(), member_id, head_id, from_at: at, placed_by: by }))
  // In this order, without waiting for each: one round trip.
  await together(
    ended(ctx, ids, at),
    ctx.db.insertInto('placements').values(rows).execute(),
    ctx.db
      .updateTable('members')
      .set((own) => ({ head_id, version: own('version', '+', 1) }))
      .where('company_id', '=', company_id)
      .where(sql<boolean>`id = any(${ids}::uuid[])`)
      .execute(),
  )
}

async function ended(ctx: Ctx, ids: readonly string[], at: Date): Promise<void> {
  const { db, viewer } = ctx
  seeAnew(ctx)
  await db
    .updateTable('placements')
    .set({ to_at: at })
    .where('company_id', '=', viewer.company_id)
    .where(sql<boolean>`member_id = any(${ids}::uuid[])`)
    .where('to_at', 'is', null)
    .execute()
}
