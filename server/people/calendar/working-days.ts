import { Temporal } from 'temporal-polyfill'
import type { Ctx } from '#platform/ctx.ts'
import { type CompanyDay, companyDays } from './company-days.ts'

/** So far a day is looked for: a company that works one day a week, and rests over the New Year. */
const reach = (count: number): number => count * 7 + 30

/** The first `count` working days of the company after a day (CAL-7); null where its calendar has not so many. */
export async function workingDaysAfter(ctx: Ctx, day: string, count: number): Promise<CompanyDay[] | null> {
  const at = Temporal.PlainDate.from(day)
  const period = { from: at.add({ days: 1 }).toString(), to: at.add({ days: reach(count) }).toString() }
  const { days } = await companyDays(ctx, period)
  const worked = days.filter(({ kind }) => kind !== 'off').slice(0, count)
  return worked.length === count ? worked : null
}
