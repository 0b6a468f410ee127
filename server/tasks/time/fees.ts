import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { dayIn } from '#platform/days.ts'
import { elevated } from '#platform/db/transaction.ts'
import { ratesOn } from '#server/people/index.ts'
import { type TaskRecord, writePart } from '#server/tasks/queries.ts'
import { hoursOf } from '#server/tasks/task-children.ts'

type Whose = { task_id: string; member_id: string }
type Fee = { day: string; fee: string; currency: string }

/**
 * Writes down what a performer costs on a task whatever his hours (TSK-13): once, as it is now. Ask with the program's
 * eyes: a performer may not see it.
 */
export async function keepFee(own: Ctx, of: Whose, fee: Fee): Promise<void> {
  await own.db
    .insertInto('task_fees')
    .values({ company_id: own.viewer.company_id, ...of, ...fee, kept_at: own.now })
    .onConflict((on) => on.doNothing())
    .execute()
  await writePart(own, of, { by_fee: true })
}

/**
 * A closed task costs the fees of those too who logged nothing on it (TSK-13): they said why, and the work is done.
 * Who has hours has his cost by them already.
 */
export async function keepFeesAtClosing(ctx: Ctx, task: TaskRecord): Promise<void> {
  const idle = task.parts.filter(({ state, zero_reason, by_fee }) => state !== 'declined' && zero_reason && !by_fee)
  if (idle.length === 0) return
  const { minutes } = await hoursOf(ctx, task.id)
  const whom = idle.map(({ member_id }) => member_id).filter((member_id) => !(member_id in minutes))
  const day = dayIn(ctx.viewer.time_zone, ctx.now)
  await elevated(ctx, async (own) => {
    for (const [member_id, { fee_per_task, currency }] of await ratesOn(own, whom, day))
      if (fee_per_task !== null)
        await keepFee(own, { task_id: task.id, member_id }, { day, fee: fee_per_task, currency })
  })
}

/** The fee of one performer goes: none of his hours on the task counts any more. */
export async function dropFeeWithoutHours(ctx: Ctx, of: Whose): Promise<void> {
  if (of.member_id in (await elevated(ctx, (own) => hoursOf(own, of.task_id))).minutes) return
  await dropFees(ctx, of.task_id, sql`member_id = ${of.member_id}`)
}

/** Fees of a task go: it was cancelled (TSK-13), or as far as is said. */
export async function dropFees(ctx: Ctx, task_id: string, whose = sql`true`): Promise<void> {
  const here = sql`company_id = ${ctx.viewer.company_id} and task_id = ${task_id} and ${whose}`
  await elevated(ctx, async ({ db }) => {
    await sql`delete from task_fees where ${here}`.execute(db)
    await sql`update task_assignees set by_fee = false where ${here} and by_fee`.execute(db)
  })
}

/** The hours by which a fee counts in a day's reports were moved to another day, and it goes along. */
export async function moveFee(
  own: Ctx,
  { task_id, member_id }: Whose,
  days: { from: string; to: string },
): Promise<void> {
  await own.db
    .updateTable('task_fees')
    .set({ day: days.to })
    .where('company_id', '=', own.viewer.company_id)
    .where('task_id', '=', task_id)
    .where('member_id', '=', member_id)
    .where('day', '=', days.from)
    .execute()
}
