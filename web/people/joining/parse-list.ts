/** A line of a pasted list, as its cells say; nothing is dropped. */
export type PastedLine = { name: string; email: string; role: string; position: string }

const MAIL = /[^\s@<>,;"]+@[^\s@<>,;"]+/

/**
 * Reads what was copied from a table or typed by lines: name, e-mail, role, position in any order of the last three. The
 * library knows how tables quote their cells; which cell is what is told by what stands in it.
 */
export async function parseList(text: string, isRole: (cell: string) => boolean): Promise<PastedLine[]> {
  const { default: papa } = await import('papaparse')
  const delimiter = ['\t', ';', ','].find((one) => text.includes(one)) ?? '\t'
  const { data } = papa.parse<string[]>(text.trim(), { delimiter, skipEmptyLines: 'greedy' })
  const lines = data.map((cells) =>
    lineOf(
      cells.map((cell) => cell.trim()),
      isRole,
    ),
  )
  return lines.filter((line, at) => !(at === 0 && isHead(line)))
}

function lineOf(cells: string[], isRole: (cell: string) => boolean): PastedLine {
  const line: PastedLine = { name: '', email: '', role: '', position: '' }
  for (const cell of cells.filter(Boolean)) {
    // A misspelt address is still meant as one, and is shown in its place to be mended.
    const mail = MAIL.exec(cell)?.[0] ?? (/^\S*@\S*$/.test(cell) ? cell : undefined)
    if (mail && !line.email) {
      line.email = mail
      // «Анна Гринько <anna@svet.example>», as letters have it.
      const rest = cell.replace(mail, '').replaceAll(/[<>"]/g, '').trim()
      if (rest && !line.name) line.name = rest
    } else if (isRole(cell) && !line.role) line.role = cell
    else if (!line.name) line.name = cell
    else line.position = line.position ? `${line.position}, ${cell}` : cell
  }
  return line
}

/** The heads of a table's columns are no person. */
function isHead({ name, email }: PastedLine): boolean {
  return !email && /^(имя|фио|ф\.\s?и\.\s?о\.|фамилия|сотрудник|name|full name|employee)/i.test(name)
}
