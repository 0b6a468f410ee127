import { LRUCache } from 'lru-cache'
import { Temporal } from 'temporal-polyfill'
import type { Holiday } from '#contract/time/calendar.ts'

/**
 * Holidays and moved days of Belarus and Russia, year by year.
 *
 * Belarus: Labour Code art. 147 and Decree of the President no. 157 of 26 March 1998 (days that nobody works), art. 116
 * (an hour less on the eve); each year's moves by a resolution of the Council of Ministers. A holiday on a day off moves
 * nothing. Russia: Labour Code art. 112 (a holiday on a day off moves that day to the next working one, January apart),
 * art. 95 (the eve); each year's moves by a resolution of the Government: no. 1314 of 10.08.2023 for 2024, no. 1335 of
 * 04.10.2024 for 2025, no. 1466 of 24.09.2025 for 2026. A Saturday that is worked instead of an eve is as short as that.
 */
type Law = { fixed: Readonly<Record<string, Holiday>>; radunitsa?: true; carries?: true }
/** A day off, and the Saturday worked for it, or the holiday on a day off that it stands for. */
type Move = { off: string; work?: string; holiday?: string }
export type Country = 'BY' | 'RU'

const LAWS: Record<Country, Law> = {
  BY: {
    fixed: {
      '01-01': 'by_new_year',
      '01-02': 'by_new_year',
      '01-07': 'by_christmas',
      '03-08': 'by_women',
      '05-01': 'by_labour',
      '05-09': 'victory',
      '07-03': 'by_independence',
      '11-07': 'by_october',
      '12-25': 'by_christmas_west',
    },
    radunitsa: true,
  },
  RU: {
    fixed: {
      ...Object.fromEntries(['01', '02', '03', '04', '05', '06', '08'].map((day) => [`01-${day}`, 'ru_new_year'])),
      '01-07': 'ru_christmas',
      '02-23': 'ru_defender',
      '03-08': 'ru_women',
      '05-01': 'ru_labour',
      '05-09': 'victory',
      '06-12': 'ru_russia',
      '11-04': 'ru_unity',
    },
    carries: true,
  },
}

/** What the governments have resolved. A year that is not here has not been resolved on when this was written. */
const MOVES: Record<Country, Record<number, readonly Move[]>> = {
  BY: {
    2024: [
      { off: '05-13', work: '05-18' },
      { off: '11-08', work: '11-16' },
    ],
    2025: [
      { off: '01-06', work: '01-11' },
      { off: '04-28', work: '04-26' },
      { off: '07-04', work: '07-12' },
      { off: '12-26', work: '12-20' },
    ],
    2026: [{ off: '04-20', work: '04-25' }],
  },
  RU: {
    2024: [
      { off: '04-29', work: '04-27' },
      { off: '04-30', work: '11-02' },
      { off: '05-10', holiday: '01-06' },
      { off: '12-30', work: '12-28' },
      { off: '12-31', holiday: '01-07' },
    ],
    2025: [
      { off: '05-02', holiday: '01-04' },
      { off: '05-08', holiday: '02-23' },
      { off: '06-13', holiday: '03-08' },
      { off: '11-03', work: '11-01' },
      { off: '12-31', holiday: '01-05' },
    ],
    2026: [
      { off: '01-09', holiday: '01-03' },
      { off: '12-31', holiday: '01-04' },
    ],
  },
}

type Why = 'holiday' | 'moved_off' | 'moved_work' | 'before_holiday'
export type OfficialDay = {
  kind: 'work' | 'short' | 'off'
  official: Why | null
  /** What is kept on the day; of an eve, what comes; of a holiday that the law carries on, which one. */
  holiday: Holiday | null
  /** The day that it was exchanged with by a resolution. */
  exchanged_with: string | null
}

export const movesKnown = (country: Country | null, year: number): boolean =>
  country === null || MOVES[country][year] !== undefined

/** What a day is by the law of a country; of no country a week of five days. */
export function officialDay(country: Country | null, day: string): Readonly<OfficialDay> {
  const key = `${country} ${day}`
  const made = known.get(key) ?? byLaw(country, day)
  known.set(key, made)
  return made
}

