import { dayIn } from '#platform/days.ts'

export type DayMinutes = { day: string; minutes: number }
type Span = { from: Date; to: Date; time_zone: string }

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/**
 * The minutes of a stretch of work by the calendar days of a zone (TSK-6): a clock that ran over midnight makes an
 * entry for each day. Less than a minute counts as one; the days add up to the whole, rounded once.
 */
export function splitByDays({ from, to, time_zone }: Span): DayMinutes[] {
  const days: DayMinutes[] = []
  const whole = Math.max(1, minutesBetween(from, to))
  let [begin, counted] = [from, 0]
  while (dayIn(time_zone, begin) !== dayIn(time_zone, to) && begin < to) {
    const midnight = nextMidnight(begin, time_zone)
    const until = Math.min(whole, minutesBetween(from, midnight))
    days.push({ day: dayIn(time_zone, begin), minutes: until - counted })
    ;[begin, counted] = [midnight, until]
  }
  days.push({ day: dayIn(time_zone, begin), minutes: whole - counted })
  return days.filter(({ minutes }) => minutes > 0)
}

const minutesBetween = (from: Date, to: Date): number => Math.round((to.getTime() - from.getTime()) / MINUTE)

/** The first instant of the next day: found by halving, for a day has 23, 24 or 25 hours and zones know best. */
function nextMidnight(at: Date, time_zone: string): Date {
  const day = dayIn(time_zone, at)
  let [low, high] = [at.getTime(), at.getTime() + 26 * HOUR]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (dayIn(time_zone, new Date(middle)) === day) low = middle
    else high = middle
  }
  return new Date(high)
}
