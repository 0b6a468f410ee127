import type * as contract from '#contract/pools.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { insist } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { seeAnew } from '../roles/see-anew.ts'
import { freePoolName } from './make-pool.ts'
import { poolPolicy } from './policy.ts'
import { lockPool, showPool, touchPool } from './queries.ts'

/** Puts a pool away (POOL-2): by it nobody is anybody's any more. Who was in it is kept for the day it is taken back. */
export async function archivePool(ctx: Ctx, { pool_id }: Input<typeof contract.archivePool>) {
  const pool = await lockPool(ctx, pool_id)
  insist(poolPolicy.curate(ctx.viewer, pool))
  await touchPool(ctx, pool.id, { archived_at: ctx.now })
  seeAnew(ctx)
  await tell(ctx, 'pool.archived', pool, { name: pool.name })
  return showPool(ctx, pool.id)
}

/** Takes a pool back out of the archive, unless another has its name by now. */
export async function restorePool(ctx: Ctx, { pool_id }: Input<typeof contract.restorePool>) {
  const pool = await lockPool(ctx, pool_id)
  insist(poolPolicy.restore(ctx.viewer, pool))
  await freePoolName(ctx, pool.name, pool.id)
  await touchPool(ctx, pool.id, { archived_at: null })
  seeAnew(ctx)
  await tell(ctx, 'pool.restored', pool, { name: pool.name })
  return showPool(ctx, pool.id)
}
