import { cellsOf } from '../pasted/cells.ts'

/** A line of a pasted list, as its cells say; nothing is dropped. */
export type PastedLine = { name: string; email: string; role: string; position: string; pool: string }

const MAIL = /[^\s@<>,;"]+@[^\s@<>,;"]+/

/**
 * Reads what was copied from a table or typed by lines: name, e-mail, role, pool, position in any order after the name. Which
 * cell is what is told by what stands in it.
 */
export function readText(text: string, known: Known): PastedLine[] {
  const lines = cellsOf(text).map((cells) => lineOf(cells, known))
  return lines.filter((line, at) => !(at === 0 && isHead(line)))
}

/** What a cell is told by: the words of roles, the names of pools. */
type Known = { isRole: (cell: string) => boolean; isPool: (cell: string) => boolean }

function lineOf(cells: string[], { isRole, isPool }: Known): PastedLine {
  const line: PastedLine = { name: '', email: '', role: '', position: '', pool: '' }
  for (const cell of cells.filter(Boolean)) {
    // A misspelt address is still meant as one, and is shown in its place to be mended.
    const mail = MAIL.exec(cell)?.[0] ?? (/^\S*@\S*$/.test(cell) ? cell : undefined)
    if (mail && !line.email) {
      line.email = mail
      // «Анна Гринько <anna@svet.example>», as letters have it.
      const rest = cell.replace(mail, '').replaceAll(/[<>"]/g, '').trim()
      if (rest && !line.name) line.name = rest
    } else if (isRole(cell) && !line.role) line.role = cell
    else if (isPool(cell)) line.pool = line.pool ? `${line.pool}, ${cell}` : cell
    else if (!line.name) line.name = cell
    else line.position = line.position ? `${line.position}, ${cell}` : cell
  }
  return line
}

/** The heads of a table's columns are no person. */
function isHead({ name, email }: PastedLine): boolean {
  return !email && /^(имя|фио|ф\.\s?и\.\s?о\.|фамилия|сотрудник|name|full name|employee)/i.test(name)
}
