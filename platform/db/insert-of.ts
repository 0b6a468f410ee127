import type { Insertable } from 'kysely'
import type { DB } from '#db/types.ts'

/** A statement as it goes out: its text with `$1`, `$2`… and their values. */
export type Statement = { sql: string; parameters: readonly unknown[] }

/** A row to be written, and the table it goes into. */
export type NewRow = { [T in keyof DB]: { into: T; row: Insertable<DB[T]> } }[keyof DB]

/** Texts of statements, by tables and columns: there are as many as places in the code that write. */
const texts = new Map<string, string>()

/**
 * One statement that inserts these rows, whatever tables they go into. References among them hold: PostgreSQL looks at
 * them when the whole statement is done. For what is written many times a second: the query builder takes longer to make
 * the same text anew than it takes to send it, and each statement costs as much as its row.
 */
export function insertOf(rows: readonly NewRow[]): Statement {
  const shapes = rows.map(({ into, row }) => ({ into, columns: Object.keys(row) }))
  return { sql: textOf(shapes), parameters: rows.flatMap(({ row }) => Object.values<unknown>(row)) }
}

type Shape = { into: string; columns: string[] }

function textOf(shapes: readonly Shape[]): string {
  const key = shapes.map(({ into, columns }) => `${into} ${columns.join()}`).join(';')
  const known = texts.get(key)
  if (known !== undefined) return known
  let place = 0
  const inserts = shapes.map(({ into, columns }) => {
    const places = columns.map(() => `$${++place}`)
    return `insert into ${into} (${columns.map((name) => `"${name}"`).join(', ')}) values (${places.join(', ')})`
  })
  const [last = '', ...before] = inserts.toReversed()
  const ahead = before.toReversed().map((insert, i) => `row${i + 1} as (${insert})`)
  const text = ahead.length > 0 ? `with ${ahead.join(', ')} ${last}` : last
  texts.set(key, text)
  return text
}
