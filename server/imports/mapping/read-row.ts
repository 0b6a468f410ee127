import { type ImportField, type ImportSettings, REQUISITE_FIELDS } from '#contract/parties/imports.ts'
import type { Requisites } from '#contract/requisites.ts'
import { isInn } from '#platform/check-digits.ts'
import { type PhoneCountry, toE164 } from '#platform/phone.ts'
import { checkRequisites } from '#platform/requisites.ts'
import { type Incoming, type RowFault, taxNumber, tidied } from '#server/counterparties/index.ts'
import type { TableRow } from '../reading/table.ts'

export type Reading = Pick<ImportSettings, 'columns' | 'wrong'> & { country: PhoneCountry }
type Cells = Partial<Record<ImportField, string[]>>

/** What each field takes, in signs: as the forms do. */
const LONGEST: Partial<Record<ImportField, number>> = {
  name: 300,
  tax_number: 20,
  legal_name: 300,
  legal_address: 400,
  bank_name: 200,
  account: 34,
  bic: 11,
  corr_account: 20,
  kpp: 9,
  ogrn: 15,
  signatory_name: 120,
  signatory_position: 120,
  note: 5000,
  contact_name: 200,
  contact_position: 200,
  address: 500,
  access_note: 2000,
}

/** A row of the file as a counterparty with its contact and address, and what is wrong in it, each of its field (IMP-5). */
export function readRow({ at, cells }: TableRow, reading: Reading): Incoming {
  const given = byField(cells, reading.columns)
  const faults: RowFault[] = []
  const say = (field: ImportField, code: string, facts: Record<string, unknown> = {}, stops = true) =>
    void faults.push({ field, code, facts, stops })
  const text = (field: ImportField, by = ', '): string => textOf(given, field, by)
  const contact_name = text('contact_name', ' ')
  const name = text('name') || contact_name
  const person = text('name') === '' && contact_name !== ''
  if (name === '') say('name', 'import.no_name')
  for (const [field, most] of Object.entries(LONGEST) as [ImportField, number][])
    if (text(field).length > most) say(field, 'field.too_long', { limit: most })
  const counterparty = {
    kind: kindOf(name, person),
    name,
    ...numbersOf(given, reading, say),
    note: text('note') || null,
  }
  return { at, counterparty, contact: contactOf(given, { reading, say, name }), site: siteOf(text), faults }
}

type Say = (field: ImportField, code: string, facts?: Record<string, unknown>, stops?: boolean) => void

function byField(cells: readonly string[], columns: ImportSettings['columns']): Cells {
  const given: Cells = {}
  for (const [at, field] of columns.entries()) {
    const cell = cells[at]
    if (field && cell) (given[field] ??= []).push(cell)
  }
  return given
}

/** Surname and name in columns of their own are one name, town and street one address. */
const textOf = (given: Cells, field: ImportField, by: string): string => (given[field] ?? []).join(by)

/** An entrepreneur is a person to whoever has him for a customer, too. */
const kindOf = (name: string, person: boolean): 'person' | 'organisation' =>
  person || /^(ИП|Индивидуальный предприниматель)\s/i.test(name) ? 'person' : 'organisation'

function numbersOf(
  given: Cells,
  { country }: Reading,
  say: Say,
): { tax_number: string | null; requisites: Requisites } {
  const typed = given.tax_number?.[0] ?? ''
  if (shortened(typed)) say('tax_number', 'import.number_cut', { value: typed })
  const tax_number = taxNumber(country === 'RU' ? withZero(typed) : typed)
  const texts = REQUISITE_FIELDS.map((field) => [field, textOf(given, field, ', ')] as const).filter(
    ([, text]) => text !== '',
  )
  const requisites = tidied(Object.fromEntries(texts), tax_number)
  // What cannot be right by its check digits is shown and stops nothing (CPT-5).
  for (const { field, code } of checkRequisites(country, requisites)) say(field as ImportField, code, {}, false)
  return { tax_number, requisites }
}

/** A table takes the zero before a number for nothing. */
function withZero(typed: string): string {
  const bare = typed.replaceAll(/\D/g, '')
  return (bare.length === 9 || bare.length === 11) && isInn(`0${bare}`) ? `0${bare}` : typed
}

/** «3,75291E+11»: the program that kept the table has thrown the last digits away. */
const shortened = (value: string): boolean => /^\d[.,]\d+e\+\d+$/i.test(value)

type Person = { reading: Reading; say: Say; name: string }

/** Who is called nothing but has a phone is called as the counterparty. */
function contactOf(given: Cells, { reading, say, name }: Person): Incoming['contact'] {
  const called = textOf(given, 'contact_name', ' ')
  const stops = reading.wrong === 'row'
  const reaches = new Map<string, { kind: 'phone' | 'email'; value: string }>()
  for (const typed of several(given.phone, /[,;\n]|\s+и\s+/)) {
    const value = shortened(typed) ? null : toE164(typed, reading.country)
    if (value) reaches.set(`phone ${value}`, { kind: 'phone', value })
    else if (shortened(typed)) say('phone', 'import.number_cut', { value: typed }, stops)
    else say('phone', 'contact.phone_wrong', { phone: typed }, stops)
  }
  for (const typed of several(given.email, /[,;\s]+/)) {
    const value = typed.toLowerCase()
    if (EMAIL.test(value) && value.length <= 200) reaches.set(`email ${value}`, { kind: 'email', value })
    else say('email', 'import.email_wrong', { email: typed }, stops)
  }
  if (called === '' && reaches.size === 0) return null
  const position = textOf(given, 'contact_position', ', ') || null
  return { name: called || name.slice(0, 200), position, reaches: [...reaches.values()] }
}

const EMAIL = /^[^\s@<>"]+@[^\s@<>"]+\.[\p{L}\p{N}-]{2,}$/u

const several = (cells: readonly string[] | undefined, by: RegExp): string[] =>
  (cells ?? []).flatMap((cell) => (shortened(cell) ? [cell] : cell.split(by))).flatMap((part) => part.trim() || [])

function siteOf(text: (field: ImportField) => string): Incoming['site'] {
  const [address, unit] = [text('address'), text('unit')]
  if (address === '') return null
  return { address: unit ? `${address}, ${unit}` : address, access_note: text('access_note') || null }
}
