import { sql } from 'kysely'
import type * as contract from '#contract/pools.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { handledBy } from '../../substitutions/acts-for.ts'
import { fromCursor, pageOf } from '#platform/keyset.ts'
import { peopleOfPool } from '../in-force.ts'
import { presentRequest, requestsWhere, toAnswer } from './queries.ts'

const PAGE = 50

/** Requests that the viewer sees, newest first (POOL-10). */
export async function listPoolRequests(ctx: Ctx, wish: Input<typeof contract.listPoolRequests>) {
  const { company_id } = ctx.viewer
  const conditions = [
    sql`true`,
    ...(wish.box === 'mine' ? [handledBy(ctx.viewer, sql`r.asked_by`)] : []),
    ...(wish.box === 'to_me' ? [toAnswer(ctx)] : []),
    ...(wish.state ? [sql`r.state = any(${wish.state}::pool_request_state[])`] : []),
    ...(wish.pool_id ? [sql`r.member_id in ${peopleOfPool(company_id, wish.pool_id)}`] : []),
    ...(wish.after ? [sql`r.id < ${fromCursor(wish.after, 1)[0]}::uuid`] : []),
  ]
  const rows = await requestsWhere(ctx, sql.join(conditions, sql` and `), PAGE + 1)
  const page = pageOf(rows, PAGE, ({ id }) => [id])
  return { ...page, rows: page.rows.map((row) => presentRequest(ctx, row)) }
}
