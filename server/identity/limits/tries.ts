import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { onPool } from '#platform/db/kysely.ts'
import type { Doorway } from '#platform/db/transaction.ts'

/** What is counted, of whom, and how often in how many minutes it may be (IDN-2). */
const LIMITS = {
  /** Passwords tried for one e-mail, from wherever they come, whether it has an account or not. */
  password: { times: 10, minutes: 15 },
  /** Wrong links and wrong keys for programs from one address. */
  link: { times: 30, minutes: 15 },
  key: { times: 30, minutes: 1 },
  /** Known e-mails that one address was told of, and registrations that it began (IDN-17). */
  taken: { times: 5, minutes: 15 },
  register: { times: 20, minutes: 15 },
  /** Letters of registrations to one mailbox. */
  letter: { times: 3, minutes: 60 },
  /** Messages and files of one visitor of a site's chat, and of one address; visitors who come new from one; wrong signs. */
  chat: { times: 60, minutes: 15 },
  chat_address: { times: 240, minutes: 15 },
  chat_newcomer: { times: 40, minutes: 15 },
  chat_wrong: { times: 30, minutes: 15 },
}
type Kind = keyof typeof LIMITS

/** Counts tries in the database, so that all nodes count together, and many at once count too. */
export function countedTries({ pool, prepare }: Doorway) {
  const db = onPool(pool, prepare)
  return {
    /** Takes one of the tries, for a password before it is looked at; how many seconds to wait when none is left, else 0. */
    async take(kind: Kind, whose: string): Promise<number> {
      const { times, minutes } = LIMITS[kind]
      const { rows } = await sql<{ n: number; seconds: number }>`insert into auth.tries as kept (account, n, since)
        values (${placeOf(kind, whose)}, 1, now())
        on conflict (account) do update set
          n = case when kept.since < now() - make_interval(mins => ${minutes}::int) then 1 else kept.n + 1 end,
          since = case when kept.since < now() - make_interval(mins => ${minutes}::int) then now() else kept.since end
        returning n, ceil(extract(epoch from since + make_interval(mins => ${minutes}::int) - now()))::int as seconds`.execute(
        db,
      )
      const { n, seconds } = rows[0] ?? { n: 0, seconds: 0 }
      return n <= times ? 0 : Math.max(1, seconds)
    },

    /** The right one was given: earlier slips are forgotten. */
    async forget(kind: Kind, whose: string): Promise<void> {
      await db.deleteFrom('auth.tries').where('account', '=', placeOf(kind, whose)).execute()
    },
  }
}

const placeOf = (kind: Kind, whose: string): Buffer =>
  createHash('sha256').update(`${kind} ${whose.trim().toLowerCase()}`).digest()
