import type * as contract from '#contract/tasks.ts'
import type { Input } from '#contract/endpoint.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { insist } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { taskPolicy } from '#server/tasks/policy.ts'
import { presentTask } from '#server/tasks/present-task.ts'
import { findTask, lockTask, named, partsWith, writePart, writeTask } from '#server/tasks/queries.ts'
import { stateOf } from '#server/tasks/task-state.ts'

/** The performer takes the task on, for himself (TSK-2). */
export async function acceptTask(ctx: Ctx, { task_id }: Input<typeof contract.acceptTask>) {
  const task = await lockTask(ctx, task_id)
  insist(taskPolicy.accept(ctx.viewer, task))
  const member_id = memberOf(ctx)
  const state = stateOf(partsWith(task, { member_id, state: 'accepted' }), task.state)
  await writePart(ctx, { task_id, member_id }, { state: 'accepted', accepted_at: ctx.now })
  await writeTask(ctx, task_id, { state })
  await tell(ctx, 'task.accepted', task, { ...named(task), state })
  return presentTask(ctx, await findTask(ctx, task_id))
}
