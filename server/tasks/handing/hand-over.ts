import { sql } from 'kysely'
import type { Person } from '#contract/people.ts'
import type { Ctx } from '#platform/ctx.ts'
import { holdRows } from '#platform/db/hold-rows.ts'
import { tell } from '#platform/events/tell.ts'
import { together } from '#platform/together.ts'
import { type Performer, performers } from '#server/tasks/giving/assignees.ts'
import { reassign } from '#server/tasks/giving/change-assignees.ts'
import { personsOf } from '#server/tasks/persons.ts'
import { findTask, lockTask, named, type TaskRecord, writeTask } from '#server/tasks/queries.ts'
import { stateOf } from '#server/tasks/task-state.ts'

/**
 * Holds these tasks until the transaction ends, all before anything of theirs: tasks before people, as everywhere here,
 * or two could wait in a ring.
 */
export const holdTasks = (ctx: Ctx, ids: readonly string[]): Promise<void> => holdRows(ctx, 'tasks', ids)

type Handing = { from: Person; ids: readonly string[] }

/** Another curator answers for these tasks from now on (TSK-12); nobody's right is asked here. The tasks are held. */
export async function handCurated(ctx: Ctx, { from, ids, to }: Handing & { to: Person }): Promise<void> {
  const rows = await ctx.db
    .updateTable('tasks')
    .set({ curator_id: to.id, version: sql`version + 1` })
    .where('company_id', '=', ctx.viewer.company_id)
    .where('curator_id', '=', from.id)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .returning(['id', 'number', 'title'])
    .execute()
  const changed = { curator: { from: from.name, to: to.name } }
  await together(...rows.map((task) => tell(ctx, 'task.changed', task, { ...named(task), changed })))
}

/**
 * Another works on these tasks in place of a person, or nobody does (TSK-12). His hours stay where they are, and he stays
 * on a task that he has hours on, as one who is there no more.
 */
export async function handWork(ctx: Ctx, { from, ids, to }: Handing & { to: Person | null }): Promise<void> {
  const [coming] = to ? await performers(ctx, [to.id]) : []
  for (const id of ids.toSorted()) await handOne(ctx, await lockTask(ctx, id), { from, coming })
}

async function handOne(
  ctx: Ctx,
  task: TaskRecord,
  { from, coming }: { from: Person; coming: Performer | undefined },
): Promise<void> {
  const on = task.parts.filter(({ state }) => state !== 'declined').map(({ member_id }) => member_id)
  const staying = on.filter((id) => id !== from.id)
  const called = await personsOf(ctx, staying)
  const others = staying.map((id) => called(id)).filter(({ id }) => id !== coming?.id)
  const people = coming ? [coming, ...others] : others
  const changed = await reassign(ctx, task, people)
  const lead_id = task.lead_id === from.id ? (people[0]?.id ?? null) : task.lead_id
  const { parts } = await findTask(ctx, task.id)
  await writeTask(ctx, task.id, { lead_id, state: stateOf(parts, task.state) })
  await tell(ctx, 'task.changed', task, { ...named(task), changed })
}
