import { today } from '#web/platform/format.ts'
import { shifted } from '#web/platform/typed-when.ts'
import { locale } from '#web/platform/words.ts'

/** Days of the company, both included. */
export type Period = { from: string; to: string }
export const presets = ['month', 'last_month', 'quarter', 'year', 'days30'] as const
export type Preset = (typeof presets)[number]

/** The first day of the month that lies so many months away from a day's. */
function monthFrom(day: string, months = 0): string {
  const at = new Date(`${day.slice(0, 7)}-01T00:00Z`)
  at.setUTCMonth(at.getUTCMonth() + months)
  return at.toJSON().slice(0, 10)
}
const monthTo = (day: string, months = 0): string => shifted(monthFrom(day, months + 1), -1)

export function presetPeriod(preset: Preset, now = today()): Period {
  const quarter = -((Number(now.slice(5, 7)) - 1) % 3)
  const periods: Record<Preset, Period> = {
    month: { from: monthFrom(now), to: monthTo(now) },
    last_month: { from: monthFrom(now, -1), to: monthTo(now, -1) },
    quarter: { from: monthFrom(now, quarter), to: monthTo(now, quarter + 2) },
    year: { from: `${now.slice(0, 4)}-01-01`, to: `${now.slice(0, 4)}-12-31` },
    days30: { from: shifted(now, -29), to: now },
  }
  return periods[preset]
}

/** The period before, to compare with: as many months where these are whole months, else as many days. */
export function periodBefore({ from, to }: Period): Period {
  if (from === monthFrom(from) && to === monthTo(to)) {
    const months = monthsBetween(from, to)
    return { from: monthFrom(from, -months), to: monthTo(from, -1) }
  }
  const days = Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / 86_400_000) + 1
  return { from: shifted(from, -days), to: shifted(from, -1) }
}

function monthsBetween(from: string, to: string): number {
  const [y1 = 0, m1 = 0] = from.split('-').map(Number)
  const [y2 = 0, m2 = 0] = to.split('-').map(Number)
  return (y2 - y1) * 12 + m2 - m1 + 1
}

/** «1–30 нояб. 2026», «октябрь 2026» where it is one whole month and a short name is wanted. */
export function periodName({ from, to }: Period, { short = false } = {}): string {
  const language = locale() === 'ru' ? 'ru-RU' : 'en-GB'
  const [first, last] = [new Date(`${from}T00:00Z`), new Date(`${to}T00:00Z`)]
  const whole = from === monthFrom(from) && to === monthTo(from)
  const options: Intl.DateTimeFormatOptions =
    short && whole
      ? { month: 'long', year: 'numeric', timeZone: 'UTC' }
      : { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }
  const format = new Intl.DateTimeFormat(language, options)
  const text = short && whole ? format.format(first) : format.formatRange(first, last)
  return text.replace(/\sг\.$/u, '').replaceAll('\u2009', '')
}
