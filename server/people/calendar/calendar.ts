import { Temporal } from 'temporal-polyfill'
import type * as contract from '#contract/calendar.ts'
import type { Input } from '#contract/endpoint.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { insist, no } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { countryOf, memberNames } from '../names.ts'
import { can } from '../rights.ts'
import { type Country, movesKnown, officialDay } from './official.ts'

const MINUTES = { work: 480, short: 420, off: 0 }

/** The working calendar of a year (CAL-1, CAL-2): what the law of the country says, and the company's own days. */
export async function getCalendar(ctx: Ctx, { year }: Input<typeof contract.getCalendar>) {
  const country = await lawOf(ctx)
  const days = await daysBetween(ctx, country, { from: `${year}-01-01`, to: `${year}-12-31` })
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
  const [only] = await daysBetween(ctx, await lawOf(ctx), { from: day, to: day })
  if (!only) throw new Error('a day that is none')
  return only
}

async function lawOf(ctx: Ctx): Promise<Country | null> {
  const country: string = await countryOf(ctx)
  return country === 'BY' || country === 'RU' ? country : null
}

type Period = { from: string; to: string }

async function daysBetween(ctx: Ctx, country: Country | null, { from, to }: Period): Promise<contract.CalendarDay[]> {
  const rows = await ctx.db
    .selectFrom('calendar_days')
    .select(['day', 'kind', 'note', 'set_by', 'set_at'])
    .where('company_id', '=', ctx.viewer.company_id)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .execute()
  const names = await memberNames(
    ctx,
    rows.map(({ set_by }) => set_by),
  )
  const own = new Map(rows.map((row) => [row.day, row]))
  return daysOf(from, to).map((day) => {
    const [law, said] = [officialDay(country, day), own.get(day)]
    const kind = said?.kind ?? law.kind
    const who = said && { id: said.set_by, name: names.get(said.set_by) ?? '' }
    const word = said && who ? { note: said.note, set_by: who, set_at: said.set_at } : null
    return { day, kind, minutes: MINUTES[kind], official: law.official, own: word }
  })
}

function daysOf(from: string, to: string): string[] {
  const start = Temporal.PlainDate.from(from)
  const count = start.until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days + 1
  return Array.from({ length: count }, (_, days) => start.add({ days }).toString())
}
