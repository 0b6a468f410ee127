import { locale } from '#web/platform/words.ts'
import { monthAfter, monthDays, plusDays, weekStart } from '../performer/weeks.ts'

export const views = ['week', 'two', 'month'] as const
export type View = (typeof views)[number]
export type Period = { from: string; to: string }

/** The days that a view shows around a day: whole weeks from Monday, or the month. */
export function periodOf(view: View, day: string): Period {
  if (view === 'month') return monthDays(day.slice(0, 7))
  const from = weekStart(day)
  return { from, to: plusDays(from, view === 'week' ? 6 : 13) }
}

/** A day of the period before or after. */
export function stepped(view: View, day: string, n: -1 | 1): string {
  if (view === 'month') return `${monthAfter(day.slice(0, 7), n)}-01`
  return plusDays(periodOf(view, day).from, n * (view === 'week' ? 7 : 14))
}

const utc = (day: string): Date => new Date(`${day}T00:00Z`)

/** «16–29 нояб. 2026», «ноябрь 2026». */
export function periodName(view: View, { from, to }: Period): string {
  const language = locale() === 'ru' ? 'ru-RU' : 'en-GB'
  const options = { year: 'numeric', timeZone: 'UTC' } as const
  const text =
    view === 'month'
      ? new Intl.DateTimeFormat(language, { ...options, month: 'long' }).format(utc(from))
      : new Intl.DateTimeFormat(language, { ...options, day: 'numeric', month: 'short' }).formatRange(
          utc(from),
          utc(to),
        )
  return text.replace(/\sг\.$/u, '').replaceAll('\u2009', '')
}

/** «пн». */
export const weekday = (day: string): string =>
  new Intl.DateTimeFormat(locale(), { weekday: 'short', timeZone: 'UTC' }).format(utc(day))
