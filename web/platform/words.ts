import type { Locale, Values, Word } from '#words/index.ts'
import { type Message, say } from './say.ts'

/** A catalogue that the build has compiled: each entry imports its own, so that a phone never loads the staff's words. */
export type Catalogue = Partial<Record<Word, unknown>>
/** Where an entry's words lie: one at hand, the other fetched when somebody asks for it. */
export type Catalogues = Record<Locale, () => Catalogue | Promise<Catalogue>>

let spoken: Locale = 'ru'
let messages: Record<string, Message> = {}
const listeners = new Set<() => void>()
let sources: Catalogues | undefined
/** What pages have brought along besides, or are bringing. */
const brought = new Map<Catalogues, Promise<void>>()

/** What the interface says under a key. Dates and money go in as text made by format.ts. */
export function t(key: Word, values?: Values): string {
  const message = messages[key]
  return message ? say(message, values ?? {}, spoken) : key
}

/** Whether the entry at hand can say this key: for codes that come from the server. */
export const knows = (key: string): key is Word => Object.hasOwn(messages, key)

/** A sentence for a code from the server; an unknown code is still named, so that it can be reported. */
export function sentence(code: string, values?: Values): string {
  return knows(code) ? t(code, values) : t('problem.unknown', { code })
}

export const locale = (): Locale => spoken

/** Loads the entry's words in the language chosen before: here, or by the browser's preference. */
export async function startWords(catalogues: Catalogues): Promise<void> {
  sources = catalogues
  await speak(chosen())
}

/** Words that only some pages say, fetched with them: in the language of now, and in any chosen later. */
export function moreWords(catalogues: Catalogues): Promise<void> {
  const known = brought.get(catalogues)
  if (known) return known
  const coming = bring(catalogues)
  brought.set(catalogues, coming)
  coming.catch(() => brought.delete(catalogues))
  return coming
}

/** A page is fetched before the entry has its own words: then in the language that these will be in. */
async function bring(catalogues: Catalogues): Promise<void> {
  const more = await catalogues[sources ? spoken : chosen()]()
  Object.assign(messages, more)
}

/** Changes the language of everything on screen, and remembers it on this device. */
export async function chooseLocale(next: Locale): Promise<void> {
  keep(next)
  await speak(next)
  for (const listener of listeners) listener()
}

export function onLocale(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

async function speak(next: Locale): Promise<void> {
  const all = await Promise.all([sources, ...brought.keys()].map(async (each) => each?.[next]()))
  messages = Object.assign({}, ...all) as typeof messages
  spoken = next
  if (typeof document !== 'undefined') document.documentElement.lang = next
}

/** first.js chose before anything was drawn: what was kept here, or the browser's preference. */
const chosen = (): Locale => (typeof document !== 'undefined' && document.documentElement.lang === 'en' ? 'en' : 'ru')

function keep(next: Locale): void {
  try {
    localStorage.setItem('locale', next)
  } catch {
    return
  }
}
