import { type RawBuilder, sql } from 'kysely'

/** A column, or any expression of a query. */
export type Column = RawBuilder<unknown>

/** An instant inside JSON that the database builds, in the spelling that it has everywhere else. */
export const isoText = (instant: Column): RawBuilder<string> =>
  sql`to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
