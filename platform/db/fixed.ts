import { CompiledQuery } from 'kysely'
import type { Db } from '../ctx.ts'

/**
 * Rows of a statement whose text never changes. For what is asked many times a second: the query builder takes longer to
 * make the same text anew than PostgreSQL to answer it. Only values go into it, as `$1`, `$2`…
 */
export async function fixed<Row>(db: Db, text: string, values: readonly unknown[]): Promise<Row[]> {
  return (await db.executeQuery<Row>(CompiledQuery.raw(text, [...values]))).rows
}
