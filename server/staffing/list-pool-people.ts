import type * as contract from '#contract/staffing/choosing.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { peopleInPool } from '#server/people/index.ts'
import { loadOf } from './load.ts'

/** Performers of a pool with their load of this week (STF-5). */
export async function listPoolPeople(ctx: Ctx, { pool_id, after }: Input<typeof contract.listPoolPeople>) {
  const page = await peopleInPool(ctx, pool_id, after)
  const ids = page.rows.map(({ id }) => id)
  const load = await loadOf(ctx, ids, ctx.now)
  const rows = page.rows.map(({ id, name, pools, ...row }) => ({
    ...row,
    member: { id, name },
    other_pools: pools.filter((pool) => pool.id !== pool_id),
    load: load(id).week,
  }))
  return { ...page, rows }
}
