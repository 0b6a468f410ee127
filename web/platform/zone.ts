import type { ZoneClock } from '#contract/member-card.ts'

const MINUTE = 60_000

/** The company's time zone, set at start from the session: days and hours are its own, never the browser's. */
let zone = 'Europe/Minsk'
let known: { from: number; until: number; shifts: { since: number; offset: number }[] } | undefined
let asked: Intl.DateTimeFormat | undefined

/**
 * Tells the zone, and how far its clock is ahead of UTC in the years around now. The browser knows that too, but to look
 * up its own data for the first time takes a phone a tenth of a second and more, before anything is drawn.
 */
export function setTimeZone(next: string, clock?: ZoneClock): void {
  if (next !== zone) asked = undefined
  zone = next
  const shifts = clock?.shifts.map(({ since, offset }) => ({ since: Date.parse(since), offset: offset * MINUTE }))
  const first = shifts?.[0]
  known = clock && shifts && first && { from: first.since, until: Date.parse(clock.until), shifts }
}

/** By how many milliseconds the company's clock is ahead of UTC at an instant. */
export function offsetAt(at: number): number {
  if (!known || at < known.from || at >= known.until) return offsetOfBrowser(at)
  return known.shifts.findLast(({ since }) => since <= at)?.offset ?? offsetOfBrowser(at)
}

/** The company's wall clock at an instant: its fields are read as those of UTC. */
export const wallAt = (at: number): Date => new Date(at + offsetAt(at))

function offsetOfBrowser(at: number): number {
  asked ??= new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  })
  const wall = Date.parse(`${asked.format(at).replace(' ', 'T')}Z`)
  return wall - Math.floor(at / 1000) * 1000
}
