import type { Ctx } from '#platform/ctx.ts'
import { found, insist, no, notNow } from '#platform/errors.ts'
import { taskPolicy } from '#server/tasks/policy.ts'
import { lockTask, type TaskRecord } from '#server/tasks/queries.ts'
import { lockPerson } from './entries.ts'

/** An entry that the viewer may correct or strike, held with its task and its person (TSK-5). */
export async function takeEntry(ctx: Ctx, time_entry_id: string) {
  const { task_id, member_id } = await findEntry(ctx, time_entry_id)
  const task = await lockTask(ctx, task_id)
  insist(taskPolicy.log_time(ctx.viewer, task))
  if (member_id !== ctx.viewer.subject_id) insist(taskPolicy.change(ctx.viewer, task) && no('hours.own_only'))
  await lockPerson(ctx, member_id)
  const entry = await findEntry(ctx, time_entry_id)
  insist(entry.struck_at ? notNow('hours.struck') : null)
  return { task, entry }
}

async function findEntry({ db, viewer }: Ctx, id: string) {
  const row = await db
    .selectFrom('time_entries')
    .select(['id', 'task_id', 'member_id', 'day', 'minutes', 'note', 'struck_at', 'version'])
    .where('company_id', '=', viewer.company_id)
    .where('id', '=', id)
    .executeTakeFirst()
  return found(row, 'time_entry')
}

export type Taken = { task: TaskRecord; entry: Awaited<ReturnType<typeof findEntry>> }
