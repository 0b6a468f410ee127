import { sql } from 'kysely'
import type { Db } from '#platform/ctx.ts'

/** Where in all that the viewer sees of the database an id stands, by column: `orders.contact_id`. */
export async function standsIn(db: Db, id: string): Promise<string[]> {
  const { rows } = await sql<{ ref: string; tab: string; col: string }>`
    select c.oid::regclass::text as tab, a.attname as col, c.oid::regclass || '.' || a.attname as ref
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind = 'r' and c.relnamespace in ('public'::regnamespace, 'auth'::regnamespace) and a.atttypid = 'uuid'::regtype
      and has_column_privilege(c.oid, a.attnum, 'select') order by 3`.execute(db)
  const found: string[] = []
  for (const { ref, tab, col } of rows) {
    const there = await sql`select from ${sql.raw(tab)} where ${sql.ref(col)} = ${id} limit 1`.execute(db)
    if (there.rows.length > 0) found.push(ref)
  }
  return found
}
