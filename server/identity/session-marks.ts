import { sql } from 'kysely'
import { onPool } from '#platform/db/kysely.ts'
import type { Doorway } from '#platform/db/transaction.ts'

/** What we write on sessions beside the library: what was shown for them, and which end. */
export function sessionMarks(doorway: Doorway) {
  const db = onPool(doorway.pool, doorway.prepare)
  return {
    /** Whoever holds it has shown now that it is he; `strong` when by more than a password. */
    async proved(token: string, strong: boolean): Promise<void> {
      await db
        .updateTable('auth.session')
        .set({ provedAt: new Date(), ...(strong && { strong }) })
        .where('token', '=', token)
        .execute()
    },

    /** Opened by a password though its person has a code: the library let it pass, for it trusts this browser. */
    async trusted(token: string): Promise<void> {
      await sql`update auth.session as held set strong = true from auth."user" as own
        where held.token = ${token} and own.id = held."userId" and own."twoFactorEnabled"`.execute(db)
    },

    /** A new session goes on where the browser's earlier one of the same person was, which ends. */
    async goesOn(token: string, earlier: string): Promise<void> {
      await sql`with ended as (
          delete from auth.session as old using auth.session as new
          where old.token = ${earlier} and new.token = ${token} and new."userId" = old."userId"
          returning old."companyId")
        update auth.session set "companyId" = ended."companyId" from ended where token = ${token}`.execute(db)
    },

    /** Ends all sessions of a person but one, and lets no browser pass without the second step any more. */
    async endOthers(user_id: string, kept: string): Promise<void> {
      await db.deleteFrom('auth.session').where('userId', '=', user_id).where('token', '<>', kept).execute()
      await db
        .deleteFrom('auth.verification')
        .where('value', '=', user_id)
        .where('identifier', 'like', 'trust-device-%')
        .execute()
    },

    async asksForCode(user_id: string): Promise<boolean> {
      const user = await db
        .selectFrom('auth.user')
        .select('twoFactorEnabled')
        .where('id', '=', user_id)
        .executeTakeFirst()
      return user?.twoFactorEnabled ?? false
    },
  }
}

export type SessionMarks = ReturnType<typeof sessionMarks>
