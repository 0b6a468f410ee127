import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { found } from '#platform/errors.ts'

/** The placements that hold now. */
export const placementsNow = (company_id: string): RawBuilder<unknown> =>
  sql`(select member_id, head_id from placements where company_id = ${company_id} and to_at is null)`

/** Everybody below these people in a set of placements, and themselves. */
export const belowSql = (placed: RawBuilder<unknown>, ids: readonly string[]): RawBuilder<{ id: string }> => sql`
  with recursive placed as materialized ${placed},
  below as (select unnest(${ids}::uuid[]) as id union select p.member_id from placed p join below b on p.head_id = b.id)
  select id from below`

/** Those below these people, near and far, and themselves. */
export async function idsBelow(ctx: Ctx, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{
    id: string
  }>`${belowSql(placementsNow(ctx.viewer.company_id), ids)}`.execute(ctx.db)
  return new Set(rows.map(({ id }) => id))
}

/** Whether `one` stands somewhere below `other`, or is he. */
export async function isBelow(ctx: Ctx, one: string, other: string): Promise<boolean> {
  const { rows } = await sql<{ yes: boolean }>`
    with recursive up as (select ${one}::uuid as id union
      select p.head_id from placements p join up on p.member_id = up.id
      where p.company_id = ${ctx.viewer.company_id} and p.to_at is null and p.head_id is not null)
    select exists (select from up where id = ${other}::uuid) as yes`.execute(ctx.db)
  return rows[0]?.yes ?? false
}

/** Who has no head: the owner. */
export async function rootOf(ctx: Ctx): Promise<string> {
  const { member_id } = await ctx.db
    .selectFrom('placements')
    .select('member_id')
    .where('company_id', '=', ctx.viewer.company_id)
    .where('to_at', 'is', null)
    .where('head_id', 'is', null)
    .executeTakeFirstOrThrow()
  return member_id
}

/** One of the staff who works here or waits to be let in, with where he stands in the tree. */
export async function findStaff(ctx: Ctx, member_id: string): Promise<Staff> {
  return found(await staffRow(ctx, member_id), 'member')
}

async function staffRow(ctx: Ctx, member_id: string) {
  return ctx.db
    .selectFrom('members as m')
    .leftJoin('placements as p', (join) =>
      join.onRef('p.company_id', '=', 'm.company_id').onRef('p.member_id', '=', 'm.id').on('p.to_at', 'is', null),
    )
    .leftJoin('members as h', (join) => join.onRef('h.company_id', '=', 'p.company_id').onRef('h.id', '=', 'p.head_id'))
    .select(['m.id', 'm.name', 'm.position', 'm.email', 'm.role', 'm.state', 'm.user_id'])
    .leftJoin('roles as r', (join) => join.onRef('r.company_id', '=', 'm.company_id').onRef('r.id', '=', 'm.role_id'))
    .select('r.rights as role_rights')
    .select(['p.id as placement_id', 'h.id as head_id', 'h.name as head_name'])
    .where('m.company_id', '=', ctx.viewer.company_id)
    .where('m.id', '=', member_id)
    .where('m.kind', '=', 'staff')
    .where('m.state', '<>', 'left')
    .executeTakeFirst()
}
export type Staff = NonNullable<Awaited<ReturnType<typeof staffRow>>>

/** Who can be a head: staff who work here, and stand in the tree. */
export async function findHead(ctx: Ctx, head_id: string): Promise<Staff | null> {
  const row = await staffRow(ctx, head_id)
  return row && row.placement_id !== null && row.state === 'active' ? row : null
}
