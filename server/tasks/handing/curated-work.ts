import { type RawBuilder, sql } from 'kysely'
import type { Person } from '#contract/people.ts'
import type { Ctx } from '#platform/ctx.ts'
import { personJson } from '#server/people/index.ts'

export type CuratedTask = {
  id: string
  number: number
  title: string
  reference: string | null
  place: string | null
  starts_at: string | null
  ends_at: string | null
  version: number
  /** Those of the set who are on it. */
  performers: Person[]
}

/** Open tasks that a person answers for and somebody of a set works on, by their time; the set is another context's. */
export async function curatedWork(
  { db, viewer }: Ctx,
  { curator_id, performers }: { curator_id: string; performers: RawBuilder<string> },
): Promise<CuratedTask[]> {
  const { rows } = await sql<CuratedTask>`
    select t.id, t.number::int as number, t.title, t.reference, t.place, t.starts_at, t.ends_at, t.version, k.performers
    from tasks t cross join lateral (
      select jsonb_agg(${personJson(sql`a.company_id`, sql`a.member_id`)} order by a.member_id) as performers
      from task_assignees a where a.company_id = t.company_id and a.task_id = t.id and a.state <> 'declined'
        and a.member_id in ${performers}) k
    where t.company_id = ${viewer.company_id} and t.curator_id = ${curator_id} and t.state not in ('closed', 'cancelled')
      and k.performers is not null
    order by t.starts_at nulls last, t.number`.execute(db)
  return rows
}
