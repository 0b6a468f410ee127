import type { DayOfPerson, Span } from '#server/people/index.ts'

/** A task's time by the clock on the wall, in minutes since 1970; without an end, what it is estimated at, or neither. */
export type Window = [task_id: string, start: number, end: number | null, estimate: number | null]
/** A part of a task on one day. A point has no length: nobody has said how long it takes. */
export type PlannedPiece = Span & { task_id: string; minutes: number; point: boolean }
export type PlannedDay = { minutes: number; pieces: PlannedPiece[] }

/** A day on which nothing is planned. */
export const FREE: PlannedDay = { minutes: 0, pieces: [] }

const DAY = 1440
/** Longer estimates fill the days that follow; shorter ones are done in one go. */
export const ONE_GO = 600

type Share = { at: number; piece: Span; minutes: number }

/** Parts tasks among a person's days, of which the first is `first`, counted from 1970 (TSK-15). */
export function spread(windows: readonly Window[], hours: readonly DayOfPerson[], first: number): PlannedDay[] {
  // Most days of most people are free: of sixteen hundred people fifty thousand a month need no object of their own.
  const days = Array<PlannedDay>(hours.length).fill(FREE)
  for (const [task_id, start, end, estimate] of windows) {
    const time = { start: start - first * DAY, end: end === null ? null : end - first * DAY, estimate }
    for (const { at, piece, minutes } of sharesOf(time, hours)) {
      const day = days[at]
      if (!day) continue
      const part = { from: piece.from, to: piece.to, task_id, minutes, point: piece.from === piece.to }
      if (day === FREE) days[at] = { minutes, pieces: [part] }
      else {
        day.minutes += minutes
        day.pieces.push(part)
      }
    }
  }
  return days
}

type Time = { start: number; end: number | null; estimate: number | null }

function sharesOf({ start, end, estimate }: Time, hours: readonly DayOfPerson[]): Share[] {
  if (end === null && estimate === null) return [point(start)]
  if (end === null && estimate !== null && estimate > ONE_GO) return filling(start, estimate, hours)
  const until = end ?? start + (estimate ?? 0)
  const long = until - start > DAY
  const shares = stretches(start, until).map(({ at, piece }) => {
    return { at, piece, minutes: workIn(piece, hours[at], long) }
  })
  return estimate === null ? shares : scaled(shares, estimate)
}

function point(start: number): Share {
  const minute = start - Math.floor(start / DAY) * DAY
  return { at: Math.floor(start / DAY), piece: { from: minute, to: minute }, minutes: 0 }
}

/** A stretch of time by the days it stands on. */
function stretches(start: number, end: number): { at: number; piece: Span }[] {
  const found: { at: number; piece: Span }[] = []
  for (let at = Math.floor(start / DAY); at * DAY < end; at++)
    found.push({ at, piece: { from: Math.max(0, start - at * DAY), to: Math.min(DAY, end - at * DAY) } })
  return found
}

/**
 * Minutes of work in a piece of a day. Within the hours of the person no more than he works that day, for a task as long as
 * the day has its break too; outside them every minute, unless the task goes over several days: nobody works its nights.
 */
function workIn(piece: Span, day: DayOfPerson | undefined, long: boolean): number {
  const { minutes, spans } = day ?? { minutes: 0, spans: [] }
  const inside = spans.reduce((sum, span) => sum + common(span, piece), 0)
  return Math.min(inside, minutes) + (long ? 0 : piece.to - piece.from - inside)
}

const common = (a: Span, b: Span): number => Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from))

/** An estimate that is less than the time given is parted as the time is; where no time is worked, the first day has it. */
function scaled(shares: Share[], estimate: number): Share[] {
  const total = shares.reduce((sum, { minutes }) => sum + minutes, 0)
  if (total === 0) return shares.map((share, n) => (n === 0 ? { ...share, minutes: estimate } : share))
  if (estimate >= total) return shares
  let [seen, given] = [0, 0]
  return shares.map((share) => {
    seen += share.minutes
    const until = Math.round((seen * estimate) / total)
    const minutes = until - given
    given = until
    return { ...share, minutes }
  })
}

/** Work without an end takes what is left of each day until it is done. */
function filling(start: number, estimate: number, hours: readonly DayOfPerson[]): Share[] {
  const shares: Share[] = []
  let left = estimate
  for (let at = Math.floor(start / DAY); left > 0 && at < hours.length; at++) {
    const piece = { from: Math.max(0, start - at * DAY), to: DAY }
    const minutes = at < 0 ? 0 : Math.min(left, workIn(piece, hours[at], true))
    if (minutes > 0) shares.push({ at, piece: within(piece, hours[at]), minutes })
    left -= minutes
  }
  return shares.length > 0 ? shares : [point(start)]
}

/** Where in the day it stands: from when the person is there. */
function within(piece: Span, day: DayOfPerson | undefined): Span {
  const spans = day?.spans ?? []
  const from = Math.max(piece.from, spans[0]?.from ?? 0)
  return { from, to: Math.max(from, Math.min(piece.to, spans.at(-1)?.to ?? DAY)) }
}
