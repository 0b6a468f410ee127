import type * as contract from '#contract/tasks.ts'
import type { Input } from '#contract/endpoint.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { found, insist } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { taskPolicy } from '#server/tasks/policy.ts'
import { presentTask } from '#server/tasks/present-task.ts'
import { lockTask, named } from '#server/tasks/queries.ts'

/** Ticks a point of the checklist or takes the tick back; said twice it is one. */
export async function tickItem(ctx: Ctx, { task_id, item_id, done }: Input<typeof contract.tickItem>) {
  const task = await lockTask(ctx, task_id)
  insist(taskPolicy.take_part(ctx.viewer, task))
  const item = await findItem(ctx, task_id, item_id)
  if ((item.done_at !== null) === done) return presentTask(ctx, task)
  await ctx.db
    .updateTable('checklist_items')
    .set(done ? { done_by: memberOf(ctx), done_at: ctx.now } : { done_by: null, done_at: null })
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', item_id)
    .execute()
  await tell(ctx, 'task.ticked', task, { ...named(task), item_id, text: item.text, done, ticked: done ? 'yes' : 'no' })
  return presentTask(ctx, task)
}

async function findItem({ db, viewer }: Ctx, task_id: string, id: string) {
  const row = await db
    .selectFrom('checklist_items')
    .select(['text', 'done_at'])
    .where('company_id', '=', viewer.company_id)
    .where('task_id', '=', task_id)
    .where('id', '=', id)
    .executeTakeFirst()
  return found(row, 'checklist_item')
}
