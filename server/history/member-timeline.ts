import { sql } from 'kysely'
import type * as contract from '#contract/history.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { fromCursor, pageOf } from '#platform/keyset.ts'
import { lookInto } from '#server/people/index.ts'
import { asEntry, type Fact, FACT } from './facts.ts'

const PAGE = 50

/** What happened to a person of the company, newest first (HIS-5): how he came, what he was given and who changed it. */
export async function getMemberTimeline(ctx: Ctx, { member_id, after }: Input<typeof contract.getMemberTimeline>) {
  await lookInto(ctx, member_id)
  const earlier = after === undefined ? sql`` : sql`and e.id < ${fromCursor(after, 1)[0]}::uuid`
  const { rows: facts } = await sql<Fact>`
    select ${FACT} from events e
    where e.company_id = ${ctx.viewer.company_id} and e.subject_id = ${member_id} ${earlier}
    order by e.id desc limit ${PAGE + 1}`.execute(ctx.db)
  const { rows, next } = pageOf(facts, PAGE, ({ id }) => [id])
  return { rows: rows.map((row) => asEntry(row, new Map())), next }
}
