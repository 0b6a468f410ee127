import type * as contract from '#contract/tasks.ts'
import type { Input } from '#contract/endpoint.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { elevated } from '#platform/db/transaction.ts'
import { insist } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { filled } from '#server/tasks/filled.ts'
import { taskPolicy } from '#server/tasks/policy.ts'
import { lockTask, named, partsWith, writePart, writeTask } from '#server/tasks/queries.ts'
import { stateOf } from '#server/tasks/task-state.ts'

/** The performer declines, with a reason that the manager sees; from then on the task is not there for him (TSK-2). */
export async function declineTask(ctx: Ctx, input: Input<typeof contract.declineTask>) {
  const { task_id } = input
  const task = await lockTask(ctx, task_id)
  insist(taskPolicy.decline(ctx.viewer, task))
  const reason = filled('reason', input.reason)
  const member_id = memberOf(ctx)
  const state = stateOf(partsWith(task, { member_id, state: 'declined' }), task.state)
  // With his own eyes he would lose sight of the rows between the two writes.
  await elevated(ctx, async (own) => {
    await writePart(own, { task_id, member_id }, { state: 'declined', decline_reason: reason, declined_at: ctx.now })
    await writeTask(own, task_id, { state })
  })
  await tell(ctx, 'task.declined', task, { ...named(task), reason })
  return {}
}
