import { sql } from 'kysely'
import type * as contract from '#contract/history.ts'
import type { commentsOf } from '#server/tasks/index.ts'

export type Fact = {
  id: string
  name: string
  at: string
  actor_kind: 'staff' | 'performer' | 'customer' | 'system' | 'user'
  actor_id: string | null
  actor_name: string | null
  actor_for: string | null
  subject_kind: string
  subject_id: string
  facts: Record<string, unknown>
}

/** What is read of a fact, as `e`. */
export const FACT = sql`e.id, e.name, e.at, e.actor_kind, e.actor_id, e.actor_name, e.actor_for, e.subject_kind, e.subject_id, e.facts`

type Comments = Awaited<ReturnType<typeof commentsOf>>

/** A fact as a line of a timeline, with the words that were said in it. */
export function asEntry(
  { actor_kind, actor_id, actor_name, actor_for, ...fact }: Fact,
  comments: Comments,
): contract.Entry {
  const { comment_id, number, title } = fact.facts
  return {
    ...fact,
    actor: actor_kind === 'system' ? null : { id: actor_id, kind: actor_kind, name: actor_name, acts_for: actor_for },
    comment: (typeof comment_id === 'string' && comments.get(comment_id)) || null,
    task: fact.subject_kind === 'task' ? { id: fact.subject_id, number: Number(number), title: String(title) } : null,
  }
}
