import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { Ctx } from '#platform/ctx.ts'
import { type Hours, shortened } from './hours.ts'
import { type Country, officialDay, type OfficialDay } from './official.ts'
import { type Week, weekIn } from './working-week.ts'

type Kind = OfficialDay['kind']

/** A day of the company. */
export type CompanyDay = OfficialDay & {
  day: string
  /** From 0, Monday. */
  weekday: number
  /** When it is worked; null on days off. */
  hours: Hours | null
  /** Worked though the week has no hours then, as a Saturday instead of an eve. */
  extra: boolean
  /** What makes it other than the week: the law, or the company's own word. */
  marked: boolean
}

export type Period = { from: string; to: string }
export type CompanyCalendar = { country: Country | null; week: Week; days: CompanyDay[] }

/** Days of the company between two, both included (CAL-1 … CAL-4): one query. */
export async function companyDays(ctx: Ctx, { from, to }: Period): Promise<CompanyCalendar> {
  const { rows } = await sql<{ country: string; settings: unknown; own: { day: string; kind: Kind }[] }>`
    select c.country, c.settings, (select coalesce(json_agg(json_build_object('day', d.day, 'kind', d.kind)), '[]')
      from calendar_days d where d.company_id = c.id and d.day >= ${from} and d.day <= ${to}) as own
    from companies c where c.id = ${ctx.viewer.company_id}`.execute(ctx.db)
  const [company] = rows
  if (!company) throw new Error('a company that is none')
  const country = company.country === 'BY' || company.country === 'RU' ? company.country : null
  const week = weekIn(company.settings)
  const own = new Map(company.own.map(({ day, kind }) => [day, kind]))
  return { country, week, days: daysBetween(from, to).map((day) => dayOf(day, { country, week, said: own.get(day) })) }
}

const PLAIN = { official: null, holiday: null, exchanged_with: null }
type Ground = { country: Country | null; week: Week; said: Kind | undefined }

function dayOf(day: string, { country, week, said }: Ground): CompanyDay {
  const law = officialDay(country, day)
  const weekday = Temporal.PlainDate.from(day).dayOfWeek - 1
  const usual = week[weekday] ?? null
  // Of a plain day the week decides, not Monday to Friday; an eve that is no working day of theirs is none.
  const plain = law.official === null || (law.official === 'before_holiday' && !usual)
  const kind = said ?? (plain ? (usual ? 'work' : 'off') : law.kind)
  const extra = kind !== 'off' && !usual
  return {
    ...(plain ? PLAIN : law),
    kind,
    day,
    weekday,
    hours: hoursOf(kind, usual ?? firstOf(week)),
    extra,
    marked: said !== undefined || !plain,
  }
}

/** The hours of a day by its kind. */
export function hoursOf(kind: Kind, usual: Hours | null): Hours | null {
  if (kind === 'off' || !usual) return null
  return kind === 'short' ? shortened(usual) : usual
}

/** What is worked on a day that the week has no hours for. */
export const firstOf = (week: Week): Hours | null => week.find((hours) => hours !== null) ?? null

/** The days between two, both included. */
export function daysBetween(from: string, to: string): string[] {
  const start = Temporal.PlainDate.from(from)
  const count = start.until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days + 1
  return Array.from({ length: Math.max(0, count) }, (_, days) => start.add({ days }).toString())
}
