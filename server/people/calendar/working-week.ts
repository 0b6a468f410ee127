import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { Input } from '#contract/endpoint.ts'
import type * as contract from '#contract/time/schedules.ts'
import type { Ctx } from '#platform/ctx.ts'
import { expectVersion, insist, invalid } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { type Hours, lengthOf, minutesOf } from './hours.ts'
import { timePolicy } from './policy.ts'

export type Week = readonly (Hours | null)[]

const USUAL: Hours = { from: '09:00', to: '18:00', break_minutes: 60 }
const MONDAY_TO_FRIDAY: Week = [USUAL, USUAL, USUAL, USUAL, USUAL, null, null]

/** The company's week as it stands in `companies.settings`; a company that has said nothing works from nine to six. */
export function weekIn(settings: unknown): Week {
  const { working_week } = (settings ?? {}) as { working_week?: Week }
  return working_week ?? MONDAY_TO_FRIDAY
}

export async function getWorkingWeek(ctx: Ctx): Promise<contract.WorkingWeek> {
  const { settings, version } = await ctx.db
    .selectFrom('companies')
    .select(['settings', 'version'])
    .where('id', '=', ctx.viewer.company_id)
    .executeTakeFirstOrThrow()
  const week = weekIn(settings)
  const minutes = week.reduce((sum, hours) => sum + minutesOf(hours), 0)
  return { week: [...week], minutes, version, can: { change: timePolicy.week(ctx.viewer) } }
}

/** Sets when the company works (CAL-4); the past is counted by it too. */
export async function setWorkingWeek(ctx: Ctx, { week }: Input<typeof contract.setWorkingWeek>) {
  insist(timePolicy.week(ctx.viewer))
  const id = ctx.viewer.company_id
  await ctx.db.selectFrom('companies').select('id').where('id', '=', id).forNoKeyUpdate().execute()
  const before = await getWorkingWeek(ctx)
  expectVersion(ctx, before)
  insistOnHours('week', week)
  if (isDeepStrictEqual(week, before.week)) return before
  await ctx.db
    .updateTable('companies')
    .set({
      settings: sql`settings || ${JSON.stringify({ working_week: week })}::text::jsonb`,
      version: before.version + 1,
    })
    .where('id', '=', id)
    .execute()
  await tell(ctx, 'company.changed', { id }, { fields: ['working week'] })
  return getWorkingWeek(ctx)
}

/** Hours that can be worked: some day has any, and no break takes the whole of it. */
export function insistOnHours(field: string, pattern: Week): void {
  insist(pattern.some((hours) => hours) ? null : invalid(field, 'schedule.empty'))
  for (const [at, hours] of pattern.entries())
    if (hours && hours.break_minutes >= lengthOf(hours))
      insist(invalid(`${field}.${at}.break_minutes`, 'schedule.break_too_long'))
}
