import { buffer } from 'node:stream/consumers'
import type { Found, ImportSettings } from '#contract/parties/imports.ts'
import type { BlobStore } from '#platform/storage/blob-store.ts'
import { BadWorkbook } from '#platform/xlsx/reading/archive.ts'
import { openXlsx } from '#platform/xlsx/reading/read-xlsx.ts'
import { readCsv } from './read-csv.ts'
import { delimiterOf, type Encoding, encodingOf, formatOf, Unreadable } from './sniff.ts'

/** A row of a file, by its number in it. */
export type TableRow = { at: number; cells: string[] }

export type How = Pick<ImportSettings, 'sheet' | 'delimiter' | 'encoding'>
/** An opened table: how it is read, and its rows as they come. */
export type Table = Pick<Found, 'format' | 'sheets' | 'sheet' | 'delimiter' | 'encoding'> & {
  rows: AsyncIterable<TableRow>
  /** Lets go of the file: what was not read of it, too. */
  close(): Promise<void>
}

/** Signs of a cell that are kept: no field takes as many. */
const LONGEST = 6000
const MOST_CELLS = 200

/** Opens the table of a stored file: the sheet, the delimiter and the letters that were named, else those it seems to have. */
export async function openTable(store: Pick<BlobStore, 'get'>, sha256: Buffer, how: How): Promise<Table> {
  const head = await headOf(store, sha256)
  return formatOf(head) === 'xlsx' ? openWorkbook(store, sha256, how) : openText(store, sha256, { head, how })
}

const HEAD = 256 * 1024

async function headOf(store: Pick<BlobStore, 'get'>, sha256: Buffer): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of store.get(sha256) as AsyncIterable<Buffer>) {
    parts.push(part)
    size += part.length
    if (size >= HEAD) break
  }
  return Buffer.concat(parts).subarray(0, HEAD)
}

function openText(store: Pick<BlobStore, 'get'>, sha256: Buffer, { head, how }: { head: Buffer; how: How }): Table {
  const encoding: Encoding = how.encoding ?? encodingOf(head)
  const delimiter = how.delimiter ?? delimiterOf(new TextDecoder(encoding).decode(head))
  const rows = tidied(readCsv(store.get(sha256), { encoding, delimiter }))
  const close = async (): Promise<void> => void (await rows.return(undefined))
  return { format: 'csv', sheets: [], sheet: null, delimiter, encoding, rows, close }
}

/** The sheet that is named, or the first one that has a row. */
async function openWorkbook(store: Pick<BlobStore, 'get'>, sha256: Buffer, how: How): Promise<Table> {
  const all = await orUnreadable(openXlsx(await buffer(store.get(sha256)), { most_columns: MOST_CELLS }))
  const sheets = all.map(({ name }) => name)
  for (const sheet of all) {
    if (how.sheet !== null && how.sheet !== sheet.name) continue
    const rows = tidied(readable(sheet.rows()))
    const filled = await firstOf(rows)
    if (!filled) continue
    const close = async (): Promise<void> =>
      void (await Promise.all([filled.return(undefined), rows.return(undefined)]))
    return { format: 'xlsx', sheets, sheet: sheet.name, delimiter: null, encoding: null, rows: filled, close }
  }
  throw new Unreadable(sheets.includes(how.sheet ?? '') || how.sheet === null ? 'import.empty' : 'import.no_such_sheet')
}

async function* readable(rows: AsyncGenerator<TableRow>): AsyncGenerator<TableRow> {
  try {
    yield* rows
  } catch (error) {
    throw asUnreadable(error)
  }
}

const orUnreadable = async <Value>(value: Promise<Value>): Promise<Value> =>
  value.catch((error: unknown) => Promise.reject(asUnreadable(error)))

const asUnreadable = (error: unknown): unknown =>
  error instanceof BadWorkbook
    ? new Unreadable(`import.${error.fault === 'broken' ? 'broken_workbook' : 'too_large'}`)
    : error

/** The rows, when there is one. */
async function firstOf(rows: AsyncGenerator<TableRow>): Promise<AsyncGenerator<TableRow> | null> {
  const first = await rows.next()
  if (first.done) return null
  return (async function* () {
    yield first.value
    yield* rows
  })()
}

/** Rows that say anything, without the signs that nobody sees. */
async function* tidied(rows: AsyncIterable<TableRow>): AsyncGenerator<TableRow> {
  for await (const { at, cells } of rows) {
    const tidy = cells.slice(0, MOST_CELLS).map(tidyCell)
    while (tidy.at(-1) === '') tidy.pop()
    if (tidy.length > 0) yield { at, cells: tidy }
  }
}

const tidyCell = (cell: string): string =>
  cell
    .slice(0, LONGEST)
    .toWellFormed()
    // oxlint-disable-next-line no-control-regex -- the database has no way to keep a zero
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u200B\u200E\u200F\uFEFF]/g, '')
    .replaceAll(/[\u00A0\u202F]/g, ' ')
    .trim()
