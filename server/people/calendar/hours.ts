import type { DayHours } from '#contract/time/schedules.ts'

export type Hours = DayHours
/** Minutes of a day by the clock on the wall, from 0 to 1440. */
export type Span = { from: number; to: number }
/** What is worked on one calendar day: how long, and when. The break counts in no span's place, only in the minutes. */
export type Worked = { minutes: number; spans: readonly Span[] }

export const DAY = 24 * 60
const SHORTER = 60
export const NOTHING: Worked = { minutes: 0, spans: [] }

/** «09:30» is 570. */
export const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))

/** 570 is «09:30»; the end of a day is written as the beginning of the next. */
export function clockOf(minute: number): string {
  const [hours, minutes] = [Math.floor(minute / 60) % 24, minute % 60]
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

/** How long a person is there, break and all. Hours that end when they begin go round the clock. */
export function lengthOf({ from, to }: Hours): number {
  const length = minuteOf(to) - minuteOf(from)
  return length > 0 ? length : length + DAY
}

export const minutesOf = (hours: Hours | null): number => (hours ? lengthOf(hours) - hours.break_minutes : 0)

/** The hours of an eve: one less at the end. */
export function shortened(hours: Hours): Hours | null {
  if (minutesOf(hours) <= SHORTER) return null
  return { ...hours, to: clockOf(minuteOf(hours.from) + lengthOf(hours) - SHORTER) }
}

/** The hours that begin on a day, by the calendar days they stand on. The break is in the longer part. */
export function partsOf(hours: Hours): { own: Worked; next: Worked } {
  const begin = minuteOf(hours.from)
  const end = begin + lengthOf(hours)
  const rest = hours.break_minutes
  if (end <= DAY) return { own: { minutes: end - begin - rest, spans: [{ from: begin, to: end }] }, next: NOTHING }
  const [before, after] = [DAY - begin, end - DAY]
  const first = before >= after
  return {
    own: part({ from: begin, to: DAY }, first ? rest : 0),
    next: part({ from: 0, to: after }, first ? 0 : rest),
  }
}

const part = (span: Span, rest: number): Worked => ({
  minutes: Math.max(0, span.to - span.from - rest),
  spans: [span],
})

/** What ended after midnight, and what began on the day itself. */
export function joined(early: Worked, own: Worked): Worked {
  if (early.spans.length === 0) return own
  if (own.spans.length === 0) return early
  return { minutes: early.minutes + own.minutes, spans: [...early.spans, ...own.spans] }
}

/**
 * What is left of a day without a part of it. Whoever is there for more than half of it has his break; of a shorter rest
 * every minute counts.
 */
export function without({ minutes, spans }: Worked, away: Span): Worked {
  const left = spans.flatMap(({ from, to }) =>
    [
      { from, to: Math.min(to, away.from) },
      { from: Math.max(from, away.to), to },
    ].filter((span) => span.to > span.from),
  )
  const [whole, rest] = [sum(spans), sum(left)]
  if (rest === whole) return { minutes, spans }
  return { minutes: Math.min(minutes, rest * 2 > whole ? rest - (whole - minutes) : rest), spans: left }
}

export const sum = (spans: readonly Span[]): number => spans.reduce((all, { from, to }) => all + to - from, 0)
