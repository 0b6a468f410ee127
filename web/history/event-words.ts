import type { Entry } from '#contract/history.ts'
import type { Currency } from '#contract/endpoint.ts'
import { dayName, listed, moment, money } from '#web/platform/format.ts'
import { knows, t } from '#web/platform/words.ts'
import type { Values } from '#words/index.ts'

/** What a fact says after the actor's name: the catalogue's sentence with its facts as people say them. */
export function eventWords({ name, facts }: Pick<Entry, 'name' | 'facts'>): string {
  const key = `event.${name}`
  if (!knows(key)) return name
  const values: Values = {}
  for (const [fact, value] of Object.entries(facts)) {
    const said = spokenFact(fact, value, facts)
    if (said !== undefined) values[fact] = said
  }
  return t(key, values)
}

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/
const DAY = /^\d{4}-\d\d-\d\d$/
const SUMS = /^(total|price|amount|sum)$/

function spokenFact(name: string, value: unknown, facts: Record<string, unknown>): string | number | undefined {
  if (value === null) return ''
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return t(value ? 'say.yes' : 'say.no')
  if (typeof value === 'string') return spokenText(name, value, facts)
  if (Array.isArray(value)) return namesIn(value)
  if (typeof value === 'object') return nameOf(value)
  return undefined
}

function spokenText(name: string, value: string, { currency }: Record<string, unknown>): string {
  if (INSTANT.test(value)) return moment(value)
  if (DAY.test(value)) return dayName(value)
  if (name === 'form' && knows(`legal_form.${value}`)) return t(`legal_form.${value}` as never)
  if (SUMS.test(name) && /^-?\d+$/.test(value)) return money(value, (currency ?? '') as Currency)
  return value
}

const nameOf = (value: object | undefined): string | undefined => {
  const { name, title, number } = (value ?? {}) as { name?: string; title?: string; number?: number }
  return name ?? title ?? (number === undefined ? undefined : String(number))
}

function namesIn(values: unknown[]): string {
  const names = values.map((one) => (typeof one === 'object' && one !== null ? nameOf(one) : String(one)))
  return listed(names.filter((name) => name !== undefined))
}

/** `from` is null where nothing stood before. */
export type Difference = { id: string; field: string; from: string | null; to: string }

/** The fields of a change with what was and what is, for the history. */
export function differencesOf({ facts }: Pick<Entry, 'facts'>): Difference[] {
  return changesIn(facts).map(({ field, from, to }) => ({
    id: field,
    field: knows(`changed.${field}`) ? t(`changed.${field}` as never) : field,
    from: isNothing(from) ? null : said(field, from, facts),
    to: said(field, to, facts),
  }))
}

type Change = { field: string; from: unknown; to: unknown }

/** Some facts list their changes, some name them by field. */
function changesIn({ changed, changes }: Record<string, unknown>): Change[] {
  if (Array.isArray(changes)) return changes as Change[]
  if (typeof changed !== 'object' || changed === null) return []
  return Object.entries(changed as Record<string, Omit<Change, 'field'>>).map(([field, of]) => ({ field, ...of }))
}

const isNothing = (value: unknown): boolean => value === undefined || value === null || value === ''

function said(field: string, value: unknown, facts: Record<string, unknown>): string {
  if (isNothing(value)) return t('form.none')
  const model = field === 'price_model' && (value === 'fixed' || value === 'hourly')
  if (model) return t(`agreement.model_${value}`)
  return String(spokenFact(field, value, facts) ?? '')
}
