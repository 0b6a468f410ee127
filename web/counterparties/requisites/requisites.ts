import type { Requisites, RequisitesCountry } from '#contract/requisites.ts'
import type { Word } from '#words/index.ts'
import { t } from '#web/platform/words.ts'

export type Field = Exclude<keyof Requisites, 'vat_payer'>
type Part = { name: Word; fields: readonly Field[] }

/** What a form of requisites asks, by parts; what only Russia knows is asked in Russia. */
const PARTS: readonly Part[] = [
  {
    name: 'requisites.part.names',
    fields: ['legal_name', 'short_name', 'tax_number', 'kpp', 'ogrn', 'legal_address'],
  },
  { name: 'requisites.part.bank', fields: ['bank_name', 'account', 'bic', 'corr_account'] },
  { name: 'requisites.part.signatory', fields: ['signatory_name', 'signatory_position', 'signatory_basis'] },
  { name: 'requisites.part.reach', fields: ['phone', 'email'] },
]
const RUSSIAN: ReadonlySet<Field> = new Set(['kpp', 'ogrn', 'corr_account'])

export const partsOf = (country: RequisitesCountry): Part[] =>
  PARTS.map(({ name, fields }) => ({
    name,
    fields: fields.filter((field) => country === 'RU' || !RUSSIAN.has(field)),
  }))

/** What the country's forms call a field. */
export function fieldName(field: Field, country: RequisitesCountry): string {
  if (field === 'tax_number' || field === 'account' || field === 'bic') return t(`requisites.${field}.${country}`)
  return t(`requisites.${field}`)
}

/** Fields that fill a row of their form. */
export const isLong = (field: Field): boolean =>
  field === 'legal_name' || field === 'legal_address' || field === 'account'

/** All fields of the country as the form holds them: empty text is «not given». */
export const asTyped = (requisites: Requisites, country: RequisitesCountry): Record<string, string> =>
  Object.fromEntries(
    partsOf(country)
      .flatMap(({ fields }) => fields)
      .map((field) => [field, requisites[field] ?? '']),
  )

/** What the form sends: every field that it showed, a cleared one as empty. */
export const asSent = (typed: Record<string, string>): Requisites =>
  Object.fromEntries(Object.entries(typed).map(([field, value]) => [field, value.trim()]))

/** Fields that are known, in the order of the form. */
export const givenFields = (requisites: Requisites, country: RequisitesCountry): Field[] =>
  partsOf(country)
    .flatMap(({ fields }) => fields)
    .filter((field) => requisites[field])

export const lastDayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00Z`) - 86_400_000).toISOString().slice(0, 10)
