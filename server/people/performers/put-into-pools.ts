import type { ReadPerformer } from '#contract/performers.ts'
import type { Ctx } from '#platform/ctx.ts'
import { insist } from '#platform/errors.ts'
import { makeNamed, poolReader } from '../pools/named-pools.ts'
import { poolPolicy } from '../pools/policy.ts'
import { putPeople } from '../pools/pool-people.ts'
import { lockPool } from '../pools/queries.ts'

type Someone = Pick<ReadPerformer, 'cells' | 'specialities'> & { id: string }

/**
 * Puts each of a list into the pools that his line names (PRF-10). Those that there are not are made with the trades of
 * their people; whoever calls has asked whether they may be.
 */
export async function putIntoNamedPools(ctx: Ctx, people: readonly Someone[]): Promise<void> {
  const read = await poolReader(
    ctx,
    people.map(({ cells }) => cells.pool),
  )
  const named = people.flatMap((who) => read(who.cells.pool).map(({ name, pool }) => ({ who, name, pool })))
  const groups = [...Map.groupBy(named, ({ name }) => name)]
  const fresh = groups.filter(([, [one]]) => one?.pool === null)
  await makeNamed(
    ctx,
    fresh.map(([name, of]) => ({
      name,
      specialities: tradesOf(of.map(({ who }) => who)),
      member_ids: of.map(({ who }) => who.id),
    })),
  )
  const standing = groups.flatMap(([, of]) => {
    const id = of[0]?.pool?.id
    return id ? [{ id, ids: of.map(({ who }) => who.id) }] : []
  })
  for (const { id, ids } of standing.toSorted((one, other) => one.id.localeCompare(other.id))) {
    const pool = await lockPool(ctx, id)
    insist(poolPolicy.change(ctx.viewer, pool))
    await putPeople(ctx, pool, ids)
  }
}

/** As many as a pool may have. */
const MOST_TRADES = 20

const tradesOf = (people: readonly Someone[]): string[] =>
  [...new Set(people.flatMap(({ specialities }) => specialities.map(({ name }) => name)))].slice(0, MOST_TRADES)
