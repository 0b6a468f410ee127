import { webChat as english } from '#words/en/web-chat.ts'
import { webChat as russian } from '#words/ru/web-chat.ts'

export type Locale = 'ru' | 'en'
export type Values = Record<string, string | number>
export type T = (key: keyof typeof russian, values?: Values) => string

/** A message as the build leaves it: text, or text and names of values in a row. */
type Made = string | readonly (string | readonly [string])[]

/** Says a key; messages of the chat have plain values only, so that no formatter need be sent along. */
export function wordsIn(locale: Locale): T {
  const words = (locale === 'ru' ? russian : english) as Record<string, Made>
  return (key, values = {}) => {
    const made = words[key] ?? ''
    return typeof made === 'string'
      ? made
      : made.map((part) => (typeof part === 'string' ? part : String(values[part[0]] ?? ''))).join('')
  }
}

/** The page's language, of those that there are: Russian where its neighbours are spoken. */
export function localeOf(wish: string): Locale {
  const language = wish === 'auto' ? document.documentElement.lang || navigator.language : wish
  return /^(ru|be|kk|uk)\b/i.test(language) ? 'ru' : 'en'
}
