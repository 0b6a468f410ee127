import { clock, dayOf, instantOf } from './format.ts'

/** A day, and the hour if one was typed. */
export type Typed = { day: string; clock: string | null }

const NAMED: readonly [RegExp, number][] = [
  [/^(сег(одня)?|today|tod)$/, 0],
  [/^(зав(тра)?|tomorrow|tom)$/, 1],
  [/^(послезавтра|пз)$/, 2],
]
const WEEKDAYS: readonly RegExp[] = [
  /^(вс|воскр\p{L}*|sun\p{L}*)$/u,
  /^(пн|пон\p{L}*|mon\p{L}*)$/u,
  /^(вт|втор\p{L}*|tue\p{L}*)$/u,
  /^(ср|сред\p{L}*|wed\p{L}*)$/u,
  /^(чт|четв\p{L}*|thu\p{L}*)$/u,
  /^(пт|пятн\p{L}*|fri\p{L}*)$/u,
  /^(сб|субб\p{L}*|sat\p{L}*)$/u,
]

/**
 * What a person typed as a day and an hour: «10.03 12:00», «завтра 9», «пт 14.30», «18:00» (today).
 * A day without a year is the nearest: of this year, unless that is more than half a year ago. Null when unreadable.
 */
export function readTyped(typed: string, now = new Date()): Typed | null {
  const parts = typed
    .toLowerCase()
    .replace(/[,]/g, ' ')
    .trim()
    .split(/\s+/)
    .filter((part) => !/^(в|к|до|at|by|г\.?)$/.test(part))
  const [first = '', second, ...rest] = parts
  if (!first || rest.length > 0) return null
  const today = dayOf(now)
  if (second === undefined && /^\d{1,2}[:ч]/.test(first)) return withClock(today, first)
  const day = readDay(first, today)
  if (!day) return null
  return second === undefined ? { day, clock: null } : withClock(day, second)
}

function withClock(day: string, typed: string): Typed | null {
  const read = readClock(typed)
  return read ? { day, clock: read } : null
}

/** «9», «9ч», «09:30», «9.30», «9-30», «0930». */
export function readClock(typed: string): string | null {
  const [, h = '', min = '00'] = /^(\d{1,2})(?:[:.\-ч](\d{2})|ч)?$/.exec(typed) ?? /^(\d{2})(\d{2})$/.exec(typed) ?? []
  if (!h || Number(h) > 23 || Number(min) > 59) return null
  return `${h.padStart(2, '0')}:${min}`
}

function readDay(typed: string, today: string): string | null {
  const named = NAMED.find(([pattern]) => pattern.test(typed))
  if (named) return shifted(today, named[1])
  const weekday = WEEKDAYS.findIndex((pattern) => pattern.test(typed.replace(/\.$/, '')))
  if (weekday >= 0) return shifted(today, (weekday - new Date(`${today}T00:00Z`).getUTCDay() + 7) % 7)
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed)
  if (iso) return real(iso[1], iso[2], iso[3])
  const [, d, m, y] = /^(\d{1,2})[./](\d{1,2})(?:[./](\d{4}|\d{2}))?\.?$/.exec(typed) ?? []
  if (!d || !m) return null
  return y ? real(y.length === 2 ? `20${y}` : y, m, d) : nearest(m, d, today)
}

function nearest(m: string, d: string, today: string): string | null {
  const year = Number(today.slice(0, 4))
  const here = real(String(year), m, d)
  return here && here < shifted(today, -183) ? real(String(year + 1), m, d) : here
}

function real(y = '', m = '', d = ''): string | null {
  const text = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`
  return new Date(`${text}T00:00Z`).toJSON()?.slice(0, 10) === text ? text : null
}

/** The day so many days later. */
export function shifted(day: string, days: number): string {
  const at = new Date(`${day}T00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toJSON().slice(0, 10)
}

/** The instant of what was typed; `hour` is taken where none was. Null when unreadable. */
export function typedInstant(typed: string, hour: string, now = new Date()): string | null {
  const read = readTyped(typed, now)
  return read && instantOf(read.day, read.clock ?? hour)
}

/** An instant as a person would type it: «10.03.2026 12:00». */
export function typedForm(at: string): string {
  const on = at.length === 10 ? at : dayOf(at)
  const digits = on.split('-').toReversed().join('.')
  return at.length === 10 ? digits : `${digits} ${clock(at)}`
}
