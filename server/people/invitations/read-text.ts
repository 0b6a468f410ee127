import { cellsOf } from '../pasted/cells.ts'

/** A line of a pasted list, as its cells say; nothing is dropped. */
export type PastedLine = { name: string; email: string; role: string; position: string; pool: string }

const MAIL = /[^\s@<>,;"]+@[^\s@<>,;"]+/

/**
 * Reads what was copied from a table or typed by lines: name, e-mail, role, pool, position in any order after the name. Which
 * cell is what is told by what stands in it.
 */
export function readText(text: string, known: Known): PastedLine[] {
  const rows = cellsOf(text)
  // A pool that there is not yet, and a word that is no role, are told by the head of their column only.
  const under = (head: RegExp) => rows[0]?.findIndex((cell) => head.test(cell)) ?? -1
  const heads = { pool: under(/^(пул|pool)/i), role: under(/^(роль|role)$/i) }
  const lines = rows.map((cells) => lineOf(cells, known, heads))
  return lines.filter((line, at) => !(at === 0 && isHead(line)))
}

/** What a cell is told by: the words of roles, the names of pools. */
type Known = { isRole: (cell: string) => boolean; isPool: (cell: string) => boolean }

type Heads = { pool: number; role: number }

function lineOf(cells: string[], known: Known, heads: Heads): PastedLine {
  const line: PastedLine = { name: '', email: '', role: '', position: '', pool: '' }
  for (const [at, cell] of cells.entries()) {
    if (cell === '') continue
    // A misspelt address is still meant as one, and is shown in its place to be mended.
    const mail = MAIL.exec(cell)?.[0] ?? (/^\S*@\S*$/.test(cell) ? cell : undefined)
    if (mail && !line.email) {
      line.email = mail
      // «Анна Гринько <anna@svet.example>», as letters have it.
      const rest = cell.replace(mail, '').replaceAll(/[<>"]/g, '').trim()
      if (rest && !line.name) line.name = rest
      continue
    }
    const field = fieldOf(cell, line, {
      isRole: at === heads.role ? () => true : known.isRole,
      isPool: at === heads.pool ? () => true : known.isPool,
    })
    line[field] = line[field] ? `${line[field]}, ${cell}` : cell
  }
  return line
}

/** Where a cell that is no address goes: what is known by its word, then the name, then all else. */
function fieldOf(cell: string, line: PastedLine, { isRole, isPool }: Known): 'name' | 'role' | 'pool' | 'position' {
  if (isRole(cell) && !line.role) return 'role'
  if (isPool(cell)) return 'pool'
  return line.name ? 'position' : 'name'
}

/** The heads of a table's columns are no person. */
function isHead({ name, email }: PastedLine): boolean {
  return !email && /^(имя|фио|ф\.\s?и\.\s?о\.|фамилия|сотрудник|name|full name|employee)/i.test(name)
}
