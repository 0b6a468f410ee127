import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { AbsenceKind } from '#contract/time/absences.ts'
import type { Ctx } from '#platform/ctx.ts'
import { amongMany } from '#platform/db/among.ts'
import { elevated } from '#platform/db/transaction.ts'
import { together } from '#platform/together.ts'
import { type CompanyDay, companyDays, firstOf, hoursOf, type Period } from './company-days.ts'
import { DAY, type Hours, joined, NOTHING, partsOf, without, type Worked } from './hours.ts'

/** Why a person is away on a day, and whether for the whole of it. */
export type Away = { id: string; kind: AbsenceKind; whole: boolean }
/** One day of one person: minutes that he works, the spans in which he is there, and why he is not. */
export type DayOfPerson = Worked & { absence: Away | null }
export type Availability = {
  days: readonly CompanyDay[]
  /** Day by day, as `days`. */
  of(member_id: string): readonly DayOfPerson[]
}

/**
 * When people work on days of the company, both ends included (CAL-5, CAL-6, ABS-1): the company's calendar, their own
 * schedules, less their confirmed absences. Two queries, whatever the number of people; people who work as the company
 * does share one answer.
 */
export async function availability(
  ctx: Ctx,
  member_ids: readonly string[],
  from: string,
  to: string,
): Promise<Availability> {
  // Hours that go over midnight begin the day before.
  const period = { from: Temporal.PlainDate.from(from).subtract({ days: 1 }).toString(), to }
  const [{ days }, special] = await elevated(ctx, (own) =>
    together(companyDays(own, period), specialOf(own, member_ids, period)),
  )
  const usual = daysWorked(days, ({ hours }) => hours).map((worked) => ({ ...worked, absence: null }))
  const known = new Map<string, readonly DayOfPerson[]>()
  return {
    days: days.slice(1),
    of(member_id) {
      const one = special.get(member_id)
      if (!one) return usual
      const made = known.get(member_id) ?? daysOf(one, days)
      known.set(member_id, made)
      return made
    },
  }
}

type Own = {
  kind: 'weekly' | 'shifts'
  pattern: (Hours | null)[]
  follows_calendar: boolean
  from_day: string
  to_day: string | null
}
type Absent = {
  id: string
  kind: AbsenceKind
  from_day: string
  to_day: string
  from_minute: number | null
  to_minute: number | null
}
type Special = { schedules: Own[]; absences: Absent[] }

/** What is special about these people in a period; of most there is nothing. */
async function specialOf(ctx: Ctx, member_ids: readonly string[], { from, to }: Period): Promise<Map<string, Special>> {
  const theirs = sql`company_id = ${ctx.viewer.company_id} and ${amongMany('member_id', member_ids)}
    and from_day <= ${to} and (to_day is null or to_day >= ${from})`
  const { rows } = await sql<{ member_id: string; schedule: Own | null; absence: Absent | null }>`
    select * from (
      select member_id, jsonb_build_object('kind', kind, 'pattern', pattern, 'follows_calendar', follows_calendar,
        'from_day', from_day, 'to_day', to_day) as schedule, null::jsonb as absence, from_day, made_at
      from work_schedules where ${theirs}
      union all
      select member_id, null, jsonb_build_object('id', id, 'kind', kind, 'from_day', from_day, 'to_day', to_day,
        'from_minute', from_minute, 'to_minute', to_minute), from_day, entered_at
      from absences where ${theirs} and state = 'confirmed') own
    order by from_day, made_at`.execute(ctx.db)
  return new Map(
    [...Map.groupBy(rows, ({ member_id }) => member_id)].map(([member_id, own]) => [
      member_id,
      {
        schedules: own.flatMap(({ schedule }) => schedule ?? []),
        absences: own.flatMap(({ absence }) => absence ?? []),
      },
    ]),
  )
}

function daysOf({ schedules, absences }: Special, days: readonly CompanyDay[]): DayOfPerson[] {
  const worked = daysWorked(days, (day) => hoursBy(schedules, day))
  return worked.map((one, at) => away(one, absences, days[at + 1]?.day ?? ''))
}

/** Begins a day late: the first only lends its hours after midnight to the second. */
function daysWorked(days: readonly CompanyDay[], hours: (day: CompanyDay) => Hours | null): Worked[] {
  const parts = days.map((day) => {
    const own = hours(day)
    return own ? partsOf(own) : NO_PARTS
  })
  return parts.slice(1).map(({ own }, at) => joined(parts[at]?.next ?? NOTHING, own))
}
const NO_PARTS = { own: NOTHING, next: NOTHING }

/** Of several schedules that cover a day the one that began later holds; without one he works as the company does. */
function hoursBy(schedules: readonly Own[], on: CompanyDay): Hours | null {
  const { day, marked, kind, extra, weekday } = on
  const held = schedules.findLast(({ from_day, to_day }) => from_day <= day && (to_day === null || to_day >= day))
  if (!held) return on.hours
  const { pattern, from_day, follows_calendar } = held
  const weekly = held.kind === 'weekly'
  const own = pattern[weekly ? weekday : (epochDay(day) - epochDay(from_day)) % pattern.length] ?? null
  if (!follows_calendar || !marked) return own
  return hoursOf(kind, own ?? (weekly && extra ? firstOf(pattern) : null))
}

const epochDay = (day: string): number => Date.parse(day) / 86_400_000

function away(worked: Worked, absences: readonly Absent[], day: string): DayOfPerson {
  const here = absences.filter(({ from_day, to_day }) => from_day <= day && to_day >= day)
  return here.reduce<DayOfPerson>(
    (left, { id, kind, from_minute, to_minute }) => {
      const whole = from_minute === null
      const rest = whole ? NOTHING : without(left, { from: from_minute, to: to_minute ?? DAY })
      return { ...rest, absence: left.absence?.whole ? left.absence : { id, kind, whole } }
    },
    { ...worked, absence: null },
  )
}
