import { sql } from 'kysely'
import type { PoolName } from '#contract/people.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { found, insist, invalid } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import type { Right } from '../rights.ts'
import { todayOf } from './in-force.ts'
import { poolPolicy } from './policy.ts'
import { lockPool, type PoolRow, poolsWhere, touchPool } from './queries.ts'
import { insertTerms } from './set-curators.ts'

/** The pools that an invitation may name (POOL-7): those whose curators the inviter says, for one who may lead them. */
export async function poolsToOffer(ctx: Ctx, ids: readonly string[], rights: readonly Right[]): Promise<PoolName[]> {
  if (ids.length === 0) return []
  const known = new Map((await poolsWhere(ctx, sql`p.id = any(${ids}::uuid[])`)).map((pool) => [pool.id, pool]))
  return [...new Set(ids)].map((id) => {
    const pool = found(known.get(id), 'pool')
    insist(faultOfOffer(ctx, pool, rights))
    return { id: pool.id, name: pool.name }
  })
}

/** Why this pool cannot be offered to one who joins with this role; null when it can. */
export function faultOfOffer({ viewer }: Pick<Ctx, 'viewer'>, pool: PoolRow, rights: readonly Right[]) {
  return poolPolicy.curate(viewer, pool) ?? faultOfNewOffer(rights)
}

/** The same of a pool that is made for him. */
export const faultOfNewOffer = (rights: readonly Right[]) =>
  rights.includes('tasks.give') ? null : invalid('role', 'pool.role_leads_nobody')

export async function offerPools(ctx: Ctx, invitation_id: string, pools: readonly PoolName[]): Promise<void> {
  if (pools.length === 0) return
  const own = { company_id: ctx.viewer.company_id, invitation_id }
  await ctx.db
    .insertInto('invitation_pools')
    .values(pools.map(({ id }) => ({ ...own, pool_id: id })))
    .execute()
}

type Came = { id: string; by_id: string; name: string }

/** Whoever has come by the invitation curates its pools from today on (POOL-7), of those that still stand. */
export async function curateOffered(ctx: Ctx, { id, by_id, name }: Came): Promise<void> {
  const offered = await ctx.db
    .selectFrom('invitation_pools')
    .select('pool_id')
    .where('company_id', '=', ctx.viewer.company_id)
    .where('invitation_id', '=', id)
    .orderBy('pool_id')
    .execute()
  const member_id = memberOf(ctx)
  for (const { pool_id } of offered) {
    const pool = await lockPool(ctx, pool_id)
    if (pool.archived_at !== null) continue
    const term = { member_id, deputy: false, from_day: todayOf(ctx), to_day: null }
    await insertTerms(ctx, pool_id, [term], by_id)
    await touchPool(ctx, pool_id)
    const before = pool.curators.map(({ member, deputy, from_day, to_day }) => ({
      member_id: member.id,
      name: member.name,
      deputy,
      from_day,
      to_day,
    }))
    const curators = [...before, { ...term, name }]
    await tell(ctx, 'pool.curators_set', pool, {
      name: pool.name,
      names: curators.map((one) => one.name).join(', '),
      curators,
    })
  }
}
