import type { Values, Word } from './index.ts'

/** A fact of the history as it is kept: its name and what it carries. */
export type SpokenFact = { name: string; facts: Record<string, unknown> }

/** How its reader's language says keys, instants, days and sums. */
export type Speaker = {
  say(key: Word, values?: Values): string
  knows(key: string): key is Word
  moment(at: string): string
  day(day: string): string
  money(minor: string, currency: string): string
  listed(names: string[]): string
}

/** One field of a change; `from` is null where nothing stood before. */
export type Difference = { id: string; field: string; from: string | null; to: string }

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/
const DAY = /^\d{4}-\d\d-\d\d$/
const SUMS = /^(total|price|amount|sum)$/

/** What a fact says after the actor's name: the catalogue's sentence with its facts as people say them. */
export function factWords(speaker: Speaker, { name, facts }: SpokenFact): string {
  const key = `event.${name}`
  if (!speaker.knows(key)) return name
  const values: Values = {}
  for (const [fact, value] of Object.entries(facts)) {
    const said = spokenFact(speaker, fact, value, facts)
    if (said !== undefined) values[fact] = said
  }
  return speaker.say(key, values)
}

/** The fields of a change with what was and what is. */
export function factDifferences(speaker: Speaker, { facts }: SpokenFact): Difference[] {
  return changesIn(facts).map(({ field, from, to }) => ({
    id: field,
    field: speaker.knows(`changed.${field}`) ? speaker.say(`changed.${field}` as Word) : field,
    from: isNothing(from) ? null : said(speaker, field, from, facts),
    to: said(speaker, field, to, facts),
  }))
}

function spokenFact(
  speaker: Speaker,
  name: string,
  value: unknown,
  facts: Record<string, unknown>,
): string | number | undefined {
  if (value === null) return ''
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return speaker.say(value ? 'say.yes' : 'say.no')
  if (typeof value === 'string') return spokenText(speaker, name, value, facts)
  if (Array.isArray(value)) return namesIn(speaker, value)
  if (typeof value === 'object') return nameOf(value)
  return undefined
}

function spokenText(speaker: Speaker, name: string, value: string, { currency }: Record<string, unknown>): string {
  if (INSTANT.test(value)) return speaker.moment(value)
  if (DAY.test(value)) return speaker.day(value)
  if (name === 'form' && speaker.knows(`legal_form.${value}`)) return speaker.say(`legal_form.${value}` as Word)
  if (SUMS.test(name) && /^-?\d+$/.test(value))
    return speaker.money(value, typeof currency === 'string' ? currency : '')
  return value
}

const nameOf = (value: object | undefined): string | undefined => {
  const { name, title, number } = (value ?? {}) as { name?: string; title?: string; number?: number }
  return name ?? title ?? (number === undefined ? undefined : String(number))
}

function namesIn({ listed }: Speaker, values: unknown[]): string {
  const names = values.map((one) => (typeof one === 'object' && one !== null ? nameOf(one) : String(one)))
  return listed(names.filter((name) => name !== undefined))
}

type Change = { field: string; from: unknown; to: unknown }

/** Some facts list their changes, some name them by field. */
function changesIn({ changed, changes }: Record<string, unknown>): Change[] {
  if (Array.isArray(changes)) return changes as Change[]
  if (typeof changed !== 'object' || changed === null) return []
  return Object.entries(changed as Record<string, Omit<Change, 'field'>>).map(([field, of]) => ({ field, ...of }))
}

const isNothing = (value: unknown): boolean => value === undefined || value === null || value === ''

function said(speaker: Speaker, field: string, value: unknown, facts: Record<string, unknown>): string {
  if (isNothing(value)) return speaker.say('form.none')
  if (field === 'price_model' && (value === 'fixed' || value === 'hourly'))
    return speaker.say(`agreement.model_${value}`)
  return String(spokenFact(speaker, field, value, facts) ?? '')
}
