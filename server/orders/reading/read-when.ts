import { Temporal } from 'temporal-polyfill'
import type { Span } from './fold.ts'
import { type FoundDay, readDays } from './read-dates.ts'
import { type FoundTime, inDay, readTimes } from './read-times.ts'

export type FoundWhen = {
  value: string
  sure: boolean
  /** The pieces that say it; they need not stand together. */
  spans: Span[]
}

export type WhenRead = { when: FoundWhen | null; /** Everything that speaks of time, the past too. */ spans: Span[] }

const MORNING = Temporal.PlainTime.from('09:00')

/** When somebody is wanted: the first day to come that a folded text names, with the time that belongs to it (RDG-2). */
export function readWhen(text: string, { now, time_zone }: { now: Date; time_zone: string }): WhenRead {
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(time_zone)
  const days = readDays(text, here)
  const times = readTimes(text).filter((time) => !days.some((day) => time.start < day.end && day.start < time.end))
  const own = new Map(days.map((day) => [day, timesBeside(text, day, times)]))
  const taken = new Set([...own.values()].flat())
  const loose = times.filter((time) => time.alone && !taken.has(time))
  const spans = [...days, ...taken, ...loose].map(({ start, end }) => ({ start, end }))
  for (const day of days) {
    if (day.day === null) continue
    const beside = own.get(day) ?? []
    // «10 марта нужны электрики к 12:00»: one time for one day, wherever it stands.
    const said = beside.length === 0 && loose.length === 1 ? loose : beside
    const when = momentOf(here, day, said)
    if (when) return { when: { ...when, spans: [day, ...said].map(({ start, end }) => ({ start, end })) }, spans }
  }
  const [first] = loose
  if (first === undefined || days.length > 0) return { when: null, spans }
  return { when: { ...nextTime(here, first), spans: [{ start: first.start, end: first.end }] }, spans }
}

const GAP = /^[\s,;:()—–-]*(?:(?:г|года|год)\.?)?[\s,]*(?:часов\s+)?(?:в|к|на|с|о|около|at|on|by|ў|у)?\s*$/u

/** The times that stand right before or after a day: «в 10 утра 12 марта», «сегодня вечером, часов в 7». */
function timesBeside(text: string, day: Span, times: readonly FoundTime[]): FoundTime[] {
  let { start, end } = day
  const beside: FoundTime[] = []
  for (const time of times.filter((each) => each.start >= day.end)) {
    if (!GAP.test(text.slice(end, time.start))) break
    beside.push(time)
    end = time.end
  }
  for (const time of times.filter((each) => each.end <= day.start).toReversed()) {
    if (!GAP.test(text.slice(time.end, start))) break
    beside.unshift(time)
    start = time.start
  }
  return beside
}

type Moment = { value: string; sure: boolean }

function momentOf(
  here: Temporal.ZonedDateTime,
  { day, sure, weekly, moment }: FoundDay,
  times: readonly FoundTime[],
): Moment | null {
  if (moment) return said(moment, true)
  if (day === null) return null
  const time = together(times)
  const at = onDay(here, day, time)
  if (Temporal.ZonedDateTime.compare(at, here) > 0)
    return said(at, time !== null && time.sure && (sure || weekly !== true))
  if (weekly) return said(at.add({ weeks: 1 }), time?.sure ?? false)
  // «сегодня» after nine in the morning: the next whole hour.
  if (time !== null && time.part === null) return null
  return said(here.add({ hours: 1 }).round({ smallestUnit: 'hour', roundingMode: 'floor' }), false)
}

/** «вечером, часов в 7» is one time: the part of the day says which seven. */
function together(times: readonly FoundTime[]): FoundTime | null {
  const exact = times.find(({ sure, part }) => sure || part === null) ?? times[0]
  const part = times.find((time) => time.part !== null)?.part ?? null
  if (exact === undefined) return null
  if (exact.part !== null || part === null || exact.hour >= 12 + 7) return exact
  const hour = exact.hour < 12 ? inDay(exact.hour, part) : exact.hour
  return { ...exact, hour, sure: true }
}

function onDay(here: Temporal.ZonedDateTime, day: Temporal.PlainDate, time: FoundTime | null): Temporal.ZonedDateTime {
  const plainTime = time === null ? MORNING : Temporal.PlainTime.from({ hour: time.hour % 24, minute: time.minute })
  return day.toZonedDateTime({ timeZone: here.timeZoneId, plainTime })
}

/** A time without a day: today, or tomorrow when it is over. */
function nextTime(here: Temporal.ZonedDateTime, time: FoundTime): Moment {
  const today = onDay(here, here.toPlainDate(), time)
  if (Temporal.ZonedDateTime.compare(today, here) > 0) return said(today, time.sure)
  return said(today.add({ days: 1 }), false)
}

const said = (at: Temporal.ZonedDateTime, sure: boolean): Moment => ({
  value: new Date(at.epochMilliseconds).toISOString(),
  sure,
})
