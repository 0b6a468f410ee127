import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { onPool } from '#platform/db/kysely.ts'
import type { Doorway } from '#platform/db/transaction.ts'

export type From = { address: string; user_agent: string | null }
export type Method = 'password' | 'code' | 'passkey'
type Try = { user_id: string; method: Method; passed: boolean }

/** The history of an account's sign-ins (IDN-7), and who a try was about. */
export function signInHistory({ pool, prepare }: Doorway) {
  const db = onPool(pool, prepare)
  return {
    /** A wrong password: the same one statement, whether the account is there or not (IDN-1). */
    async failed(email: string, { address, user_agent }: From): Promise<void> {
      await sql`insert into auth.sign_ins (id, user_id, at, method, passed, address, user_agent)
        select ${uuidv7()}::uuid, id, now(), 'password', false, ${address}, ${user_agent}
        from auth."user" where email = ${email.toLowerCase()}`.execute(db)
    },

    async note(what: Try, { address, user_agent }: From): Promise<void> {
      const row = { ...what, id: uuidv7(), at: new Date(), address, user_agent }
      await db.insertInto('auth.sign_ins').values(row).execute()
    },

    /** Whether he has come in from this address with this browser before. */
    async cameFrom(user_id: string, { address, user_agent }: From): Promise<boolean> {
      const { rows } = await sql`select 1 from auth.sign_ins where user_id = ${user_id} and passed
        and address = ${address} and user_agent is not distinct from ${user_agent} limit 1`.execute(db)
      return rows.length > 0
    },

    /** Who gave the right password and owes the second step; null when nobody, or too late. */
    async pending(identifier: string | null): Promise<string | null> {
      if (identifier === null) return null
      const row = await db
        .selectFrom('auth.verification')
        .select('value')
        .where('identifier', '=', identifier)
        .where('expiresAt', '>', new Date().toISOString())
        .executeTakeFirst()
      return row?.value ?? null
    },

    async ownerOfPasskey(credential: string): Promise<string | null> {
      const row = await db
        .selectFrom('auth.passkey')
        .select('userId')
        .where('credentialID', '=', credential)
        .executeTakeFirst()
      return row?.userId ?? null
    },
  }
}
