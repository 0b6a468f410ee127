import { sql } from 'kysely'
import type { Input } from '#contract/endpoint.ts'
import type * as contract from '#contract/time/substitutions.ts'
import type { Ctx } from '#platform/ctx.ts'
import { fromCursor, pageOf } from '#platform/keyset.ts'
import { presentSubstitutions } from './present-substitution.ts'
import { substitutionsWhere } from './queries.ts'

const PAGE = 50

/** Who acts for whom, the latest first, 50 a page. */
export async function listSubstitutions(ctx: Ctx, wish: Input<typeof contract.listSubstitutions>) {
  const { from, to, member_id, after } = wish
  const [day, id] = after === undefined ? [] : fromCursor(after, 2)
  const conditions = [
    sql`true`,
    ...(from ? [sql`s.to_day >= ${from} and s.ended_at is null`] : []),
    ...(to ? [sql`s.from_day <= ${to}`] : []),
    ...(member_id ? [sql`(s.absent_id = ${member_id} or s.deputy_id = ${member_id})`] : []),
    ...(after === undefined ? [] : [sql`(s.from_day, s.id) < (${day}::date, ${id}::uuid)`]),
  ]
  const rows = await substitutionsWhere(
    ctx,
    sql`${sql.join(conditions, sql` and `)} order by s.from_day desc, s.id desc limit ${PAGE + 1}`,
  )
  const page = pageOf(rows, PAGE, (row) => [row.from_day, row.id])
  return { ...page, rows: await presentSubstitutions(ctx, page.rows) }
}
