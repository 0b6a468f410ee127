import type * as contract from '#contract/time/calendar.ts'
import type { Input } from '#contract/endpoint.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { insist, no } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { together } from '#platform/together.ts'
import { memberNames } from '../names.ts'
import { can } from '../rights.ts'
import { companyDays, type Period } from './company-days.ts'
import { minutesOf } from './hours.ts'
import { movesKnown } from './official.ts'

/** The working calendar of a year (CAL-1, CAL-2): what the law of the country says, and the company's own days. */
export async function getCalendar(ctx: Ctx, { year }: Input<typeof contract.getCalendar>) {
  const { country, days } = await calendarOf(ctx, { from: `${year}-01-01`, to: `${year}-12-31` })
  return {
    moves_known: movesKnown(country, year),
    working_days: days.filter(({ kind }) => kind !== 'off').length,
    minutes: days.reduce((sum, { minutes }) => sum + minutes, 0),
    days,
  }
}

/** The company works otherwise on a day than the law would have it (CAL-3). */
export async function setCalendarDay(ctx: Ctx, { day, kind, note }: Input<typeof contract.setCalendarDay>) {
  insist(can(ctx.viewer, 'company.settings') ? null : no('company.not_yours'))
  const said = { kind, note: note?.trim() || null, set_by: memberOf(ctx), set_at: ctx.now }
  await ctx.db
    .insertInto('calendar_days')
    .values({ company_id: ctx.viewer.company_id, day, ...said })
    .onConflict((on) => on.columns(['company_id', 'day']).doUpdateSet(said))
    .execute()
  await tell(ctx, 'company.changed', { id: ctx.viewer.company_id }, { fields: [`calendar ${day}`] })
  return oneDay(ctx, day)
}

/** The day is again what the law says; one that was never changed stays as it is. */
export async function clearCalendarDay(ctx: Ctx, { day }: Input<typeof contract.clearCalendarDay>) {
  insist(can(ctx.viewer, 'company.settings') ? null : no('company.not_yours'))
  const gone = await ctx.db
    .deleteFrom('calendar_days')
    .where('company_id', '=', ctx.viewer.company_id)
    .where('day', '=', day)
    .returning('day')
    .executeTakeFirst()
  if (gone) await tell(ctx, 'company.changed', { id: ctx.viewer.company_id }, { fields: [`calendar ${day}`] })
  return oneDay(ctx, day)
}

async function oneDay(ctx: Ctx, day: string): Promise<contract.CalendarDay> {
  const [only] = (await calendarOf(ctx, { from: day, to: day })).days
  if (!only) throw new Error('a day that is none')
  return only
}

/** The days of a period as screens show them, with who said otherwise of which. */
async function calendarOf(ctx: Ctx, period: Period) {
  const [{ country, days }, own] = await together(companyDays(ctx, period), ownDays(ctx, period))
  return {
    country,
    days: days.map(({ day, kind, hours, official, holiday, exchanged_with }): contract.CalendarDay => {
      return { day, kind, minutes: minutesOf(hours), official, holiday, exchanged_with, own: own.get(day) ?? null }
    }),
  }
}

async function ownDays(ctx: Ctx, { from, to }: Period) {
  const rows = await ctx.db
    .selectFrom('calendar_days')
    .select(['day', 'note', 'set_by', 'set_at'])
    .where('company_id', '=', ctx.viewer.company_id)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .execute()
  const names = await memberNames(
    ctx,
    rows.map(({ set_by }) => set_by),
  )
  const said = (id: string) => ({ id, name: names.get(id) ?? '' })
  return new Map(rows.map(({ day, set_by, ...row }) => [day, { ...row, set_by: said(set_by) }]))
}
