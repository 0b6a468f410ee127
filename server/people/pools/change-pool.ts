import type * as contract from '#contract/pools.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { expectVersion, insist } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { specialitiesNamed } from '../members/specialities.ts'
import { freePoolName, setPoolSpecialities } from './make-pool.ts'
import { poolPolicy } from './policy.ts'
import { lockPool, presentPool, showPool, touchPool } from './queries.ts'

/** Calls a pool otherwise, or says of which trades it is (POOL-1, POOL-3). */
export async function changePool(ctx: Ctx, input: Input<typeof contract.changePool>) {
  const pool = await lockPool(ctx, input.pool_id)
  insist(poolPolicy.change(ctx.viewer, pool))
  expectVersion(ctx, pool, presentPool(ctx, pool))
  const name = input.name === undefined ? pool.name : await freePoolName(ctx, input.name, pool.id)
  const trades = input.specialities && (await specialitiesNamed(ctx, input.specialities))
  const changes = [
    { field: 'name', from: pool.name, to: name },
    { field: 'specialities', from: namesOf(pool.specialities), to: namesOf(trades ?? pool.specialities) },
  ].filter(({ from, to }) => from !== to)
  if (changes.length === 0) return presentPool(ctx, pool)
  if (trades) await setPoolSpecialities(ctx, pool.id, trades)
  await touchPool(ctx, pool.id, { name })
  await tell(ctx, 'pool.changed', pool, { name, changes })
  return showPool(ctx, pool.id)
}

const namesOf = (trades: readonly { name: string }[]) =>
  trades
    .map(({ name }) => name)
    .toSorted()
    .join(', ')
