import type * as contract from '#contract/tasks.ts'
import type { Input } from '#contract/endpoint.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { found, insist, invalid } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { findFile, insistOwnFiles } from '#server/files/index.ts'
import { taskPolicy } from '#server/tasks/policy.ts'
import { presentTask } from '#server/tasks/present-task.ts'
import { lockTask, named } from '#server/tasks/queries.ts'

/** Hangs a picture that the viewer has uploaded on the task; said twice it hangs once (TSK-10). */
export async function addPhoto(ctx: Ctx, { task_id, file_id, stage }: Input<typeof contract.addPhoto>) {
  const task = await lockTask(ctx, task_id)
  insist(taskPolicy.take_part(ctx.viewer, task))
  const member_id = memberOf(ctx)
  await insistOwnFiles(ctx, [file_id])
  insist((await findFile(ctx, file_id)).width === null ? invalid('file_id', 'task.photo_no_picture') : null)
  const row = { company_id: ctx.viewer.company_id, task_id, file_id, stage, member_id, created_at: ctx.now }
  const added = await ctx.db
    .insertInto('task_photos')
    .values(row)
    .onConflict((at) => at.columns(['company_id', 'task_id', 'file_id']).doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows) await tell(ctx, 'task.photo_added', task, { ...named(task), file_id, stage })
  return presentTask(ctx, task)
}

/** Whether the customer sees a photo with the result. */
export async function showPhoto(ctx: Ctx, { task_id, file_id, for_customer }: Input<typeof contract.showPhoto>) {
  const task = await lockTask(ctx, task_id)
  insist(taskPolicy.change(ctx.viewer, task))
  const photos = ctx.db
    .updateTable('task_photos')
    .set({ for_customer })
    .where('company_id', '=', ctx.viewer.company_id)
    .where('task_id', '=', task_id)
    .where('file_id', '=', file_id)
    .returning('file_id')
  found(await photos.executeTakeFirst(), 'photo')
  await tell(ctx, 'task.photo_shown', task, {
    ...named(task),
    file_id,
    for_customer,
    shown: for_customer ? 'yes' : 'no',
  })
  return presentTask(ctx, task)
}
