import { sql } from 'kysely'
import type * as contract from '#contract/tasks.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { insist } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { filled } from '#server/tasks/filled.ts'
import { taskPolicy } from '#server/tasks/policy.ts'
import { presentTask } from '#server/tasks/present-task.ts'
import { findTask, lockTask, named, type TaskRecord, writeTask } from '#server/tasks/queries.ts'

/** The manager gives done work back with a reason; every performer is at work again (TSK-7, S9). */
export async function returnTask(ctx: Ctx, input: Input<typeof contract.returnTask>) {
  const task = await lockTask(ctx, input.task_id)
  insist(taskPolicy.return(ctx.viewer, task))
  await giveBack(ctx, task, filled('reason', input.reason))
  return presentTask(ctx, await findTask(ctx, task.id))
}

/**
 * Takes up again those of these tasks that are closed or done, as when the customer rejects the work. Nobody's
 * right is asked: the caller's use case has done so.
 */
export async function reopenTasks(ctx: Ctx, task_ids: readonly string[], reason: string): Promise<void> {
  for (const task_id of [...task_ids].sort()) {
    const task = await lockTask(ctx, task_id)
    if (task.state === 'closed' || task.state === 'done') await giveBack(ctx, task, reason)
  }
}

async function giveBack(ctx: Ctx, task: TaskRecord, reason: string): Promise<void> {
  const returns = task.returns + 1
  await ctx.db
    .updateTable('task_assignees')
    .set({ state: sql`'in_progress'`, done_at: null, zero_reason: null })
    .where('company_id', '=', ctx.viewer.company_id)
    .where('task_id', '=', task.id)
    .where('state', '=', 'done')
    .execute()
  await writeTask(ctx, task.id, { state: 'returned', return_reason: reason, returns, closed_at: null })
  await tell(ctx, 'task.returned', task, { ...named(task), reason, returns, from: task.state })
}
