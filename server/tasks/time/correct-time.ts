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
import { findTask, isByFee, named } from '#server/tasks/queries.ts'
import { costOf } from './entries.ts'
import { type Taken, takeEntry } from './entry.ts'
import { keepFee, moveFee } from './fees.ts'
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
    await recount(own, { task, entry }, given)
    return (await personsOf(own, [member_id]))(member_id).name
  })
  const old = { old_day: day, old_minutes: minutes, old_note: note }
  await tell(ctx, 'task.time_corrected', task, { ...named(task), time_entry_id: id, member_id, member, ...now, ...old })
  return presentTask(ctx, await findTask(ctx, task.id))
}

/**
 * Counts the cost anew with the rate that the entry was logged with (S7): a rate that was set since then for the
 * same days changes nothing. Only a day on the other side of a change of rates takes the rate of that day; where a fee
 * covers the task, hours cost nothing more (TSK-13).
 */
async function recount(own: Ctx, { task, entry }: Taken, now: { day: string; minutes: number }): Promise<void> {
  const { company_id } = own.viewer
  const { id, day } = entry
  const kept = await own.db
    .selectFrom('labour_costs')
    .select(['cost_per_hour', 'currency'])
    .where('company_id', '=', company_id)
    .where('time_entry_id', '=', id)
    .executeTakeFirstOrThrow()
  const rate = now.day === day ? kept : await rateAfter(own, { task, entry }, { to: now.day, kept })
  await own.db
    .updateTable('labour_costs')
    .set(costOf(now.minutes, rate, kept.currency))
    .where('company_id', '=', company_id)
    .where('time_entry_id', '=', id)
    .execute()
}

type Move = { to: string; kept: { cost_per_hour: string | null; currency: string } }

/** The rate of hours that are moved to another day; a fee that begins to cover the task with it is kept, one that stands goes along. */
async function rateAfter(own: Ctx, { task, entry: { member_id, day } }: Taken, { to, kept }: Move) {
  const whose = { task_id: task.id, member_id }
  const by_fee = isByFee(task, member_id)
  if (by_fee) await moveFee(own, whose, { from: day, to })
  const [before, after] = [await rateOn(own, member_id, day), await rateOn(own, member_id, to)]
  if (before?.id === after?.id) return kept
  if (by_fee) return null
  if (after && after.fee_per_task !== null)
    await keepFee(own, whose, { day: to, fee: after.fee_per_task, currency: after.currency })
  return after
}
