import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { onPool } from '#platform/db/kysely.ts'
import type { Doorway } from '#platform/db/transaction.ts'

/** A code counts half a minute before and after its own: afterwards the same digits are another code. */
const SECONDS = 120

/** Codes of apps that were given (IDN-5): the library itself takes one as often as it comes. */
export function usedCodes({ pool, prepare }: Doorway) {
  const db = onPool(pool, prepare)
  return {
    /** Takes a code for good before it is looked at; false when it was given already, or is being given just now. */
    async take(user_id: string, code: string): Promise<boolean> {
      const { rows } = await sql`insert into auth.used_codes as kept (user_id, code, at)
        values (${user_id}, ${hashOf(code)}, now())
        on conflict (user_id, code) do update set at = now()
          where kept.at < now() - make_interval(secs => ${SECONDS}::int)
        returning 1`.execute(db)
      return rows.length > 0
    },

    /** A code that was wrong is not used up: the clock of the phone may be a moment ahead. */
    async giveBack(user_id: string, code: string): Promise<void> {
      await db.deleteFrom('auth.used_codes').where('user_id', '=', user_id).where('code', '=', hashOf(code)).execute()
    },
  }
}

const hashOf = (code: string): Buffer => createHash('sha256').update(code).digest()
