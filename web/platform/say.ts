import type { Locale, Values } from '#words/index.ts'

/** A message as the build compiles it: text, names of values, and choices by number or by word. */
export type Message = readonly Token[]
type Token = string | readonly [name: string, kind?: string, cases?: Readonly<Record<string, Message>>]

const rules: Partial<Record<Locale, Intl.PluralRules>> = {}

/** Groups of three digits: «12 345», "12,345". */
export function grouped(digits: string, locale: Locale): string {
  // U+00A0: `Intl`'s own narrower space closes up at 13 px.
  return digits.replace(/\B(?=(\d{3})+$)/g, locale === 'ru' ? '\u00A0' : ',')
}

/**
 * A compiled message with its values in it, in ICU MessageFormat's sense. Lingui's own formatter writes each number of a
 * plural by Intl.NumberFormat, and the first of those holds a phone up for a tenth of a second and more.
 */
export function say(message: Message, values: Values, locale: Locale, n?: number): string {
  let text = ''
  for (const token of message) {
    if (typeof token === 'string') text += token === '#' && n !== undefined ? counted(n, locale) : token
    else text += said(token, values, locale, n)
  }
  return text
}

function said([name, kind, cases]: Exclude<Token, string>, values: Values, locale: Locale, around?: number): string {
  const value = values[name]
  if (!cases) return value === undefined ? '' : String(value)
  if (kind === 'select') return say(cases[String(value)] ?? cases['other'] ?? [], values, locale, around)
  const n = Number(value)
  const rule = (rules[locale] ??= new Intl.PluralRules(locale))
  return say(cases[String(n)] ?? cases[rule.select(n)] ?? cases['other'] ?? [], values, locale, n)
}

function counted(n: number, locale: Locale): string {
  const [whole = '', part] = String(Math.abs(n)).split('.')
  const point = locale === 'ru' ? ',' : '.'
  return `${n < 0 ? '-' : ''}${grouped(whole, locale)}${part ? `${point}${part.slice(0, 3)}` : ''}`
}
