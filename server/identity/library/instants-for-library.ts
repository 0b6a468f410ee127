import type { KyselyPlugin, UnknownRow } from 'kysely'

const INSTANTS = new Set([
  'createdAt',
  'updatedAt',
  'expiresAt',
  'accessTokenExpiresAt',
  'refreshTokenExpiresAt',
  'lockedUntil',
])

/** Counted in milliseconds: as text they would be put before a sum instead of being added to it. */
const NUMBERS = new Set(['lastRequest'])

/**
 * Gives the sign-in library its instants as Dates; everything else of ours reads them as text.
 *
 * It compares them with `new Date()`, and text against a Date is neither before nor after: a used-up reset link
 * would never run out, and the list of sessions would be empty.
 */
export const instantsForLibrary: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => ({ ...result, rows: result.rows.map(withDates) }),
}

const withDates = (row: UnknownRow): UnknownRow =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === 'string' ? typed(name, value) : value]),
  )

const typed = (name: string, value: string): unknown =>
  INSTANTS.has(name) ? new Date(value) : NUMBERS.has(name) ? Number(value) : value