/** A month is looked at by everybody all day long, and Easter is to be worked out for each of its days. */
const known = new LRUCache<string, OfficialDay>({ max: 5000 })

function byLaw(country: Country | null, day: string): OfficialDay {
  const at = Temporal.PlainDate.from(day)
  const plain = says(at.dayOfWeek <= 5 ? 'work' : 'off', null)
  if (country === null) return plain
  const holiday = holidayOn(country, at)
  if (holiday) return says('off', 'holiday', { holiday })
  const moved = movedDay(country, at)
  if (moved) return moved
  const tomorrow = holidayOn(country, at.add({ days: 1 }))
  return plain.kind === 'work' && tomorrow ? says('short', 'before_holiday', { holiday: tomorrow }) : plain
}

const says = (kind: OfficialDay['kind'], official: Why | null, more: Partial<OfficialDay> = {}): OfficialDay => ({
  kind,
  official,
  holiday: null,
  exchanged_with: null,
  ...more,
})

function movedDay(country: Country, at: Temporal.PlainDate): OfficialDay | null {
  const moves = movesOf(country, at.year)
  const given = moves.find(({ off }) => off === monthDay(at))
  const taken = moves.find(({ work }) => work === monthDay(at))
  const other = given?.work ?? given?.holiday
  if (given) return says('off', 'moved_off', { exchanged_with: other ? dayOf(at.year, other) : null })
  const carried = resolvedOff(country, at) ? null : carriedTo(country, at)
  if (carried) return says('off', 'moved_off', { holiday: carried })
  if (!taken) return null
  const eve = holidayOn(country, Temporal.PlainDate.from(dayOf(at.year, taken.off)).add({ days: 1 }))
  return says(eve ? 'short' : 'work', 'moved_work', { exchanged_with: dayOf(at.year, taken.off) })
}

const movesOf = (country: Country, year: number): readonly Move[] => MOVES[country][year] ?? []
const monthDay = (at: Temporal.PlainDate): string => at.toString().slice(5)
const dayOf = (year: number, day: string): string => `${year}-${day}`

function holidayOn(country: Country, at: Temporal.PlainDate): Holiday | null {
  const { fixed, radunitsa } = LAWS[country]
  if (radunitsa && at.equals(orthodoxEaster(at.year).add({ days: 9 }))) return 'by_radunitsa'
  return fixed[monthDay(at)] ?? null
}

/** The day to which the law would carry a holiday that a resolution has given another day. */
const resolvedOff = (country: Country, at: Temporal.PlainDate): boolean =>
  movesOf(country, at.year).some(
    ({ holiday }) => holiday && firstFree(country, Temporal.PlainDate.from(dayOf(at.year, holiday))).equals(at),
  )

/** Of the working day after a holiday on a day off, where the law carries it on: which holiday. */
function carriedTo(country: Country, at: Temporal.PlainDate): Holiday | null {
  if (!LAWS[country].carries || at.dayOfWeek > 5) return null
  const before = [1, 2, 3, 4, 5].map((days) => at.subtract({ days }))
  const from = before.find((day) => {
    const carried = day.month !== 1 && day.dayOfWeek > 5 && holidayOn(country, day)
    return carried && firstFree(country, day).equals(at)
  })
  return from ? holidayOn(country, from) : null
}

function firstFree(country: Country, from: Temporal.PlainDate): Temporal.PlainDate {
  const next = from.add({ days: 1 })
  return next.dayOfWeek > 5 || holidayOn(country, next) ? firstFree(country, next) : next
}

/** By Meeus, in the Gregorian calendar; right from 1900 to 2099. */
function orthodoxEaster(year: number): Temporal.PlainDate {
  const d = (19 * (year % 19) + 15) % 30
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
  const sum = d + e + 114
  return Temporal.PlainDate.from({ year, month: Math.floor(sum / 31), day: (sum % 31) + 1 }).add({ days: 13 })
}
