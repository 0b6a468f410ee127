import { sql } from 'kysely'
import type { Comment } from '#contract/tasks.ts'
import type { Person } from '#contract/people.ts'
import type { Ctx } from '#platform/ctx.ts'
import { personsOf } from '#server/tasks/persons.ts'
import { among } from '#platform/db/among.ts'

/** Words of tasks by the ids of the comments, for a timeline that shows them in place. */
export async function commentsOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Comment>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('comments')
    .select(['id', 'author_id', 'text', 'is_question', 'answered_at', 'answer_id', 'created_at'])
    .where('company_id', '=', ctx.viewer.company_id)
    .where(among('id', ids))
    .execute()
  const people = await personsOf(
    ctx,
    rows.map(({ author_id }) => author_id),
  )
  return new Map(rows.map(({ author_id, ...row }) => [row.id, { ...row, author: people(author_id) }]))
}

/** Something in a task that waits for its curator. */
export type Waiting = {
  kind: 'question' | 'task_to_check' | 'task_declined'
  at: string
  task: { id: string; number: number; title: string }
  person: Person | null
  words: string | null
  /** Whose it is, of an absent curator's. */
  whose: Person | null
}

/**
 * What waits for a curator in his open tasks, and in those of the curators whom he substitutes (SUB-3), newest first: questions
 * of performers without an answer, tasks that are done and not checked, and performers who declined before the work has
 * begun (S46). Each part says «open» in the
 * words of the index tasks_open_by_curator, or it would read all that he ever curated.
 */
export async function waitingFor(ctx: Ctx, curators: readonly string[], limit = 100): Promise<Waiting[]> {
  const [one = null] = curators
  const mine = curators.length === 1 ? sql`t.curator_id = ${one}` : sql`t.curator_id = any(${curators}::uuid[])`
  const { rows } = await sql<Row>`
    select * from (
      select 'question' as kind, q.created_at as at, t.id, t.number, t.title, q.author_id as person_id, q.text as words, t.curator_id
      from comments q join tasks t on t.company_id = q.company_id and t.id = q.task_id
      where q.company_id = ${ctx.viewer.company_id} and q.is_question and q.answered_at is null
        and ${mine} and t.state not in ('closed', 'cancelled') and not (q.author_id = any(${curators}::uuid[]))
      union all
      select 'task_to_check', (select max(a.done_at) from task_assignees a where a.company_id = t.company_id and a.task_id = t.id),
        t.id, t.number, t.title, null, null, t.curator_id
      from tasks t where t.company_id = ${ctx.viewer.company_id} and ${mine}
        and t.state not in ('closed', 'cancelled') and t.state = 'done'
      union all
      select 'task_declined', a.declined_at, t.id, t.number, t.title, a.member_id, a.decline_reason, t.curator_id
      from task_assignees a join tasks t on t.company_id = a.company_id and t.id = a.task_id
      where a.company_id = ${ctx.viewer.company_id} and a.state = 'declined' and a.decline_reason is not null
        and ${mine}
        and t.state not in ('closed', 'cancelled') and t.state in ('new', 'accepted')
    ) waiting order by at desc nulls last, id limit ${limit}`.execute(ctx.db)
  const people = await personsOf(
    ctx,
    rows.flatMap(({ person_id, curator_id }) => [person_id ?? [], curator_id].flat()),
  )
  return rows.map(({ kind, at, id, number, title, person_id, words, curator_id }) => ({
    kind,
    at,
    task: { id, number: Number(number), title },
    person: person_id ? people(person_id) : null,
    words,
    whose: curator_id === one ? null : people(curator_id),
  }))
}

type Row = {
  kind: Waiting['kind']
  at: string
  id: string
  number: string
  title: string
  person_id: string | null
  words: string | null
  curator_id: string
}
