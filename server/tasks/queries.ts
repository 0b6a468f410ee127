import { type RawBuilder, sql, type Updateable } from 'kysely'
import type { Static } from 'typebox'
import type { AssigneeState } from '#contract/tasks.ts'
import type { DB } from '#db/types.ts'
import type { Ctx, Viewer } from '#platform/ctx.ts'
import { fixed } from '#platform/db/fixed.ts'
import { isoText } from '#platform/db/json-time.ts'
import { found } from '#platform/errors.ts'
import { can } from '#server/people/index.ts'
import { together } from '#platform/together.ts'
import { seenTasks } from './facts-sql.ts'

/** Tasks that exist for the viewer: every read of this context starts here. A performer has his own (TSK-1). */
export function visibleTasks({ db, viewer }: Ctx) {
  return db
    .selectFrom('tasks')
    .where('tasks.company_id', '=', viewer.company_id)
    .where(seenTasks(viewer, sql`tasks.id`) ?? sql<boolean>`true`)
    .$if(viewer.kind === 'performer', (q) =>
      q.where(
        sql<boolean>`exists (select from task_assignees a where a.company_id = tasks.company_id and a.task_id = tasks.id
          and a.member_id = ${viewer.subject_id} and a.state <> 'declined')`,
      ),
    )
}

const taskQuery = (ctx: Ctx, task_id: string) =>
  visibleTasks(ctx)
    .selectAll('tasks')
    .select([PARTS.as('parts'), ledBy(ctx.viewer).as('led')])
    .where('tasks.id', '=', task_id)

/** One visible task with its performers. Asked by every act on a task: for staff who see all of them the text stays. */
export async function findTask(ctx: Ctx, task_id: string) {
  const { db, viewer } = ctx
  if (viewer.kind !== 'staff' || viewer.sight) return found(await taskQuery(ctx, task_id).executeTakeFirst(), 'task')
  textForAll ??= taskQuery(ctx, task_id).compile().sql
  const rows = await fixed<Awaited<ReturnType<ReturnType<typeof taskQuery>['execute']>>[number]>(db, textForAll, [
    viewer.company_id,
    task_id,
  ])
  return found(rows[0], 'task')
}

let textForAll: string | undefined

/**
 * One visible task, held until the transaction ends. Two statements on purpose, though they travel together: what
 * is read while waiting for the lock is of before the wait.
 */
export async function lockTask(ctx: Ctx, task_id: string) {
  const held = fixed(ctx.db, HELD, [ctx.viewer.company_id, task_id])
  const [, task] = await together(held, findTask(ctx, task_id))
  return task
}

const HELD = 'select id from tasks where company_id = $1 and id = $2 for no key update'

/**
 * Whether the task is the viewer's to lead by more than that he watches its order: of a narrow viewer those that he or one
 * below him curates, does or answers for with the order, and those of performers under them or in his pools (RGT-12).
 */
function ledBy(viewer: Viewer): RawBuilder<boolean> {
  if (!viewer.sight || can(viewer, 'orders.all')) return sql`true`
  const { own, led, pools } = viewer.sight
  const answering = sql`any(${[...own, ...led]}::uuid[])`
  return sql`(tasks.curator_id = ${answering}
    or exists (select from order_tasks ot join orders o on o.company_id = ot.company_id and o.id = ot.order_id
      where ot.company_id = tasks.company_id and ot.task_id = tasks.id and o.responsible_id = ${answering})
    or exists (select from task_assignees a where a.company_id = tasks.company_id and a.task_id = tasks.id and a.state <> 'declined'
      and (a.member_id = ${answering} or a.member_id in (select pm.member_id from pool_members pm
        where pm.company_id = tasks.company_id and pm.pool_id = any(${[...pools]}::uuid[]) and pm.to_at is null)
        or a.member_id in (select p.id from members p where p.company_id = tasks.company_id and p.kind = 'performer'
          and p.head_id = ${answering}))))`
}

/** One performer's part of a task. */
export type Part = {
  member_id: string
  state: Static<typeof AssigneeState>
  decline_reason: string | null
  zero_reason: string | null
  /** A fee for the whole task was written down: his hours cost nothing more. */
  by_fee: boolean
  accepted_at: string | null
  started_at: string | null
  done_at: string | null
}

const PARTS = sql<Part[]>`(select coalesce(jsonb_agg(jsonb_build_object('member_id', a.member_id, 'state', a.state,
    'decline_reason', a.decline_reason, 'zero_reason', a.zero_reason, 'by_fee', a.by_fee, 'accepted_at', ${isoText(sql`a.accepted_at`)},
    'started_at', ${isoText(sql`a.started_at`)}, 'done_at', ${isoText(sql`a.done_at`)}) order by a.member_id), '[]')
  from task_assignees a where a.company_id = tasks.company_id and a.task_id = tasks.id)`

export type TaskRecord = Awaited<ReturnType<typeof findTask>>

/** The part of the viewer himself, if the task was given to him. */
export const ownPart = ({ viewer }: Ctx, { parts }: { parts: Part[] }): Part | undefined =>
  parts.find(({ member_id }) => member_id === viewer.subject_id)

/** What an event's sentence calls a task. */
export const named = ({ number, title }: { number: string; title: string }) => ({ number: Number(number), title })

/** Whether a fee covers the hours of this person on a task. */
export const isByFee = ({ parts }: { parts: Part[] }, member_id: string): boolean =>
  parts.some((part) => part.member_id === member_id && part.by_fee)

/** Writes into the task's own row and counts its version on. */
export async function writeTask({ db, viewer }: Ctx, task_id: string, change: Updateable<DB['tasks']>): Promise<void> {
  await db
    .updateTable('tasks')
    .set({ ...change, version: sql`version + 1` })
    .where('company_id', '=', viewer.company_id)
    .where('id', '=', task_id)
    .execute()
}

type Whose = { task_id: string; member_id: string }

/** Writes into one performer's part of a task. */
export async function writePart(
  { db, viewer }: Ctx,
  of: Whose,
  change: Updateable<DB['task_assignees']>,
): Promise<void> {
  await db
    .updateTable('task_assignees')
    .set(change)
    .where('company_id', '=', viewer.company_id)
    .where('task_id', '=', of.task_id)
    .where('member_id', '=', of.member_id)
    .execute()
}

/** The parts as they will stand once one of them has changed its state. */
export const partsWith = (
  { parts }: { parts: Part[] },
  { member_id, state }: Pick<Part, 'member_id' | 'state'>,
): Part[] => parts.map((part) => (part.member_id === member_id ? { ...part, state } : part))
