import type * as contract from '#contract/tasks.ts'
import type { Input } from '#contract/endpoint.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { dayIn } from '#platform/days.ts'
import { insist, invalid, missing, no, type Refusal } from '#platform/errors.ts'
import { together } from '#platform/together.ts'
import { taskPolicy } from '#server/tasks/policy.ts'
import { isByFee } from '#server/tasks/queries.ts'
import { addEntry, DAY_MINUTES, dayOf, lockTaskAndPerson, loggedOn } from './entries.ts'

/**
 * Logs minutes of one worker on one day, by hand (TSK-5, S47). A manager may log for a performer.
 *
 * Written often and measured: task and person are held, and what the entry needs is looked up, in one message. What his day
 * has is a statement of its own, begun once the person is held.
 */
export async function logTime(ctx: Ctx, input: Input<typeof contract.logTime>) {
  const { task_id, day, minutes } = input
  const member_id = input.member_id ?? memberOf(ctx)
  const at = { member_id, day, minutes }
  const [task, { logged, ...worker }] = await together(
    lockTaskAndPerson(ctx, task_id, member_id),
    dayOf(ctx, member_id, day),
  )
  insist(taskPolicy.log_time(ctx.viewer, task))
  if (member_id !== memberOf(ctx)) insist(taskPolicy.change(ctx.viewer, task) && no('hours.own_only'))
  insist(task.parts.some((part) => part.member_id === member_id) ? null : missing('member'))
  insist(roomFor(ctx, at, logged))
  const whole = { ...task, by_fee: isByFee(task, member_id) }
  const entry = { day, minutes, note: input.note?.trim() || null, source: 'by_hand' } as const
  const { id } = await addEntry(ctx, whole, { ...entry, member_id, ...worker })
  const member = { id: member_id, name: worker.member }
  return { id, member, ...entry, struck_at: null, version: 1, created_at: ctx.now.toISOString() }
}

type Wish = { member_id: string; day: string; minutes: number; except?: string }

/** Why a day cannot take these minutes: it has not come yet, or would have more than 24 hours over all tasks. */
export const noRoom = async (ctx: Ctx, { minutes, ...at }: Wish): Promise<Refusal | null> =>
  roomFor(ctx, { ...at, minutes }, await loggedOn(ctx, at))

function roomFor({ viewer, now }: Ctx, { minutes, ...at }: Wish, logged: number): Refusal | null {
  if (at.day > dayIn(viewer.time_zone, now)) return invalid('day', 'hours.day_ahead')
  const fits = logged + minutes <= DAY_MINUTES
  const sum = { day: at.day, logged, left: DAY_MINUTES - logged, h: Math.floor(logged / 60), min: logged % 60 }
  return fits ? null : invalid('minutes', 'hours.day_full', sum)
}
