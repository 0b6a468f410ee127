import { Temporal } from 'temporal-polyfill'
import { type CurrencyCode, formatMoney } from '#platform/money.ts'
import { isWord, type Locale, wordsFor } from '#words/index.ts'
import type { Speaker } from '#words/spoken-facts.ts'

/** How a printed history says things: in one language, by the clock of the company. */
export type Clerk = Speaker & {
  /** «26 ноября 2026 г.» of an instant. */
  dayOf(at: string): string
  /** «182 344» */
  count(n: number): string
  /** «14:05» of an instant. */
  clock(at: string): string
}

export function speakerOf(locale: Locale, time_zone: string): Clerk {
  const tongue = locale === 'ru' ? 'ru' : 'en-GB'
  const format = (wish: Intl.DateTimeFormatOptions, timeZone = time_zone) =>
    new Intl.DateTimeFormat(tongue, { ...wish, timeZone })
  const long = format({ dateStyle: 'long' })
  const named = format({ dateStyle: 'long' }, 'UTC')
  const both = format({ dateStyle: 'long', timeStyle: 'short' })
  const time = format({ timeStyle: 'short' })
  const list = new Intl.ListFormat(tongue)
  const number = new Intl.NumberFormat(tongue)
  return {
    say: wordsFor(locale),
    knows: isWord,
    moment: (at) => both.format(new Date(at)),
    day: (day) => named.format(Temporal.PlainDate.from(day).toZonedDateTime('UTC').epochMilliseconds),
    money: (minor, currency) => formatMoney(BigInt(minor), currency as CurrencyCode, { locale }),
    listed: (names) => list.format(names),
    count: (n) => number.format(n),
    dayOf: (at) => long.format(new Date(at)),
    clock: (at) => time.format(new Date(at)),
  }
}
