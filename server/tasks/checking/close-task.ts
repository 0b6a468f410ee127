import type * as contract from '#contract/tasks.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { insist } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { taskPolicy } from '#server/tasks/policy.ts'
import { lacksNow, presentTask } from '#server/tasks/present-task.ts'
import { findTask, lockTask, named, writeTask } from '#server/tasks/queries.ts'
import { keepFeesAtClosing } from '#server/tasks/time/fees.ts'

/** The manager has checked and closes (TSK-7). Hours that were struck since «готово» are asked for again. */
export async function closeTask(ctx: Ctx, { task_id }: Input<typeof contract.closeTask>) {
  const task = await lockTask(ctx, task_id)
  insist(taskPolicy.close(ctx.viewer, task, await lacksNow(ctx, task)))
  await writeTask(ctx, task_id, { state: 'closed', closed_at: ctx.now })
  await keepFeesAtClosing(ctx, task)
  await tell(ctx, 'task.closed', task, named(task))
  return presentTask(ctx, await findTask(ctx, task_id))
}
