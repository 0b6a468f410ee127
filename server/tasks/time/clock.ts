import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { elevated } from '#platform/db/transaction.ts'
import { addEntry, DAY_MINUTES, dayOf, lockPerson } from './entries.ts'
import { splitByDays } from './split-by-days.ts'

type Stop = { member_id: string; on_task_id?: string; note?: string | null }

/**
 * Stops a person's clock and logs what it counted, by the company's days (TSK-6). Taking the row away decides:
 * of two phones that stop it at once one logs.
 *
 * Where a day has no room left, because hours of it were written by hand too, the clock fills it up to 24 hours:
 * nobody works longer, and a refusal would leave it running.
 * @returns whether a clock ran
 */
export async function stopClock(ctx: Ctx, stop: Stop): Promise<boolean> {
  // His clock may run on a task that whoever takes him off this one does not see.
  return elevated(ctx, (inside) => stopped(inside, stop))
}

async function stopped(ctx: Ctx, { member_id, on_task_id, note = null }: Stop): Promise<boolean> {
  await lockPerson(ctx, member_id)
  const timer = await ctx.db
    .deleteFrom('timers')
    .where('company_id', '=', ctx.viewer.company_id)
    .where('member_id', '=', member_id)
    .where(on_task_id === undefined ? sql<boolean>`true` : sql<boolean>`task_id = ${on_task_id}`)
    .returning(['task_id', 'started_at'])
    .executeTakeFirst()
  if (!timer) return false
  const task = await ctx.db
    .selectFrom('tasks as t')
    .select(['t.id', 't.number', 't.title', feeStands(member_id).as('by_fee')])
    .where('t.company_id', '=', ctx.viewer.company_id)
    .where('t.id', '=', timer.task_id)
    .executeTakeFirstOrThrow()
  const days = splitByDays({ from: new Date(timer.started_at), to: ctx.now, time_zone: ctx.viewer.time_zone })
  for (const { day, minutes } of days) {
    const { logged, ...worker } = await dayOf(ctx, member_id, day)
    const entry = { member_id, day, minutes: Math.min(minutes, DAY_MINUTES - logged), note, source: 'timer' } as const
    if (entry.minutes > 0) task.by_fee = (await addEntry(ctx, task, { ...entry, ...worker })).by_fee
  }
  return true
}

const feeStands = (member_id: string) =>
  sql<boolean>`coalesce((select a.by_fee from task_assignees a
    where a.company_id = t.company_id and a.task_id = t.id and a.member_id = ${member_id}), false)`
