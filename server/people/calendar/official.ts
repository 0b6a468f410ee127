import { Temporal } from 'temporal-polyfill'

/**
 * Holidays and moved days of Belarus and Russia, year by year.
 *
 * Belarus: Labour Code art. 147 and Decree of the President no. 157 of 26 March 1998 (days that nobody works), art. 116
 * (an hour less on the eve); each year's moves by a resolution of the Council of Ministers. A holiday on a day off moves
 * nothing. Russia: Labour Code art. 112 (a holiday on a day off moves that day to the next working one, January apart),
 * art. 95 (the eve); each year's moves by a resolution of the Government: no. 1314 of 10.08.2023 for 2024, no. 1335 of
 * 04.10.2024 for 2025, no. 1466 of 24.09.2025 for 2026. A Saturday that is worked instead of an eve is as short as that.
 */
type Law = { fixed: readonly string[]; radunitsa?: true; carries?: true }
type Move = { off: string; work?: string }
export type Country = 'BY' | 'RU'

const LAWS: Record<Country, Law> = {
  BY: { fixed: ['01-01', '01-02', '01-07', '03-08', '05-01', '05-09', '07-03', '11-07', '12-25'], radunitsa: true },
  RU: {
    fixed: ['01-01', '01-02', '01-03', '01-04', '01-05', '01-06', '01-07', '01-08'].concat(
      '02-23',
      '03-08',
      '05-01',
      '05-09',
      '06-12',
      '11-04',
    ),
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
      { off: '05-10' },
      { off: '12-30', work: '12-28' },
      { off: '12-31' },
    ],
    2025: [{ off: '05-02' }, { off: '05-08' }, { off: '06-13' }, { off: '11-03', work: '11-01' }, { off: '12-31' }],
    2026: [{ off: '01-09' }, { off: '12-31' }],
  },
}

type Why = 'holiday' | 'moved_off' | 'moved_work' | 'before_holiday'
export type OfficialDay = { kind: 'work' | 'short' | 'off'; official: Why | null }

export const movesKnown = (country: Country | null, year: number): boolean =>
  country === null || MOVES[country][year] !== undefined

/** What a day is by the law of a country; of no country a week of five days. */
export function officialDay(country: Country | null, day: string): OfficialDay {
  const at = Temporal.PlainDate.from(day)
  const plain: OfficialDay = { kind: at.dayOfWeek <= 5 ? 'work' : 'off', official: null }
  if (country === null) return plain
  if (isHoliday(country, at)) return { kind: 'off', official: 'holiday' }
  const moves = MOVES[country][at.year]
  if (moves?.some(({ off }) => off === monthDay(at)) || (!resolvedOff(country, at) && carriedTo(country, at)))
    return { kind: 'off', official: 'moved_off' }
  const from = moves?.find(({ work }) => work === monthDay(at))
  if (from) return { kind: isEve(country, inYear(at.year, from.off)) ? 'short' : 'work', official: 'moved_work' }
  return plain.kind === 'work' && isEve(country, at) ? { kind: 'short', official: 'before_holiday' } : plain
}

const monthDay = (at: Temporal.PlainDate): string => at.toString().slice(5)
const inYear = (year: number, day: string) => Temporal.PlainDate.from(`${year}-${day}`)
const isEve = (country: Country, at: Temporal.PlainDate) => isHoliday(country, at.add({ days: 1 }))

function isHoliday(country: Country, at: Temporal.PlainDate): boolean {
  const { fixed, radunitsa } = LAWS[country]
  return fixed.includes(monthDay(at)) || (radunitsa === true && at.equals(orthodoxEaster(at.year).add({ days: 9 })))
}

/** Holidays of this year on a Saturday or Sunday that a resolution has given another day. */
const GIVEN_AWAY: readonly string[] = ['2025-02-23', '2025-03-08']
const resolvedOff = (country: Country, at: Temporal.PlainDate) =>
  country === 'RU' && GIVEN_AWAY.some((day) => firstFree('RU', Temporal.PlainDate.from(day)).equals(at))

/** The Monday after a holiday on a day off, where the law carries it on. */
function carriedTo(country: Country, at: Temporal.PlainDate): boolean {
  if (!LAWS[country].carries || at.dayOfWeek > 5) return false
  const before = [1, 2, 3, 4, 5].map((days) => at.subtract({ days }))
  return before.some((day) => {
    const carried = day.month !== 1 && day.dayOfWeek > 5 && isHoliday(country, day)
    return carried && firstFree(country, day).equals(at)
  })
}

function firstFree(country: Country, from: Temporal.PlainDate): Temporal.PlainDate {
  const next = from.add({ days: 1 })
  return next.dayOfWeek > 5 || isHoliday(country, next) ? firstFree(country, next) : next
}

/** By Meeus, in the Gregorian calendar; right from 1900 to 2099. */
function orthodoxEaster(year: number): Temporal.PlainDate {
  const d = (19 * (year % 19) + 15) % 30
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
  const sum = d + e + 114
  return Temporal.PlainDate.from({ year, month: Math.floor(sum / 31), day: (sum % 31) + 1 }).add({ days: 13 })
}
