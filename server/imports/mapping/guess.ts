import type { ImportField } from '#contract/parties/imports.ts'
import { isIban, isInn, isUnp } from '#platform/check-digits.ts'
import { type PhoneCountry, toE164 } from '#platform/phone.ts'
import type { TableRow } from '../reading/table.ts'
import { fieldOf } from './headings.ts'

/** Among how many first rows the names of columns are looked for: titles and instructions may stand above them. */
const HIGH = 25

/**
 * In which row the columns are named, 0 when in none (IMP-4): the one with the most names of columns, where they are at
 * least half of what it says, or it has no figure and the row below has, and nothing in it is a number.
 */
export function headerRowOf(rows: readonly TableRow[]): number {
  const scored = rows.slice(0, HIGH).map(({ at, cells }, index) => ({
    at,
    score: likeHeadings(cells, rows[index + 1]?.cells ?? []),
  }))
  return scored.reduce((most, one) => (one.score > most.score ? one : most), { at: 0, score: 0 }).at
}

function likeHeadings(cells: readonly string[], below: readonly string[]): number {
  // Of a merged title every cell says the same.
  const said = [...new Set(cells.filter(Boolean))]
  const known = said.filter((cell) => fieldOf(cell) !== null).length
  if (said.some((cell) => cell.replaceAll(/\D/g, '').length > 4 || cell.includes('@'))) return 0
  if (known * 2 >= said.length && (said.length > 1 || cells.length === 1)) return known
  const figures = (row: readonly string[]) => row.filter((cell) => /^\d/.test(cell)).length
  return figures(said) === 0 && figures(below) > 0 && said.length > 1 ? known / 2 : 0
}

/** What each column holds: as it is called, else as its values look (IMP-4). */
export function guessColumns(
  headings: readonly string[],
  rows: readonly TableRow[],
  country: PhoneCountry,
): (ImportField | null)[] {
  const width = Math.max(headings.length, ...rows.map(({ cells }) => cells.length))
  const named = Array.from({ length: width }, (_, at) => fieldOf(headings[at] ?? ''))
  const guessed = named.map((field, at) => {
    const values = rows.map(({ cells }) => cells[at] ?? '').filter(Boolean)
    return (
      settled(field, values, country) ?? (headings[at] && headings[at].length > 1 ? null : looksOf(values, country))
    )
  })
  return withName(guessed)
}

/** A name that its values deny is none: «Контакт» with e-mails in it holds e-mails. */
function settled(field: ImportField | null, values: readonly string[], country: PhoneCountry): ImportField | null {
  const looks = looksOf(values, country)
  const wide = field === 'contact_name' || field === 'name' || field === 'note'
  if (wide && (looks === 'email' || looks === 'phone' || looks === 'tax_number')) return looks
  return field
}

const LOOKS: readonly (readonly [ImportField, (value: string, country: PhoneCountry) => boolean])[] = [
  ['email', (value) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)],
  ['account', (value) => isIban(value.replaceAll(' ', '').toUpperCase()) || /^4\d{19}$/.test(value)],
  ['tax_number', (value, country) => (country === 'RU' ? isInn(value) : country === 'BY' ? isUnp(value) : false)],
  ['phone', (value, country) => /^[\d\s()+.,;–-]{9,}$/.test(value) && toE164(firstOf(value), country) !== null],
  ['address', (value) => /(?:^|[\s,.])(?:ул|пр-т|пр-кт|просп|пер|вул|г|д|бул|наб|ш)[.\s]|street|улица/i.test(value)],
  [
    'name',
    (value) =>
      /(?:^|[\s"«])(?:ООО|ОАО|ЗАО|ПАО|АО|ИП|УП|ЧУП|ЧТУП|ОДО|СООО|ТОО|ТСЖ|LLC|Ltd|Inc)(?:[\s"».]|$)/.test(value),
  ],
  ['contact_name', (value) => /^\p{Lu}\p{Ll}+(?:\s+\p{Lu}(?:\p{Ll}+|\.)){1,2}(?:\s*\p{Lu}\.)?$/u.test(value)],
]
const firstOf = (value: string): string => value.split(/[,;]/)[0] ?? ''

/** What most of a column's values look like. */
function looksOf(values: readonly string[], country: PhoneCountry): ImportField | null {
  if (values.length === 0) return null
  const share = (is: (value: string, country: PhoneCountry) => boolean): number =>
    values.filter((value) => is(value, country)).length / values.length
  return LOOKS.find(([, is]) => share(is) >= 0.6)?.[0] ?? null
}

/** Fields that one column holds, or none. */
const SINGLE = new Set<ImportField>([
  'name',
  'tax_number',
  'kpp',
  'ogrn',
  'legal_name',
  'legal_address',
  'account',
  'bic',
  'corr_account',
])

/** Of two columns of a single field the first is it; a legal name alone is the name. */
function withName(columns: (ImportField | null)[]): (ImportField | null)[] {
  const seen = new Set<ImportField>()
  const once = columns.map((field) => {
    if (field === null || !SINGLE.has(field)) return field
    if (seen.has(field)) return null
    seen.add(field)
    return field
  })
  if (seen.has('name') || !seen.has('legal_name')) return once
  return once.map((field) => (field === 'legal_name' ? 'name' : field))
}
