import type { KyselyPlugin, UnknownRow } from 'kysely'

const INSTANTS = new Set([
  'createdAt',
  'updatedAt',
  'expiresAt',
  'accessTokenExpiresAt',
  'refreshTokenExpiresAt',
  'lockedUntil',
])

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
    Object.entries(row).map(([name, value]) => [
      name,
      INSTANTS.has(name) && typeof value === 'string' ? new Date(value) : value,
    ]),
  )
