import { type RawBuilder, sql } from 'kysely'

/**
 * That a column is one of these ids. A single one is compared with: PostgreSQL keeps the plan of that, while a
 * statement with a list is planned anew each time, which takes longer than to find the row.
 */
export const among = (column: string, ids: readonly string[]): RawBuilder<boolean> =>
  ids.length === 1
    ? sql<boolean>`${sql.ref(column)} = ${ids[0]}::uuid`
    : sql<boolean>`${sql.ref(column)} = any(${[...ids]}::uuid[])`

/**
 * That a column is one of many ids: thousands. They go out as one text, for the driver would quote each by itself; and as
 * rows, for PostgreSQL weighs every element of a list while it plans: 40 ms for 1,600 of them.
 */
export const amongMany = (column: string, ids: readonly string[]): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(column)} in (select unnest(${`{${ids.join()}}`}::uuid[]))`
