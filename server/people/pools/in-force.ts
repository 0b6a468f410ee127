import { type RawBuilder, sql } from 'kysely'
import type { PoolName } from '#contract/people.ts'
import type { Ctx } from '#platform/ctx.ts'
import { handledBy } from '../substitutions/acts-for.ts'
import { dayIn } from '#platform/days.ts'

export const todayOf = ({ viewer, now }: Pick<Ctx, 'viewer' | 'now'>): string => dayIn(viewer.time_zone, now)

/** That a term `c` of a curator holds today (POOL-4). */
export const holds = (ctx: Ctx): RawBuilder<boolean> => {
  const today = todayOf(ctx)
  return sql<boolean>`(c.ended_at is null and c.from_day <= ${today} and (c.to_day is null or c.to_day >= ${today}))`
}

/** That it holds, or will. */
export const willHold = (ctx: Ctx): RawBuilder<boolean> =>
  sql<boolean>`(c.ended_at is null and (c.to_day is null or c.to_day >= ${todayOf(ctx)}))`

/** The pools that the viewer leads today, as curator or deputy. */
export const ledPools = (ctx: Ctx): RawBuilder<string> =>
  sql`(select c.pool_id from pool_curators c join pools p on p.company_id = c.company_id and p.id = c.pool_id
    where c.company_id = ${ctx.viewer.company_id} and ${handledBy(ctx.viewer, sql`c.member_id`)} and p.archived_at is null and ${holds(ctx)})`

/** The performers of a pool as it is now, as a set for another context's query. */
export const peopleOfPool = (company_id: string, pool_id: string): RawBuilder<string> =>
  sql`(select pm.member_id from pool_members pm
    where pm.company_id = ${company_id} and pm.pool_id = ${pool_id} and pm.to_at is null)`

/** Who leads the pools of a person today, once each, curators before deputies: `[{id, name}]`. */
export const curatorsOfPerson = (
  ctx: Ctx,
  member_id: RawBuilder<unknown>,
): RawBuilder<{ id: string; name: string }[]> =>
  sql`(select coalesce(jsonb_agg(jsonb_build_object('id', w.id, 'name', w.name) order by w.deputy, w.name), '[]') from (
      select lead.id, lead.name, bool_and(c.deputy) as deputy from pool_members pm
      join pools p on p.company_id = pm.company_id and p.id = pm.pool_id and p.archived_at is null
      join pool_curators c on c.company_id = pm.company_id and c.pool_id = pm.pool_id and ${holds(ctx)}
      join members lead on lead.company_id = c.company_id and lead.id = c.member_id and lead.state = 'active'
      where pm.company_id = ${ctx.viewer.company_id} and pm.member_id = ${member_id} and pm.to_at is null
      group by lead.id, lead.name) w)`

/** The pools of a person, by name: `[{id, name}]`. */
export const poolsOfPerson = (
  company_id: RawBuilder<unknown>,
  member_id: RawBuilder<unknown>,
): RawBuilder<{ id: string; name: string }[]> =>
  sql`(select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by p.name), '[]')
    from pool_members pm join pools p on p.company_id = pm.company_id and p.id = pm.pool_id and p.archived_at is null
    where pm.company_id = ${company_id} and pm.member_id = ${member_id} and pm.to_at is null)`

/** The pools of several people at once. */
export async function poolsOf({ db, viewer }: Ctx, ids: readonly string[]): Promise<Map<string, PoolName[]>> {
  const { rows } = await sql<{ id: string; pools: PoolName[] }>`
    select one.id, ${poolsOfPerson(sql`${viewer.company_id}::uuid`, sql`one.id`)} as pools from unnest(${ids}::uuid[]) as one (id)`.execute(
    db,
  )
  return new Map(rows.map(({ id, pools }) => [id, pools]))
}
