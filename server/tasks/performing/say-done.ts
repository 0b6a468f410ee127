import type * as contract from '#contract/tasks.ts'
import type { Input } from '#contract/endpoint.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { insist } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { taskPolicy } from '#server/tasks/policy.ts'
import { lacksNow, presentTask } from '#server/tasks/present-task.ts'
import { findTask, lockTask, named, partsWith, writePart, writeTask } from '#server/tasks/queries.ts'
import { stateOf } from '#server/tasks/task-state.ts'
import { stopClock } from '#server/tasks/time/clock.ts'

/** The performer says done, for himself; with the last one the task is done (TSK-2, TSK-4). His clock is logged. */
export async function sayDone(ctx: Ctx, input: Input<typeof contract.sayDone>) {
  const { task_id } = input
  const task = await lockTask(ctx, task_id)
  const member_id = memberOf(ctx)
  const lacks = await lacksNow(ctx, task, member_id)
  const idle = lacks.some(({ member }) => member?.id === member_id)
  const zero_reason = (idle && input.zero_reason?.trim()) || null
  const left = zero_reason ? lacks.filter(({ member }) => member?.id !== member_id) : lacks
  insist(taskPolicy.say_done(ctx.viewer, task, left))

  await stopClock(ctx, { member_id, on_task_id: task_id })
  const state = stateOf(partsWith(task, { member_id, state: 'done' }), task.state)
  await writePart(ctx, { task_id, member_id }, { state: 'done', done_at: ctx.now, zero_reason })
  await writeTask(ctx, task_id, { state })
  await tell(ctx, 'task.done', task, { ...named(task), state, zero_reason })
  return presentTask(ctx, await findTask(ctx, task_id))
}
