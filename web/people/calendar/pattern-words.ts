import type { DayHours, Schedule } from '#contract/time/schedules.ts'
import { locale, t } from '#web/platform/words.ts'

const bare = (clock: string): string => clock.replace(/^0/, '')
const hoursOf = ({ from, to }: DayHours): string => `${bare(from)}–${bare(to)}`
// The fifth of January 2026 is a Monday.
const weekday = (at: number): string =>
  new Intl.DateTimeFormat(locale(), { weekday: 'short', timeZone: 'UTC' }).format(Date.UTC(2026, 0, 5 + at))

/** «пн–ср 9:00–14:00, сб 10:00–15:00»; «смены: 2 через 2, 8:00–20:00». */
export function patternWords({ kind, pattern }: Pick<Schedule, 'kind' | 'pattern'>): string {
  return kind === 'shifts' ? shiftWords(pattern) : weekWords(pattern)
}

function shiftWords(pattern: Schedule['pattern']): string {
  const worked = pattern.filter((hours) => hours !== null)
  const [first] = worked
  const simple =
    first &&
    worked.every((hours) => hoursOf(hours) === hoursOf(first)) &&
    pattern.slice(worked.length).every((hours) => !hours)
  if (!first || !simple) return t('schedule.shifts_mixed', { n: pattern.length })
  return t('schedule.shifts_of', { on: worked.length, off: pattern.length - worked.length, hours: hoursOf(first) })
}

/** Days that follow one another with the same hours are said together. */
function weekWords(pattern: Schedule['pattern']): string {
  const runs: { from: number; to: number; hours: string }[] = []
  for (const [at, hours] of pattern.entries()) {
    if (!hours) continue
    const last = runs.at(-1)
    if (last && last.to === at - 1 && last.hours === hoursOf(hours)) last.to = at
    else runs.push({ from: at, to: at, hours: hoursOf(hours) })
  }
  return runs
    .map(({ from, to, hours }) => `${from === to ? weekday(from) : `${weekday(from)}–${weekday(to)}`} ${hours}`)
    .join(', ')
}
