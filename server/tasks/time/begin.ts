import { type Ctx, memberOf } from '#platform/ctx.ts'
import { tell } from '#platform/events/tell.ts'
import { named, ownPart, partsWith, type TaskRecord, writePart, writeTask } from '#server/tasks/queries.ts'
import { stateOf } from '#server/tasks/task-state.ts'
import { stopClock } from './clock.ts'

/**
 * Lets the viewer's clock run on a task that he may work on; on another it is stopped and logged (TSK-6). Work
 * that had not begun, or was returned, is in progress from now on.
 */
export async function begin(ctx: Ctx, task: TaskRecord): Promise<void> {
  const member_id = memberOf(ctx)
  const { company_id } = ctx.viewer
  await stopClock(ctx, { member_id })
  await ctx.db.insertInto('timers').values({ company_id, member_id, task_id: task.id, started_at: ctx.now }).execute()
  const part = ownPart(ctx, task)
  if (part?.state === 'in_progress' && task.state !== 'returned') return
  const state = stateOf(partsWith(task, { member_id, state: 'in_progress' }), task.state, { resumed: true })
  await writePart(
    ctx,
    { task_id: task.id, member_id },
    { state: 'in_progress', started_at: part?.started_at ?? ctx.now.toISOString() },
  )
  await writeTask(ctx, task.id, { state })
  await tell(ctx, 'task.started', task, { ...named(task), state })
}
