import { setupI18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import { en } from './en/index.ts'
import { ru } from './ru/index.ts'

export type Locale = 'ru' | 'en'
export const locales: readonly Locale[] = ['ru', 'en']

/** A key of the catalogues: `order.close`. A refusal's sentence stands under the refusal's code. */
export type Word = keyof typeof ru
/** What a sentence names. Dates and money come as text that is already made. */
export type Values = Record<string, string | number>
export type Words = (key: Word, values?: Values) => string

const catalogues: Record<Locale, Record<Word, string>> = { ru, en }
const made = new Map<Locale, Words>()

/** Says a key in one language: for mails, PDF and problem details. The web application has its own, without the parser. */
export function wordsFor(locale: Locale): Words {
  const known = made.get(locale)
  if (known) return known
  const i18n = setupI18n()
  const compiled = Object.entries(catalogues[locale]).map(([key, text]) => [key, compileMessage(text)] as const)
  i18n.loadAndActivate({ locale, messages: Object.fromEntries(compiled) })
  const words: Words = (key, values) => i18n._(key, values)
  made.set(locale, words)
  return words
}

/** Whether a code that came from outside has a sentence. */
export const isWord = (key: string): key is Word => Object.hasOwn(ru, key)
