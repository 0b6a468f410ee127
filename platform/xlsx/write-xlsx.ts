import { Readable } from 'node:stream'
import { cellXml, columnName, xmlText } from './cells.ts'
import type { CellStyle, Column, ColumnKind, Row } from './cells.ts'
import { stylesOf } from './styles.ts'
import type { Styles } from './styles.ts'
import { zipStream } from './zip-stream.ts'

export type { Column, Row } from './cells.ts'

export type Sheet = {
  name: string
  columns: readonly Column[]
  rows: AsyncIterable<Row> | Iterable<Row>
  /** The last row, set off from the rest; a function is asked after the rows have gone by. */
  totals?: Row | (() => Row)
}

/** Excel's own limit. */
const MOST_ROWS = 1_048_576
/** Rows are handed on in pieces of about this many characters: one by one they would cost a stream's step each. */
const PIECE = 64 * 1024
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/**
 * A workbook as a stream of bytes: rows are read as the reader takes them, so a report of a million rows
 * costs no more memory than one of ten.
 *
 * Numbers, money, hours and days are figures with a format, text is always text: nothing that a person
 * typed becomes a formula.
 */
export function writeXlsx({ sheets }: { sheets: readonly Sheet[] }): Readable {
  const styles = stylesOf(sheets.flatMap(({ columns }) => columns))
  const names = sheetNames(sheets)
  const parts = [
    { name: '[Content_Types].xml', content: [contentTypes(sheets.length)] },
    { name: '_rels/.rels', content: [relations([['officeDocument', 'xl/workbook.xml']])] },
    { name: 'xl/workbook.xml', content: [workbookXml(names)] },
    { name: 'xl/_rels/workbook.xml.rels', content: [workbookRelations(sheets.length)] },
    { name: 'xl/styles.xml', content: [styles.xml()] },
    ...sheets.map((sheet, at) => ({ name: `xl/worksheets/sheet${at + 1}.xml`, content: sheetXml(sheet, styles) })),
  ]
  return Readable.from(zipStream(parts), { objectMode: false })
}

async function* sheetXml({ columns, rows, totals }: Sheet, styles: Styles): AsyncGenerator<string> {
  const looks = columns.map((column) => styles.of(column))
  let piece = sheetStart(columns) + headRow(columns)
  let at = 1
  for await (const row of rows) {
    at += 1
    if (at >= MOST_ROWS) throw new RangeError('more rows than a sheet can hold')
    piece += rowXml(at, row, columns, (column) => looks[column]?.body)
    if (piece.length < PIECE) continue
    yield piece
    piece = ''
  }
  const last = typeof totals === 'function' ? totals() : totals
  if (last) piece += rowXml(at + 1, last, columns, (column) => looks[column]?.total)
  const filter = `<autoFilter ref="A1:${columnName(Math.max(columns.length - 1, 0))}${at}"/>`
  yield (
    `${piece}</sheetData>${filter}<pageMargins left="0.5" right="0.5" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>` +
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>'
  )
}

function sheetStart(columns: readonly Column[]): string {
  const cols = columns.map(
    (column, at) => `<col min="${at + 1}" max="${at + 1}" width="${widthOf(column)}" customWidth="1"/>`,
  )
  return (
    `${HEAD}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${cols.join('')}</cols><sheetData>`
  )
}

const widths: Record<ColumnKind, number> = { text: 28, number: 12, money: 18, date: 12, hours: 10, percent: 10 }
const widthOf = ({ kind, width }: Column): number => width ?? widths[kind]

function headRow(columns: readonly Column[]): string {
  const cells = columns.map(({ title }, at) =>
    cellXml(`${columnName(at)}1`, title, { title, kind: 'text' }, { plain: 1, quoted: 1 }),
  )
  return `<row r="1">${cells.join('')}</row>`
}

function rowXml(
  at: number,
  row: Row,
  columns: readonly Column[],
  styleOf: (column: number) => CellStyle | undefined,
): string {
  let cells = ''
  for (const [index, column] of columns.entries()) {
    const style = styleOf(index) ?? { plain: 0, quoted: 0 }
    cells += cellXml(columnName(index) + at, row[index] ?? null, column, style)
  }
  return `<row r="${at}">${cells}</row>`
}

/** Names that Excel takes: up to 31 signs, none of its own, no two alike. */
function sheetNames(sheets: readonly Sheet[]): string[] {
  const taken = new Set<string>()
  return sheets.map(({ name }, at) => {
    const clean =
      name
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/^'+|'+$/g, '')
        .trim()
        .slice(0, 31) || `${at + 1}`
    let free = clean
    for (let copy = 2; taken.has(free.toLowerCase()); copy += 1) free = `${clean.slice(0, 27)} ${copy}`
    taken.add(free.toLowerCase())
    return free
  })
}

function workbookXml(names: readonly string[]): string {
  const sheets = names.map((name, at) => `<sheet name="${xmlText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets.join('')}</sheets></workbook>`
}

function workbookRelations(count: number): string {
  const sheets = Array.from({ length: count }, (_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`] as const)
  return relations([...sheets, ['styles', 'styles.xml']])
}

function relations(targets: readonly (readonly [kind: string, target: string])[]): string {
  const items = targets.map(
    ([kind, target], at) => `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/${kind}" Target="${target}"/>`,
  )
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`
}

function contentTypes(count: number): string {
  const type = (name: string) => `application/vnd.openxmlformats-officedocument.spreadsheetml.${name}+xml`
  const part = (path: string, name: string) => `<Override PartName="/xl/${path}" ContentType="${type(name)}"/>`
  const sheets = Array.from({ length: count }, (_, at) => part(`worksheets/sheet${at + 1}.xml`, 'worksheet'))
  return (
    `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="application/xml"/>${part('workbook.xml', 'sheet.main')}` +
    `${part('styles.xml', 'styles')}${sheets.join('')}</Types>`
  )
}
