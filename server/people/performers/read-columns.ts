import type { PerformerCells } from '#contract/performers.ts'
import { cellsOf, headOf, withoutOrdinals } from '../pasted/cells.ts'

type Field = keyof PerformerCells

/** Names of columns, as tables of people have them. */
const NAMES: readonly (readonly [Field, RegExp])[] = [
  ['name', /^(имя|фио|ф\.\s?и\.|фамилия|отчество|исполнител|работник|сотрудник)|^(full |first |last |sur)?name\b/i],
  ['pool', /^(пул|бригад|команд)|^(pool|team|crew)\b/i],
  ['phone', /(?<!\p{L})(тел|моб)|^номер(?!.*п\/?п)|phone|mobile|viber|whatsapp/iu],
  ['rate', /ставк|тариф|^цена|стоимост|оплат|(?<!\p{L})час|(?<!\p{L})руб|\brate|price|cost|hour/iu],
  ['specialities', /^(специал|професс|категор|вид|работ|навык|должност)|special|trade|skill|profession|categor/i],
]

type Columns = {
  lines: PerformerCells[]
  /** Heads of columns that were not taken: nobody may think that they were. */
  unread: string[]
}

/** Lines of performers in a pasted text: by the heads of the columns where they are given, else by what a cell looks like (PRF-1). */
export function readColumns(text: string, isPool: (cell: string) => boolean): Columns {
  const rows = cellsOf(text)
  const head = headOf(rows[0], NAMES)
  if (!head) return { lines: withoutOrdinals(rows).map((cells) => guessed(cells, isPool)), unread: [] }
  const unread = (rows[0] ?? []).filter((name, at) => name && !head[at])
  return { lines: rows.slice(1).map((cells) => named(cells, head)), unread }
}

const bare = (): PerformerCells => ({ name: '', phone: '', specialities: '', rate: '', pool: '' })

/** Several columns of one kind are one cell: surname and name, three trades. */
function named(cells: readonly string[], head: readonly (Field | null)[]): PerformerCells {
  const line = bare()
  for (const [at, cell] of cells.entries()) {
    const field = head[at]
    if (field && cell) line[field] = joined(line[field], cell, field === 'name' ? ' ' : ', ')
  }
  return line
}

const PHONE = /\+?\d[\d\s()–-]{5,}\d/
const RATE = /^\D{0,2}\d[\d\s]*([.,]\d{1,2})?(?!.*\d)/

/** A trade and a pool are often called the same: the first such cell is the trade, a second one the pool. */
function guessed(cells: readonly string[], isPool: (cell: string) => boolean): PerformerCells {
  const line = bare()
  for (const cell of cells.filter(Boolean)) {
    const phone = PHONE.exec(cell)?.[0]
    if (phone && !line.phone && digits(phone) > 6) {
      line.phone = phone.trim()
      // «Иван Мороз +375 29 612-33-44» in one cell.
      const rest = cell.replace(phone, '').replaceAll(/^[\s,:]+|[\s,:]+$/g, '')
      if (/\p{L}{2}/u.test(rest) && !line.name) line.name = rest
    } else if (RATE.test(cell) && !line.rate) line.rate = cell
    else if (line.specialities && isPool(cell)) line.pool = joined(line.pool, cell, ', ')
    else if (line.name) line.specialities = joined(line.specialities, cell, ', ')
    else line.name = cell
  }
  return line
}

const joined = (before: string, cell: string, by: string) => (before ? `${before}${by}${cell}` : cell)
const digits = (text: string) => text.replaceAll(/\D/g, '').length
