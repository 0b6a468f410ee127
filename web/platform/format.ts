import { grouped as groupedIn } from './say.ts'
import { locale, t } from './words.ts'
import { offsetAt, wallAt } from './zone.ts'

/** U+00A0: `Intl`'s own narrower space closes up at 13 px. */
const NBSP = '\u00A0'
const MINUTE = 60_000
const HOUR = 3_600_000

/** The calendar day of an instant, as the company counts: `2026-03-10`. */
export const dayOf = (instant: string | Date): string => wallAt(ms(instant)).toISOString().slice(0, 10)

const ms = (instant: string | Date): number => (typeof instant === 'string' ? Date.parse(instant) : instant.getTime())

/** The company's day that it is now. */
export const today = (): string => dayOf(new Date())

/** The instant of a company's day and hour: what a form sends for «10 марта» and «12:00». */
export function instantOf(day: string, clockText: string): string {
  const guess = Date.parse(`${day}T${clockText.padStart(5, '0')}:00Z`)
  const first = guess - offsetAt(guess)
  // The offset of the guess may be that of the other side of a clock change.
  return new Date(guess - offsetAt(first)).toISOString()
}

/** «9:12», «14:30»: no leading zero, as it is said. */
export const clock = (instant: string | Date): string =>
  wallAt(ms(instant)).toISOString().slice(11, 16).replace(/^0/, '')

/** «12:00–18:00» on one day; with both days where they differ. */
export function span(from: string, to: string, now = new Date()): string {
  const same = dayOf(from) === dayOf(to)
  return same ? `${clock(from)}–${clock(to)}` : `${moment(from, now)} – ${moment(to, now)}`
}

/** A day, of an instant or of `2026-03-10`: «сегодня», «вчера», «вт, 24 нояб.», «24 нояб. 2025 г.». */
export function day(at: string | Date, now = new Date()): string {
  const on = typeof at === 'string' && at.length === 10 ? at : dayOf(at)
  const away = daysBetween(dayOf(now), on)
  if (away === 0) return t('time.today')
  if (away === -1) return t('time.yesterday')
  if (away === 1) return t('time.tomorrow')
  return dayName(on, now)
}

/** The same without «сегодня»: for heads of tables and documents. */
export const dayName = (on: string, now = new Date()): string =>
  t(isThisYear(on, now) ? 'time.day' : 'time.day_year', named(on, 'short'))

const isThisYear = (on: string, now: Date): boolean => on.slice(0, 4) === dayOf(now).slice(0, 4)

const NAMES = {
  short: { months: 'time.months_short', weekdays: 'time.weekdays_short' },
  long: { months: 'time.months', weekdays: 'time.weekdays' },
} as const

/**
 * What a sentence about a day is made of. The names are ours: the browser has them too, but finds them for the first
 * time in a tenth of a second and more on a phone, and every page says a day before it is drawn.
 */
function named(on: string, length: keyof typeof NAMES) {
  const [year = '', month = '', day = ''] = on.split('-')
  const { months, weekdays } = NAMES[length]
  return {
    day: Number(day),
    month: t(months).split(' ')[Number(month) - 1] ?? '',
    year: Number(year),
    weekday: t(weekdays).split(' ')[new Date(on).getUTCDay()] ?? '',
  }
}

/** «10 марта», «10 марта 2025 г.»: as a sentence names a day that it depends on. */
export const dayInWords = (on: string, now = new Date()): string =>
  t(isThisYear(on, now) ? 'time.day_month' : 'time.day_year', named(on, 'long')).replaceAll(' ', NBSP)

/** «10.03.2026», as on paper. */
export const dayDigits = (on: string): string => on.split('-').toReversed().join('.')

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / (24 * HOUR))
}

/** «сегодня 14:30», «вт, 24 нояб. 18:00». */
export const moment = (at: string | Date, now = new Date()): string =>
  t('time.at', { day: day(at, now), clock: clock(at) })

/** A deadline: «сегодня до 18:00», «ср, 25 нояб. 17:00»; of a day without an hour «до 11 дек.». */
export function until(at: string, now = new Date()): string {
  if (at.length === 10) return t('time.until', { day: at === dayOf(now) ? t('time.today') : shortDay(at, now) })
  return dayOf(at) === dayOf(now) ? t('time.today_until', { clock: clock(at) }) : moment(at, now)
}

const shortDay = (on: string, now: Date): string =>
  t(isThisYear(on, now) ? 'time.day_month' : 'time.day_year', named(on, 'short'))

