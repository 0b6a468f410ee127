import { sql } from 'kysely'
import type { Ctx } from '../ctx.ts'

/**
 * Holds words of the company, such as a phone number, until the transaction ends: whoever wants the same waits.
 * For «look whether it is there, else make it» where no row exists yet that could be locked. The lock is held
 * before the look, so that the look sees what the one before has made.
 */
export async function hold(ctx: Ctx, words: readonly string[]): Promise<void> {
  if (words.length === 0) return
  // Everybody in the same order, or two holders wait for each other.
  const keys = words.map((word) => `${ctx.viewer.company_id} ${word}`).sort()
  await sql`select pg_advisory_xact_lock(hashtextextended(key, 0)) from unnest(${keys}::text[]) key`.execute(ctx.db)
}
