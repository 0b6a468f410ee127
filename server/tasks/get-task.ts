import type * as contract from '#contract/tasks.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { presentTask } from './present-task.ts'
import { findTask } from './queries.ts'

/** One task with everything on its card. */
export async function getTask(ctx: Ctx, { task_id }: Input<typeof contract.getTask>) {
  return presentTask(ctx, await findTask(ctx, task_id))
}
