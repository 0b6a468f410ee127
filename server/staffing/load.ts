import { Temporal } from 'temporal-polyfill'
import type { Ctx } from '#platform/ctx.ts'
import { dayIn } from '#platform/days.ts'
import { plannedBetween } from '#server/tasks/index.ts'

export type Load = { planned: number; available: number }

const WEEK = 7

/**
 * How loaded these people are on the company's day of an instant and in its week, against what they work then by
 * calendar, schedule and absences. The number of queries is fixed.
 */
export async function loadOf(ctx: Ctx, ids: readonly string[], at: Date) {
  const day = Temporal.PlainDate.from(dayIn(ctx.viewer.time_zone, at))
  const place = day.dayOfWeek - 1
  const monday = day.subtract({ days: place })
  const to = monday.add({ days: WEEK - 1 }).toString()
  const plans = await plannedBetween(ctx, { member_ids: ids, from: monday.toString(), to })
  return (id: string): { day: Load; week: Load } => {
    const [plan, hours] = [plans.of(id), plans.hours(id)]
    const load = (from: number, until: number): Load => ({
      planned: sum(plan.slice(from, until)),
      available: sum(hours.slice(from, until)),
    })
    return { day: load(place, place + 1), week: load(0, WEEK) }
  }
}

const sum = (days: readonly { minutes: number }[]): number => days.reduce((all, { minutes }) => all + minutes, 0)
