import type { Db } from '../ctx.ts'
import { sendOn } from './kysely.ts'

/**
 * Rows of a statement whose text never changes. For what is asked many times a second: the query builder takes longer to
 * make the same text anew than PostgreSQL to answer it. Only values go into it, as `$1`, `$2`…
 */
export async function fixed<Row>(db: Db, text: string, values: readonly unknown[]): Promise<Row[]> {
  return [...(await sendOn(db, { sql: text, parameters: values }))] as Row[]
}
