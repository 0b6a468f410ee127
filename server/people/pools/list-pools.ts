import { sql } from 'kysely'
import type * as contract from '#contract/pools.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { fromCursor, pageOf } from '#platform/keyset.ts'
import { containing } from '../members/typed-name.ts'
import { poolsWhere, presentPool, showPool, withLed } from './queries.ts'

const PAGE = 50

/** Pools by name (POOL-1): all of the company's, those of a trade, those that the viewer leads. One statement a page. */
export async function listPools(ctx: Ctx, wish: Input<typeof contract.listPools>) {
  const limit = wish.limit ?? PAGE
  const conditions = [
    wish.archived ? sql`p.archived_at is not null` : sql`p.archived_at is null`,
    ...(wish.search?.trim() ? [sql`p.name ilike ${containing(wish.search)}`] : []),
    ...(wish.mine ? [withLed(ctx)] : []),
    ...(wish.speciality_id ? [ofTrade(wish.speciality_id)] : []),
    ...(wish.after
      ? [sql`(p.name, p.id) > (${fromCursor(wish.after, 2)[0]}, ${fromCursor(wish.after, 2)[1]}::uuid)`]
      : []),
  ]
  const rows = await poolsWhere(ctx, sql.join(conditions, sql` and `), limit + 1)
  const page = pageOf(rows, limit, ({ name, id }) => [name, id])
  return { ...page, rows: page.rows.map((row) => presentPool(ctx, row)) }
}

export const getPool = (ctx: Ctx, { pool_id }: Input<typeof contract.getPool>) => showPool(ctx, pool_id)

const ofTrade = (speciality_id: string) => sql`exists (select from pool_specialities ps
  where ps.company_id = p.company_id and ps.pool_id = p.id and ps.speciality_id = ${speciality_id})`
