import { sql } from 'kysely'
import type * as contract from '#contract/history.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { fromCursor, pageOf } from '#platform/keyset.ts'
import { lookInto } from '#server/people/index.ts'

const PAGE = 50

type Asked = Input<typeof contract.listReturns>

/** Work of a person that was given back, newest first, with reasons (HIS-6, S9): by the manager, or by the customer's rejection. */
export async function listReturns(ctx: Ctx, { member_id, after }: Asked) {
  await lookInto(ctx, member_id)
  const page = pageOf(await rowsOf(ctx, { member_id, ...(after && { after }) }), PAGE, ({ id }) => [id])
  return { ...page, sums: after === undefined ? await sumsOf(ctx, member_id) : null }
}

async function rowsOf({ db, viewer }: Ctx, { member_id, after }: Asked): Promise<contract.Return[]> {
  const earlier = after === undefined ? sql`` : sql`and e.id < ${fromCursor(after, 1)[0]}::uuid`
  const { rows } = await sql<contract.Return>`
    select e.id, e.at, e.actor_name as by, e.actor_kind = 'customer' as by_customer, e.facts->>'reason' as reason,
      jsonb_build_object('id', t.id, 'number', t.number, 'title', t.title, 'reference', t.reference) as task
    from task_assignees a join tasks t on t.company_id = a.company_id and t.id = a.task_id
    cross join lateral (
      select e.id, e.at, e.actor_name, e.actor_kind, e.facts from events e
      where e.company_id = a.company_id and e.subject_id = a.task_id and e.name = 'task.returned' ${earlier}
      order by e.id desc limit ${PAGE + 1}) e
    where a.company_id = ${viewer.company_id} and a.member_id = ${member_id} and a.state <> 'declined' and t.returns > 0
    order by e.id desc limit ${PAGE + 1}`.execute(db)
  return rows
}

async function sumsOf({ db, viewer }: Ctx, member_id: string) {
  const { rows } = await sql<{ finished: number; returned: number }>`
    select count(*) filter (where a.state = 'done' or t.returns > 0)::int as finished,
      count(*) filter (where t.returns > 0)::int as returned
    from task_assignees a join tasks t on t.company_id = a.company_id and t.id = a.task_id
    where a.company_id = ${viewer.company_id} and a.member_id = ${member_id} and a.state <> 'declined'`.execute(db)
  return rows[0] ?? { finished: 0, returned: 0 }
}
