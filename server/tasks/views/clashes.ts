import { type RawBuilder, sql } from 'kysely'
import type * as contract from '#contract/tasks.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Person } from '#contract/people.ts'
import type { Ctx } from '#platform/ctx.ts'
import { among } from '#platform/db/among.ts'
import { elevated } from '#platform/db/transaction.ts'
import { seenTasks } from '#server/tasks/facts-sql.ts'
import { personsOf } from '#server/tasks/persons.ts'

export type Clash = {
  member: Person
  /** Null when the viewer does not see it: that the time is taken is told to whoever gives work. */
  task: { id: string; number: number; title: string; place: string | null } | null
  starts_at: string
  ends_at: string
}
/** Of a warning no more than one can read; of all people at once, as many as may be busy. */
const MOST = 5000
const ALL = sql<boolean>`true`
/** In the words of the indexes of what is open, and of when tasks begin. */
const OPEN = sql<boolean>`t.state not in ('closed', 'cancelled')`
type Span = {
  /** Null: everybody's. */
  member_ids: readonly string[] | null
  starts_at: string
  ends_at: string
  except_task_id?: string | undefined
}

/** When a task ends that was given no end: after its estimate, or two hours (TSK-9). */
const END = sql<string>`coalesce(t.ends_at, t.starts_at + coalesce(t.estimate_minutes, 120) * interval '1 minute')`

/** Other open tasks of these performers that overlap a span of time (S33): a warning, never a refusal. */
export async function clashesOf(ctx: Ctx, span: Span): Promise<Clash[]> {
  if (span.member_ids?.length === 0) return []
  const seen = seenTasks(ctx.viewer, sql`t.id`) ?? ALL
  const rows = await elevated(ctx, (inside) => clashing(inside, span, seen))
  const people = await personsOf(
    ctx,
    rows.map(({ member_id }) => member_id),
  )
  return rows.map((row) => ({
    member: people(row.member_id),
    task: row.seen ? { id: row.id, number: Number(row.number), title: row.title, place: row.place } : null,
    starts_at: row.starts_at,
    ends_at: row.ends_at,
  }))
}

const clashing = (
  { db, viewer }: Ctx,
  { member_ids, starts_at, ends_at, except_task_id }: Span,
  seen: RawBuilder<boolean>,
) =>
  db
    .selectFrom('task_assignees as a')
    .innerJoin('tasks as t', (join) => join.onRef('t.company_id', '=', 'a.company_id').onRef('t.id', '=', 'a.task_id'))
    .select(['a.member_id', 't.id', 't.number', 't.title', 't.place', seen.as('seen')])
    .select([sql<string>`t.starts_at`.as('starts_at'), END.as('ends_at')])
    .where('a.company_id', '=', viewer.company_id)
    .where(member_ids === null ? ALL : among('a.member_id', member_ids))
    .where('a.state', 'not in', ['declined', 'done'])
    .where(OPEN)
    .where('t.starts_at', '<', ends_at)
    .where(END, '>', starts_at)
    .where(except_task_id === undefined ? ALL : sql<boolean>`t.id <> ${except_task_id}`)
    .orderBy('t.starts_at')
    .orderBy('t.number')
    .orderBy('a.member_id')
    .limit(MOST)
    .execute()

export async function findClashes(ctx: Ctx, { member_id, ...span }: Input<typeof contract.findClashes>) {
  return { rows: await clashesOf(ctx, { ...span, member_ids: member_id }) }
}

/** Minutes that are planned for each of these people between two moments, by the tasks that begin then. */
export async function plannedOf(
  ctx: Ctx,
  { member_ids, starts_at, ends_at }: Span & { member_ids: readonly string[] },
): Promise<Map<string, number>> {
  if (member_ids.length === 0) return new Map()
  const rows = await elevated(ctx, (inside) => planned(inside, { member_ids, starts_at, ends_at }))
  return new Map(rows.map(({ member_id, minutes }) => [member_id, minutes]))
}

const planned = ({ db, viewer }: Ctx, { member_ids, starts_at, ends_at }: Span & { member_ids: readonly string[] }) =>
  db
    .selectFrom('task_assignees as a')
    .innerJoin('tasks as t', (join) => join.onRef('t.company_id', '=', 'a.company_id').onRef('t.id', '=', 'a.task_id'))
    .select(['a.member_id', sql<number>`round(sum(extract(epoch from ${END} - t.starts_at)) / 60)::int`.as('minutes')])
    .where('a.company_id', '=', viewer.company_id)
    .where(among('a.member_id', member_ids))
    .where('a.state', '<>', 'declined')
    .where(sql<boolean>`t.state <> 'cancelled'`)
    .where('t.starts_at', '>=', starts_at)
    .where('t.starts_at', '<', ends_at)
    .groupBy('a.member_id')
    .execute()
