import { dayOf, instantOf } from '#web/platform/format.ts'
import type { Word } from '#words/index.ts'

type Choice = { word: Word; at: string }

/** Until when a dialogue may be put off: later today, tomorrow's morning, the next week's. */
export function snoozes(now = new Date()): Choice[] {
  const today = dayOf(now)
  const later = (days: number) => dayOf(new Date(Date.parse(`${today}T12:00:00Z`) + days * 86_400_000))
  // Monday is 1; from a Monday on it is the next one.
  const weekday = new Date(`${today}T12:00:00Z`).getUTCDay()
  const all: Choice[] = [
    { word: 'inbox.snooze.hour', at: new Date(now.getTime() + 60 * 60_000).toISOString() },
    { word: 'inbox.snooze.evening', at: instantOf(today, '17:00') },
    { word: 'inbox.snooze.tomorrow', at: instantOf(later(1), '09:00') },
    { word: 'inbox.snooze.monday', at: instantOf(later((8 - weekday) % 7 || 7), '09:00') },
  ]
  return all.filter(({ at }) => Date.parse(at) > now.getTime() + 30 * 60_000)
}
