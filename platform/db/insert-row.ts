import type { Insertable } from 'kysely'
import type { DB } from '#db/types.ts'
import type { Db } from '../ctx.ts'
import { sendOn } from './kysely.ts'

/** Texts of statements, by table and columns: there are as many as places in the code that write. */
const texts = new Map<string, string>()

/**
 * Inserts one row. For what is written many times a second: the query builder takes longer to make the same text anew
 * than it takes to send it.
 */
export async function insertRow<T extends keyof DB>(db: Db, table: T, row: Insertable<DB[T]>): Promise<void> {
  await sendOn(db, { sql: textOf(table, Object.keys(row)), parameters: Object.values(row) })
}

function textOf(table: string, columns: string[]): string {
  const key = `${table} ${columns.join()}`
  const known = texts.get(key)
  if (known !== undefined) return known
  const places = columns.map((_, i) => `$${i + 1}`)
  const text = `insert into ${table} (${columns.map((name) => `"${name}"`).join(', ')}) values (${places.join(', ')})`
  texts.set(key, text)
  return text
}
