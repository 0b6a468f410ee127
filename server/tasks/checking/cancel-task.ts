import type * as contract from '#contract/tasks.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { insist } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { filled } from '#server/tasks/filled.ts'
import { taskPolicy } from '#server/tasks/policy.ts'
import { presentTask } from '#server/tasks/present-task.ts'
import { findTask, lockTask, named, type TaskRecord, writeTask } from '#server/tasks/queries.ts'
import { hoursOf } from '#server/tasks/task-children.ts'
import { stopClock } from '#server/tasks/time/clock.ts'
import { dropFees } from '#server/tasks/time/fees.ts'

/** The manager cancels the task with a reason; hours so far stay, clocks that run on it are logged (TSK-7). */
export async function cancelTask(ctx: Ctx, input: Input<typeof contract.cancelTask>) {
  const task = await lockTask(ctx, input.task_id)
  insist(taskPolicy.cancel(ctx.viewer, task))
  await cancel(ctx, task, filled('reason', input.reason))
  return presentTask(ctx, await findTask(ctx, task.id))
}

/**
 * Cancels those of these tasks that are open, with what they belong to. The caller's use case has asked the right.
 * All are held before the first clock is stopped: tasks before people, as everywhere here, or two could wait in a ring.
 */
export async function cancelOpen(ctx: Ctx, task_ids: readonly string[], reason: string): Promise<void> {
  const held: TaskRecord[] = []
  for (const task_id of task_ids.toSorted()) held.push(await lockTask(ctx, task_id))
  for (const task of held) if (task.state !== 'closed' && task.state !== 'cancelled') await cancel(ctx, task, reason)
}

async function cancel(ctx: Ctx, task: TaskRecord, reason: string): Promise<void> {
  const { timers } = await hoursOf(ctx, task.id)
  for (const member_id of Object.keys(timers)) await stopClock(ctx, { member_id, on_task_id: task.id })
  await dropFees(ctx, task.id)
  await writeTask(ctx, task.id, { state: 'cancelled', cancel_reason: reason })
  await tell(ctx, 'task.cancelled', task, { ...named(task), reason, from: task.state })
}
