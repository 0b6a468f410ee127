import type * as contract from '#contract/tasks.ts'
import type { Input } from '#contract/endpoint.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { insist, notNow } from '#platform/errors.ts'
import { taskPolicy } from '#server/tasks/policy.ts'
import { presentTask } from '#server/tasks/present-task.ts'
import { findTask, lockTask } from '#server/tasks/queries.ts'
import { hoursOf } from '#server/tasks/task-children.ts'
import { begin } from './begin.ts'
import { stopClock } from './clock.ts'

/** Starts the viewer's clock on a task; where it runs already it runs on (TSK-6). */
export async function startTimer(ctx: Ctx, { task_id }: Input<typeof contract.startTimer>) {
  const task = await lockTask(ctx, task_id)
  insist(taskPolicy.run_clock(ctx.viewer, task))
  const running = memberOf(ctx) in (await hoursOf(ctx, task_id)).timers
  if (!running) await begin(ctx, task)
  return presentTask(ctx, await findTask(ctx, task_id))
}

/** Stops it and logs the minutes. */
export async function stopTimer(ctx: Ctx, { task_id, note }: Input<typeof contract.stopTimer>) {
  const task = await lockTask(ctx, task_id)
  insist(taskPolicy.run_clock(ctx.viewer, task))
  const ran = await stopClock(ctx, { member_id: memberOf(ctx), on_task_id: task_id, note: note?.trim() || null })
  insist(ran ? null : notNow('task.timer_stands'))
  return presentTask(ctx, await findTask(ctx, task_id))
}
