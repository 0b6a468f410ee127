import { sql } from 'kysely'
import type * as contract from '#contract/tasks.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { elevated } from '#platform/db/transaction.ts'
import { expectVersion, insist } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { rateOn } from '#server/people/index.ts'
import { personsOf } from '#server/tasks/persons.ts'
import { presentTask } from '#server/tasks/present-task.ts'
import { findTask, named } from '#server/tasks/queries.ts'
import { costOf } from './entries.ts'
import { type Taken, takeEntry } from './entry.ts'
import { noRoom } from './log-time.ts'

/** Corrects an entry; the event keeps what it was (TSK-5, S47). */
export async function correctTime(ctx: Ctx, input: Input<typeof contract.correctTime>) {
  const { task, entry } = await takeEntry(ctx, input.time_entry_id)
  expectVersion(ctx, entry)
  const { day, minutes, note, member_id, id } = entry
  const given = { day: input.day ?? day, minutes: input.minutes ?? minutes }
  const now = { ...given, note: input.note === undefined ? note : input.note?.trim() || null }
  if (now.day === day && now.minutes === minutes && now.note === note) return presentTask(ctx, task)
  insist(await noRoom(ctx, { member_id, ...given, except: id }))
  await ctx.db
    .updateTable('time_entries')
    .set({ ...now, version: sql`version + 1` })
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', id)
    .execute()
  const member = await elevated(ctx, async (own) => {
    await recount(own, entry, given)
    return (await personsOf(own, [member_id]))(member_id).name
  })
  const old = { old_day: day, old_minutes: minutes, old_note: note }
  await tell(ctx, 'task.time_corrected', task, { ...named(task), time_entry_id: id, member_id, member, ...now, ...old })
  return presentTask(ctx, await findTask(ctx, task.id))
}

/**
 * Counts the cost anew with the rate that the entry was logged with (S7): a rate that was set since then for the
 * same days changes nothing. Only a day on the other side of a change of rates takes the rate of that day.
 */
async function recount(
  ctx: Ctx,
  { id, member_id, day }: Taken['entry'],
  now: { day: string; minutes: number },
): Promise<void> {
  const { company_id } = ctx.viewer
  const kept = await ctx.db
    .selectFrom('labour_costs')
    .select(['cost_per_hour', 'currency'])
    .where('company_id', '=', company_id)
    .where('time_entry_id', '=', id)
    .executeTakeFirstOrThrow()
  const { cost_per_hour, currency } = kept
  const [before, after] =
    now.day === day ? [] : [await rateOn(ctx, member_id, day), await rateOn(ctx, member_id, now.day)]
  const moved = before?.id !== after?.id
  const rate = moved ? (after ?? null) : cost_per_hour === null ? null : { cost_per_hour, currency }
  await ctx.db
    .updateTable('labour_costs')
    .set(costOf(now.minutes, rate, currency))
    .where('company_id', '=', company_id)
    .where('time_entry_id', '=', id)
    .execute()
}
