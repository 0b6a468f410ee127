import type * as contract from '#contract/tasks.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { insist } from '#platform/errors.ts'
import { taskPolicy } from '#server/tasks/policy.ts'
import { presentTask } from '#server/tasks/present-task.ts'
import { findTask, lockTask } from '#server/tasks/queries.ts'
import { begin } from '#server/tasks/time/begin.ts'

/** The performer begins, or takes up what was returned; his clock starts, and stops on another task (TSK-2, TSK-6). */
export async function startTask(ctx: Ctx, { task_id }: Input<typeof contract.startTask>) {
  const task = await lockTask(ctx, task_id)
  insist(taskPolicy.start(ctx.viewer, task))
  await begin(ctx, task)
  return presentTask(ctx, await findTask(ctx, task_id))
}
