import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { addAssignees, type Performer } from './assignees.ts'
import { personsOf } from '#server/tasks/persons.ts'
import { type TaskRecord, writePart } from '#server/tasks/queries.ts'
import { hoursOf } from '#server/tasks/task-children.ts'
import { stopClock } from '#server/tasks/time/clock.ts'

type Diff = { assignees?: { from: string[]; to: string[] } }

/**
 * Makes these people the performers of a task (TSK-3). New ones are asked, and so is anew who declined before; who
 * declined and is not named stays to be seen. Who is left out goes, unless he has hours here: then he stands as
 * declined without a reason, and his hours and their cost stay.
 */
export async function reassign(ctx: Ctx, task: TaskRecord, people: readonly Performer[]): Promise<Diff> {
  const active = task.parts.filter(({ state }) => state !== 'declined').map(({ member_id }) => member_id)
  const coming = people.filter(({ id }) => !active.includes(id))
  const going = active.filter((member_id) => !people.some(({ id }) => id === member_id))
  if (coming.length === 0 && going.length === 0) return {}
  await addAssignees(ctx, task.id, coming)
  for (const member_id of going) await takeOff(ctx, task.id, member_id)
  const before = await personsOf(ctx, active)
  return { assignees: { from: active.map((id) => before(id).name), to: people.map(({ name }) => name) } }
}

async function takeOff(ctx: Ctx, task_id: string, member_id: string): Promise<void> {
  await stopClock(ctx, { member_id, on_task_id: task_id })
  const worked = member_id in (await hoursOf(ctx, task_id)).minutes
  if (worked)
    return writePart(
      ctx,
      { task_id, member_id },
      { state: 'declined', decline_reason: null, declined_at: ctx.now.toISOString() },
    )
  await ctx.db
    .deleteFrom('task_assignees')
    .where('company_id', '=', ctx.viewer.company_id)
    .where(sql<boolean>`(task_id, member_id) = (${task_id}::uuid, ${member_id}::uuid)`)
    .execute()
}
