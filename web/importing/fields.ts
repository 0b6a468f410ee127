import type { Found, ImportField, ImportSettings } from '#contract/parties/imports.ts'
import type { Company } from '#contract/people.ts'
import { t } from '#web/platform/words.ts'

type Country = Company['country']

/** What a column may hold, as people think of it. */
const GROUPS = [
  ['counterparty', ['name', 'tax_number', 'note']],
  ['contact', ['contact_name', 'contact_position', 'phone', 'email']],
  ['site', ['address', 'unit', 'access_note']],
  [
    'requisites',
    [
      'legal_name',
      'legal_address',
      'kpp',
      'ogrn',
      'account',
      'bank_name',
      'bic',
      'corr_account',
      'signatory_name',
      'signatory_position',
    ],
  ],
] as const

/** Only Russian requisites have these. */
const RUSSIAN: readonly ImportField[] = ['kpp', 'ogrn', 'corr_account']

/** The word for a field; a number of a taxpayer has its country's own. */
export const fieldName = (field: ImportField, country: Country): string =>
  field === 'tax_number' ? t(`requisites.tax_number.${country}`) : t(`import.field.${field}`)

export const NOT_TAKEN = '-'

/** The choice over a column; what it holds already stays in it, whatever the country. */
export const fieldOptions = (country: Country, chosen: ImportField | null) => [
  { value: NOT_TAKEN, label: t('import.not_taken') },
  ...GROUPS.map(([group, fields]) => ({
    group: t(`import.group.${group}`),
    items: fields
      .filter((field) => country === 'RU' || field === chosen || !RUSSIAN.includes(field))
      .map((field) => ({ value: field, label: fieldName(field, country) })),
  })),
]

/** A column of the table: where it stands, what the file calls it, what is taken from it. */
export type TableColumn = { at: number; heading: string; field: ImportField | null }

export function columnsOf(found: Pick<Found, 'headings' | 'rows'>, columns: ImportSettings['columns']): TableColumn[] {
  const width = Math.max(found.headings.length, columns.length, ...found.rows.map(({ cells }) => cells.length))
  return Array.from({ length: width }, (_, at) => ({
    at,
    heading: found.headings[at] || t('import.column_n', { n: at + 1 }),
    field: columns[at] ?? null,
  }))
}

/** Whether rows can say who they are. */
export const areNamed = (columns: ImportSettings['columns']): boolean =>
  columns.includes('name') || columns.includes('contact_name')
