import { sql } from 'kysely'
import type * as contract from '#contract/tasks.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { elevated } from '#platform/db/transaction.ts'
import { expectVersion } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { filled } from '#server/tasks/filled.ts'
import { personsOf } from '#server/tasks/persons.ts'
import { presentTask } from '#server/tasks/present-task.ts'
import { findTask, isByFee, named } from '#server/tasks/queries.ts'
import { takeEntry } from './entry.ts'
import { dropFeeWithoutHours } from './fees.ts'

/** Strikes an entry with a reason: it stays to be seen and counts nowhere (TSK-5). */
export async function strikeTime(ctx: Ctx, input: Input<typeof contract.strikeTime>) {
  const { task, entry } = await takeEntry(ctx, input.time_entry_id)
  expectVersion(ctx, entry)
  const reason = filled('reason', input.reason)
  const { id, member_id, day, minutes, note } = entry
  await ctx.db
    .updateTable('time_entries')
    .set({ struck_at: ctx.now, version: sql`version + 1` })
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', id)
    .execute()
  if (isByFee(task, member_id)) await dropFeeWithoutHours(ctx, { task_id: task.id, member_id })
  const member = (await elevated(ctx, (own) => personsOf(own, [member_id])))(member_id).name
  const what = { time_entry_id: id, member_id, member, day, minutes, note, reason }
  await tell(ctx, 'task.time_struck', task, { ...named(task), ...what })
  return presentTask(ctx, await findTask(ctx, task.id))
}
