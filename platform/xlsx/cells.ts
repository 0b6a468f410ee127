import { moneyToDecimal } from '../money.ts'
import type { CurrencyCode } from '../money.ts'

/**
 * What a column holds, and so how its values are given:
 * `text` text; `number` a number or decimal text; `money` minor units (bigint or digits in text);
 * `date` a calendar day `YYYY-MM-DD`; `hours` whole minutes, shown as decimal hours; `percent` a ratio (0.2 is 20 %).
 */
export type ColumnKind = 'text' | 'number' | 'money' | 'date' | 'hours' | 'percent'

export type Column = {
  title: string
  kind: ColumnKind
  /** In characters; by kind when not given. */
  width?: number
  /** Of a money column: stands in its number format. */
  currency?: CurrencyCode
}

/** Null is an empty cell. */
export type CellValue = string | number | bigint | null
export type Row = readonly CellValue[]

/** Excel's own limit of a cell, in UTF-16 units. */
const LONGEST_TEXT = 32_767
const DAY_MS = 86_400_000
/** Day zero of Excel, with its belief in 29 February 1900 allowed for: right from March 1900 on. */
const EPOCH = Date.UTC(1899, 11, 30)

export type CellStyle = { plain: number; quoted: number }

/** The XML of one cell; nothing for an empty one. `at` is its address: «B7». */
export function cellXml(at: string, value: CellValue, column: Column, style: CellStyle): string {
  if (value === null || value === '') return ''
  if (column.kind === 'text') return textXml(at, String(value), style)
  return `<c r="${at}" s="${style.plain}"><v>${figure(value, column)}</v></c>`
}

/**
 * A text cell. It is never a formula, whatever it begins with: the file says «text» of it, and the mark
 * of quotation keeps it so when somebody edits it.
 */
function textXml(at: string, text: string, { plain, quoted }: CellStyle): string {
  const style = /^[=+\-@\t\r]/.test(text) ? quoted : plain
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`
}

function figure(value: string | number | bigint, { kind, currency }: Column): string {
  if (kind === 'date') return String((Date.parse(`${value}T00:00:00Z`) - EPOCH) / DAY_MS)
  if (kind === 'money') return moneyToDecimal(BigInt(value), currency ?? 'BYN')
  const number = Number(value)
  if (!Number.isFinite(number)) throw new RangeError(`not a number in a column of ${kind}`)
  return String(kind === 'hours' ? number / 60 : number)
}

/** Signs that XML 1.0 knows no way to write, halves of surrogate pairs among them. */
// oxlint-disable-next-line no-control-regex -- control characters are exactly what is looked for
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu

/** Text as XML. «_x0041_» is Excel's own escape for «A»: where a person typed it, it is escaped itself. */
export function xmlText(text: string): string {
  return text
    .slice(0, LONGEST_TEXT)
    .replace(/\r\n?/g, '\n')
    .replace(UNWRITABLE, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
}

/** 0 → A, 25 → Z, 26 → AA. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}
