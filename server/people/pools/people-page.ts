import { sql } from 'kysely'
import type { Speciality } from '#contract/people.ts'
import type { PoolName } from '#contract/people.ts'
import type { Ctx } from '#platform/ctx.ts'
import { fromCursor, pageOf } from '#platform/keyset.ts'
import { tradesOfPerson } from './choose.ts'
import { poolsOfPerson } from './in-force.ts'
import { findPool } from './queries.ts'

type PersonInPool = {
  id: string
  name: string
  phone: string | null
  state: 'invited' | 'active' | 'suspended' | 'left'
  specialities: Speciality[]
  pools: PoolName[]
  since: string
}

const PAGE = 50

/** The performers of a pool by name, page by page (POOL-5). */
export async function peopleInPool(ctx: Ctx, pool_id: string, after: string | undefined) {
  const pool = await findPool(ctx, pool_id)
  const [name, id] = after === undefined ? [] : fromCursor(after, 2)
  const { rows } = await sql<PersonInPool>`
    select m.id, m.name, m.phone, m.state, ${tradesOfPerson} as specialities,
      ${poolsOfPerson(sql`m.company_id`, sql`m.id`)} as pools, pm.from_at as since
    from pool_members pm join members m on m.company_id = pm.company_id and m.id = pm.member_id and m.state <> 'left'
    where pm.company_id = ${ctx.viewer.company_id} and pm.pool_id = ${pool.id} and pm.to_at is null
      ${after === undefined ? sql`` : sql`and (m.name, m.id) > (${name}, ${id}::uuid)`}
    order by m.name, m.id limit ${PAGE + 1}`.execute(ctx.db)
  return pageOf(rows, PAGE, (row) => [row.name, row.id])
}
