import { sql } from 'kysely'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { sameName, tidyName } from '../members/specialities.ts'
import { makePool } from './make-pool.ts'
import { poolPolicy } from './policy.ts'
import { type PoolRow, poolsWhere } from './queries.ts'

/** A pool as a cell of a list names it; null where the company has none of that name. */
export type NamedPool = { name: string; pool: PoolRow | null }

export const LONGEST_NAME = 100

/**
 * Pools that cells of a list name, by commas or semicolons, however they are typed (POOL-16). One query, and none where
 * no cell says anything. One that is new is new once, as it was typed first.
 */
export async function poolReader(ctx: Ctx, cells: readonly string[]): Promise<(cell: string) => NamedPool[]> {
  const any = cells.some((cell) => cell.trim())
  const known = any ? await poolsWhere(ctx, sql`p.archived_at is null`, 5000) : []
  const by_name = new Map(known.map((pool) => [sameName(pool.name), pool]))
  const fresh = new Map<string, string>()
  return (cell) => {
    const named = new Map<string, NamedPool>()
    for (const typed of cell.split(/[,;\n]+/).filter((part) => part.trim())) {
      const key = sameName(typed)
      const pool = by_name.get(key) ?? null
      const name = pool?.name ?? fresh.get(key) ?? tidyName(typed)
      if (!pool) fresh.set(key, name)
      named.set(key, { name, pool })
    }
    return [...named.values()]
  }
}

/** What tells of a cell that it names a pool of the company's. */
export async function isPoolName(ctx: Ctx): Promise<(cell: string) => boolean> {
  const names = new Set((await poolsWhere(ctx, sql`p.archived_at is null`, 5000)).map(({ name }) => sameName(name)))
  return (cell) => names.has(sameName(cell))
}

/** Why the first of these that there is not cannot be made; null when all are there or may be made. */
export function faultOfNew({ viewer }: Pick<Ctx, 'viewer'>, named: readonly NamedPool[], make: boolean | undefined) {
  const one = named.find(({ pool }) => pool === null)
  if (!one) return null
  if (one.name.length > LONGEST_NAME) return { code: 'field.too_long', facts: { limit: LONGEST_NAME } }
  const may = make && poolPolicy.make(viewer) === null
  return may ? null : { code: 'invitation.pool_unknown', facts: { name: one.name } }
}

/** Words to hold, so that two lists at once make a pool once. */
export const holdsOf = (named: readonly { name: string; known: boolean }[]): string[] =>
  named.flatMap(({ name, known }) => (known ? [] : [`pool ${sameName(name)}`]))

type Wanted = { name: string; specialities: readonly string[]; member_ids: readonly string[] }

/**
 * Makes pools of a list, each with the trades and the people that stand beside it. Gives their ids by name. Whoever pastes
 * it leads them until he names another: a pool that nobody leads would answer to nobody.
 */
export async function makeNamed(ctx: Ctx, wanted: readonly Wanted[]): Promise<Map<string, string>> {
  const made = new Map<string, string>()
  for (const { name, specialities, member_ids } of wanted) {
    const people = member_ids.length > 0 && { member_ids: [...member_ids] }
    const curators = [{ member_id: memberOf(ctx), deputy: false }]
    const { id } = await makePool(ctx, { name, specialities: [...specialities], curators, ...people })
    made.set(name, id)
  }
  return made
}
