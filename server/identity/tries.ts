import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { onPool } from '#platform/db/kysely.ts'
import type { Doorway } from '#platform/db/transaction.ts'

/** What is counted, of whom, and how often in how many minutes it may be (IDN-2). */
const LIMITS = {
  /** Passwords tried for one e-mail, from wherever they come, whether it has an account or not. */
  password: { times: 10, minutes: 15 },
}
type Kind = keyof typeof LIMITS

/** Counts tries in the database, so that all nodes count together, and many at once count too. */
export function countedTries({ pool, prepare }: Doorway) {
  const db = onPool(pool, prepare)
  return {
    /** Takes one of the tries before anything is looked at; false when none is left. */
    async take(kind: Kind, whose: string): Promise<boolean> {
      const { times, minutes } = LIMITS[kind]
      const { rows } = await sql<{ n: number }>`insert into auth.tries as kept (account, n, since)
        values (${placeOf(kind, whose)}, 1, now())
        on conflict (account) do update set
          n = case when kept.since < now() - make_interval(mins => ${minutes}::int) then 1 else kept.n + 1 end,
          since = case when kept.since < now() - make_interval(mins => ${minutes}::int) then now() else kept.since end
        returning n`.execute(db)
      return (rows[0]?.n ?? 0) <= times
    },

    /** The right one was given: earlier slips are forgotten. */
    async forget(kind: Kind, whose: string): Promise<void> {
      await db.deleteFrom('auth.tries').where('account', '=', placeOf(kind, whose)).execute()
    },
  }
}

const placeOf = (kind: Kind, whose: string): Buffer =>
  createHash('sha256').update(`${kind} ${whose.trim().toLowerCase()}`).digest()