/** All of it, for the hint on hover: «вторник, 24 ноября 2026 г. в 14:30 GMT+3». */
export function fullMoment(at: string | Date): string {
  const day = t('time.full_day', named(dayOf(at), 'long'))
  const hour = wallAt(ms(at)).toISOString().slice(11, 16)
  return t('time.full', { day, clock: hour, zone: zoneName(offsetAt(ms(at)) / MINUTE) })
}

function zoneName(minutes: number): string {
  if (minutes === 0) return 'UTC'
  const [h, min] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  return `GMT${minutes < 0 ? '−' : '+'}${h}${min ? `:${String(min).padStart(2, '0')}` : ''}`
}

/** Minutes of work: «1 ч 10 мин», «45 мин», «8 ч». */
export function duration(minutes: number): string {
  const [h, min] = [Math.floor(minutes / 60), Math.round(minutes % 60)]
  if (h === 0) return t('time.min', { min })
  return min === 0 ? t('time.h', { h }) : t('time.h_min', { h, min })
}

/** How long something waits, as it is said: «42 минуты», «3 часа», «2 дня». */
export function waited(since: string, now = new Date()): string {
  const gone = Math.max(0, now.getTime() - Date.parse(since))
  if (gone < HOUR) return t('time.minutes', { n: Math.max(1, Math.floor(gone / MINUTE)) })
  if (gone < 24 * HOUR) return t('time.hours', { n: Math.floor(gone / HOUR) })
  return t('time.days', { n: Math.floor(gone / (24 * HOUR)) })
}

export const ago = (since: string, now = new Date()): string =>
  now.getTime() - Date.parse(since) < MINUTE ? t('time.just_now') : t('time.ago', { span: waited(since, now) })

/** Hours of a report: 1350 minutes are «22,50». */
export const hours = (minutes: number): string => amount(String(Math.round((minutes * 100) / 60)))

/** Minor units in digits, as they come: «1 860,00»; `short` drops kopecks that are zero. */
export function amount(minor: string, { short = false } = {}): string {
  const digits = minor.replace('-', '').padStart(3, '0')
  const [whole, part] = [grouped(digits.slice(0, -2)), digits.slice(-2)]
  // A true minus is as wide as a figure, so that columns of sums stand straight.
  const sign = minor.startsWith('-') && /[1-9]/.test(digits) ? '−' : ''
  return short && part === '00' ? `${sign}${whole}` : `${sign}${whole}${locale() === 'ru' ? ',' : '.'}${part}`
}

const grouped = (digits: string): string => groupedIn(digits, locale())

/** «1 860,00 BYN». */
export const money = (minor: string, currency: string, options?: { short?: boolean }): string =>
  `${amount(minor, options)}${NBSP}${currency}`

/** What a person typed as a sum, in minor units: «1 860,5» is `186050`; null when it is no sum. */
export function minorOf(typed: string): string | null {
  const text = typed
    .replace(/[\s\u00A0\u202F]/g, '')
    .replace(',', '.')
    .replace('−', '-')
  const [, sign, whole, part] = /^(-?)(\d{1,15})(?:\.(\d{1,2}))?$/.exec(text) ?? []
  if (whole === undefined) return null
  return `${sign}${BigInt(whole + (part ?? '').padEnd(2, '0'))}`
}

/** A share as «63,1 %». */
export function percent(share: number): string {
  const text = Math.abs(share * 100).toFixed(1)
  return `${share < 0 && text !== '0.0' ? '−' : ''}${locale() === 'ru' ? text.replace('.', ',') : text}${NBSP}%`
}

/** A number with a part: «7,5». */
export const decimal = (n: number): string => (locale() === 'ru' ? String(n).replace('.', ',') : String(n))

export const count = (n: number): string => `${n < 0 ? '−' : ''}${grouped(String(Math.abs(n)))}`

/** «+375 29 640-17-22», «+7 912 345-67-89»; a number of another country as it is kept. */
export function phoneForm(phone: string): string {
  const [, code, area, a, b, c] =
    /^\+(375)(\d{2})(\d{3})(\d{2})(\d{2})$/.exec(phone) ?? /^\+(7)(\d{3})(\d{3})(\d{2})(\d{2})$/.exec(phone) ?? []
  return code ? `+${code}${NBSP}${area}${NBSP}${a}-${b}-${c}` : phone
}

/** «Павел Жук, Сергей Лис и Анна Ким». */
export function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : t('time.list', { all: names.slice(0, -1).join(', '), last })
}
