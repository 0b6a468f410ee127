import { type RawBuilder, sql } from 'kysely'
import type * as contract from '#contract/pools.ts'
import type { Speciality } from '#contract/people.ts'
import type { Ctx } from '#platform/ctx.ts'
import { handledBy } from '../substitutions/acts-for.ts'
import { found } from '#platform/errors.ts'
import { holds, ledPools, todayOf, willHold } from './in-force.ts'
import { poolPolicy } from './policy.ts'

export type PoolRow = {
  id: string
  name: string
  version: number
  archived_at: string | null
  specialities: Speciality[]
  curators: contract.Curator[]
  people: number
  open_requests: number
  /** The viewer leads it today; as its curator, not as a deputy. */
  leads: boolean
  curates: boolean
}

/** Pools with all that a row of the list says, in one statement: every read of pools starts here. `only` is of `p`. */
export async function poolsWhere(ctx: Ctx, only: RawBuilder<unknown>, limit = 500): Promise<PoolRow[]> {
  const { company_id } = ctx.viewer
  const mine = (which: RawBuilder<unknown>) => sql`exists (select from pool_curators c
    where c.company_id = p.company_id and c.pool_id = p.id and ${handledBy(ctx.viewer, sql`c.member_id`)} and ${holds(ctx)} ${which})`
  const { rows } = await sql<PoolRow>`
    with asked as materialized (select member_id, count(*)::int as open from pool_requests
      where company_id = ${company_id} and state = 'asked' and ends_at > ${ctx.now} group by 1)
    select p.id, p.name, p.version, p.archived_at, ${trades} as specialities, ${curators(ctx)} as curators,
      n.people, n.open_requests, ${mine(sql``)} as leads, ${mine(sql`and not c.deputy`)} as curates
    from pools p cross join lateral (
      select count(*)::int as people, coalesce(sum(a.open), 0)::int as open_requests
      from pool_members pm join members m on m.company_id = pm.company_id and m.id = pm.member_id and m.state <> 'left'
      left join asked a on a.member_id = pm.member_id
      where pm.company_id = p.company_id and pm.pool_id = p.id and pm.to_at is null) n
    where p.company_id = ${company_id} and ${only}
    order by p.name, p.id limit ${limit}`.execute(ctx.db)
  return rows
}

const trades = sql`(select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name) order by s.name), '[]')
  from pool_specialities ps join specialities s on s.company_id = ps.company_id and s.id = ps.speciality_id
  where ps.company_id = p.company_id and ps.pool_id = p.id)`

const curators = (ctx: Ctx) => sql`(select coalesce(jsonb_agg(jsonb_build_object('id', c.id,
    'member', jsonb_build_object('id', m.id, 'name', m.name), 'deputy', c.deputy, 'from_day', c.from_day,
    'to_day', c.to_day, 'now', c.from_day <= ${todayOf(ctx)}) order by c.deputy, c.from_day, m.name), '[]')
  from pool_curators c join members m on m.company_id = c.company_id and m.id = c.member_id and m.state <> 'left'
  where c.company_id = p.company_id and c.pool_id = p.id and ${willHold(ctx)})`

export const withLed = (ctx: Ctx): RawBuilder<boolean> => sql<boolean>`p.id in ${ledPools(ctx)}`

export async function findPool(ctx: Ctx, pool_id: string): Promise<PoolRow> {
  const [pool] = await poolsWhere(ctx, sql`p.id = ${pool_id}`)
  return found(pool, 'pool')
}

/** One pool, held until the transaction ends. Two statements: the second sees what the first waited for. */
export async function lockPool(ctx: Ctx, pool_id: string): Promise<PoolRow> {
  await ctx.db
    .selectFrom('pools')
    .select('id')
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', pool_id)
    .forNoKeyUpdate()
    .execute()
  return findPool(ctx, pool_id)
}

/** A pool's own row was changed: its version counts on. */
export async function touchPool(
  { db, viewer }: Ctx,
  pool_id: string,
  change: { name?: string; archived_at?: Date | null } = {},
) {
  await db
    .updateTable('pools')
    .set((own) => ({ ...change, version: own('version', '+', 1) }))
    .where('company_id', '=', viewer.company_id)
    .where('id', '=', pool_id)
    .execute()
}

export function presentPool({ viewer }: Pick<Ctx, 'viewer'>, { leads, curates, ...pool }: PoolRow): contract.Pool {
  const facts = { ...pool, leads, curates }
  return {
    ...pool,
    mine: leads,
    can: { change: poolPolicy.change(viewer, facts), curate: poolPolicy.curate(viewer, facts) },
  }
}

export const showPool = async (ctx: Ctx, pool_id: string): Promise<contract.Pool> =>
  presentPool(ctx, await findPool(ctx, pool_id))
