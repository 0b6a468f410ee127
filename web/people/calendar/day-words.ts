import type { CalendarDay } from '#contract/time/calendar.ts'
import { locale, t } from '#web/platform/words.ts'

/** «пт, 1 мая»: the year is said by the page. */
export const dayOfYear = (day: string): string =>
  new Intl.DateTimeFormat(locale() === 'ru' ? 'ru-RU' : 'en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00Z`))

/** «1 мая»: without the weekday, in the middle of a sentence. */
const plain = (day: string): string =>
  new Intl.DateTimeFormat(locale() === 'ru' ? 'ru-RU' : 'en-GB', {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00Z`))

export const isSpecial = ({ official, own }: CalendarDay): boolean => official !== null || own !== null

/** What is particular about a day; of the company's own word that, and why. */
export function dayWords(one: CalendarDay): { name: string; said: string } {
  const said = one.own ? [t(`calendar.kind.${one.kind}`), one.own.note].filter(Boolean).join(': ') : officialWords(one)
  return { name: dayOfYear(one.day), said }
}

export function officialWords({ official, holiday, exchanged_with }: CalendarDay): string {
  const name = holiday && t(`holiday.${holiday}`)
  const day = exchanged_with && plain(exchanged_with)
  if (official === 'holiday') return name ?? t('calendar.legend.holiday')
  if (official === 'moved_off')
    return name && !day
      ? t('calendar.moved_holiday', { name })
      : day
        ? t('calendar.moved_off', { day })
        : t('calendar.moved_off_plain')
  if (official === 'moved_work') return day ? t('calendar.moved_work', { day }) : t('calendar.moved_work_plain')
  if (official === 'before_holiday') return name ? t('calendar.before', { name }) : t('calendar.before_plain')
  return ''
}
