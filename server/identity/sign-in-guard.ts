import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { onPool } from '#platform/db/kysely.ts'
import type { Doorway } from '#platform/db/transaction.ts'

export type From = { address: string; user_agent: string | null }
export type Method = 'password' | 'code' | 'passkey'

/** Passwords that may be tried for one e-mail before it must wait, from wherever they come (IDN-2). */
const TRIES = 10
const WINDOW_MINUTES = 15

/**
 * Counts the passwords tried for an e-mail and keeps the history of sign-ins. It does the same work for an e-mail
 * that is nobody's, so that neither the answer nor the time it takes says who has an account.
 */
export function signInGuard(doorway: Doorway) {
  const db = onPool(doorway.pool, doorway.prepare)
  return {
    /** Takes one of the tries before the password is looked at, so that many at once count too; false when none is left. */
    async take(email: string): Promise<boolean> {
      const { rows } = await sql<{ n: number }>`insert into auth.tries as kept (account, n, since)
        values (${accountOf(email)}, 1, now())
        on conflict (account) do update set
          n = case when kept.since < now() - make_interval(mins => ${WINDOW_MINUTES}::int) then 1 else kept.n + 1 end,
          since = case when kept.since < now() - make_interval(mins => ${WINDOW_MINUTES}::int) then now() else kept.since end
        returning n`.execute(db)
      return (rows[0]?.n ?? 0) <= TRIES
    },

    /** A wrong password: one statement, which finds the account or does not. */
    async failed(email: string, { address, user_agent }: From): Promise<void> {
      await sql`insert into auth.sign_ins (id, user_id, at, method, passed, address, user_agent)
        select ${uuidv7()}::uuid, id, now(), 'password', false, ${address}, ${user_agent}
        from auth."user" where email = ${email.toLowerCase()}`.execute(db)
    },

    async passed(user_id: string, method: Method, { address, user_agent }: From): Promise<void> {
      const row = { id: uuidv7(), user_id, at: new Date(), method, passed: true, address, user_agent }
      await db.insertInto('auth.sign_ins').values(row).execute()
    },

    /** The right password was given: earlier slips are forgotten. */
    async forget(email: string): Promise<void> {
      await db.deleteFrom('auth.tries').where('account', '=', accountOf(email)).execute()
    },
  }
}

export type SignInGuard = ReturnType<typeof signInGuard>

const accountOf = (email: string): Buffer => createHash('sha256').update(email.trim().toLowerCase()).digest()
