import { sql } from 'kysely'
import type * as contract from '#contract/history.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { fromCursor, pageOf } from '#platform/keyset.ts'
import { findPool, lookInto } from '#server/people/index.ts'
import { asEntry, type Fact, FACT } from './facts.ts'

const PAGE = 50

/** What happened to a person of the company, newest first (HIS-5): how he came, what he was given and who changed it. */
export async function getMemberTimeline(ctx: Ctx, { member_id, after }: Input<typeof contract.getMemberTimeline>) {
  const { id } = await lookInto(ctx, member_id)
  return timelineOf(ctx, id, after)
}

/** What happened to a pool, newest first (HIS-7); whoever sees the pool sees it. */
export async function getPoolTimeline(ctx: Ctx, { pool_id, after }: Input<typeof contract.getPoolTimeline>) {
  await findPool(ctx, pool_id)
  return timelineOf(ctx, pool_id, after)
}

/** Facts about one thing, a page of them. */
async function timelineOf(ctx: Ctx, subject_id: string, after: string | undefined) {
  const earlier = after === undefined ? sql`` : sql`and e.id < ${fromCursor(after, 1)[0]}::uuid`
  const { rows: facts } = await sql<Fact>`
    select ${FACT} from events e
    where e.company_id = ${ctx.viewer.company_id} and e.subject_id = any(array(select ${subject_id}::uuid union all
      select id from members where company_id = ${ctx.viewer.company_id} and merged_into = ${subject_id})) ${earlier}
    order by e.id desc limit ${PAGE + 1}`.execute(ctx.db)
  const { rows, next } = pageOf(facts, PAGE, ({ id }) => [id])
  return { rows: rows.map((row) => asEntry(row, new Map())), next }
}
