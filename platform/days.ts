import { Temporal } from 'temporal-polyfill'

/** The calendar day of an instant in a time zone: `2026-03-10`. A company's days are in the company's zone. */
export function dayIn(time_zone: string, at: Date): string {
  const minute = Math.floor(at.getTime() / 60_000)
  const last = lately.get(time_zone)
  if (last?.minute === minute) return last.day
  const day = formatOf(time_zone).format(at)
  lately.set(time_zone, { minute, day })
  return day
}

/** What was asked last for each zone: nearly always today is asked, and no clock of the world changes within a minute. */
const lately = new Map<string, { minute: number; day: string }>()

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making a format costs far more than using it. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  // Sweden writes days as ISO 8601 does.
  const made = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' })
  formats.set(timeZone, made)
  return made
}

type Clock = { until: string; shifts: { since: string; offset: number }[] }

const clocks = new Map<string, Clock>()

/** How far a zone's clock is ahead of UTC from two years before to two years after an instant, kept for the year. */
export function clockOf(time_zone: string, at: Date): Clock {
  const year = at.getUTCFullYear()
  const key = `${time_zone} ${year}`
  const known = clocks.get(key)
  if (known) return known
  const made = clockBetween(time_zone, `${year - 2}-01-01T00:00:00Z`, `${year + 3}-01-01T00:00:00Z`)
  clocks.set(key, made)
  return made
}

function clockBetween(time_zone: string, from: string, until: string): Clock {
  const end = Temporal.Instant.from(until).epochMilliseconds
  const shifts: Clock['shifts'] = []
  let at: Temporal.ZonedDateTime | null = Temporal.Instant.from(from).toZonedDateTimeISO(time_zone)
  for (; at && at.epochMilliseconds < end; at = at.getTimeZoneTransition('next'))
    shifts.push({ since: at.toInstant().toString(), offset: at.offsetNanoseconds / 60e9 })
  return { until, shifts }
}
