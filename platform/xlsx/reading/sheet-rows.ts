import { isoText, numberText, unescaped } from './cell-text.ts'
import { Words } from './words.ts'
import type { WorkbookFacts } from './workbook-facts.ts'
import { heard, type Listener } from './xml.ts'

/** A row by its number in the sheet, from one; cells are what a person sees, an empty one is an empty text. */
export type SheetRow = { at: number; cells: string[] }

type Cell = { column: number; kind: string; style: number; value: string }

/** The rows of a sheet as its bytes come; no more than so many of their cells. */
export async function* rowsOf(
  bytes: AsyncIterable<Buffer>,
  { facts, most_columns }: { facts: WorkbookFacts; most_columns: number },
): AsyncGenerator<SheetRow> {
  const rows = new Rows(facts, most_columns)
  for await (const _ of heard(bytes, rows)) yield* rows.ready.splice(0)
}

class Rows implements Listener {
  ready: SheetRow[] = []
  #row: SheetRow = { at: 0, cells: [] }
  #cell: Cell | null = null
  #column = 0
  #inValue = false
  readonly #words = new Words()
  readonly #facts: WorkbookFacts
  readonly #most: number

  constructor(facts: WorkbookFacts, most_columns: number) {
    this.#facts = facts
    this.#most = most_columns
  }

  opened(name: string, facts: Record<string, string>): void {
    if (name === 'row') this.#beginRow(facts)
    else if (name === 'c') this.#beginCell(facts)
    else if (name === 'v') this.#inValue = this.#cell !== null
    else this.#words.opened(name)
  }

  text(part: string): void {
    if (this.#inValue && this.#cell) this.#cell.value += part
    else this.#words.text(part)
  }

  closed(name: string): void {
    if (name === 'v') this.#inValue = false
    else if (name === 'c') this.#endCell()
    else if (name === 'row') this.ready.push(this.#row)
    else this.#words.closed(name)
  }

  #beginRow({ r }: Record<string, string>): void {
    // Rows and cells may leave out where they are: then they are the next ones (ECMA-376, part 1, 18.3.1.73 and .4).
    this.#row = { at: r === undefined ? this.#row.at + 1 : Number(r), cells: [] }
    this.#column = 0
  }

  #beginCell({ r, t = 'n', s = '0' }: Record<string, string>): void {
    this.#column = r === undefined ? this.#column + 1 : columnOf(r)
    this.#cell = { column: this.#column, kind: t, style: Number(s), value: '' }
    this.#words.taken()
  }

  #endCell(): void {
    const cell = this.#cell
    this.#cell = null
    if (!cell || cell.column > this.#most) return
    const shown = this.#shown(cell)
    const { cells } = this.#row
    while (cells.length < cell.column - 1) cells.push('')
    cells[cell.column - 1] = shown
  }

  /** By the kind of a cell (ECMA-376, part 1, 18.18.11): an error of a formula says nothing, «true» is a mark. */
  #shown({ kind, value, style }: Cell): string {
    const { texts, looks, since_1904 } = this.#facts
    if (kind === 's') return texts[Number(value)] ?? ''
    if (kind === 'inlineStr') return this.#words.taken()
    if (kind === 'str') return unescaped(value)
    if (kind === 'b') return value === '1' || value === 'true' ? '+' : ''
    if (kind === 'd') return isoText(value)
    if (kind === 'e') return ''
    return numberText(value, looks[style] ?? 'number', { since_1904 })
  }
}

/** The number of a column by a cell's address: «B7» is in the second one. */
function columnOf(address: string): number {
  let column = 0
  for (const letter of address) {
    const at = letter.toUpperCase().charCodeAt(0) - 64
    if (at < 1 || at > 26) break
    column = column * 26 + at
  }
  return column
}
