import { createHash } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
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

export type Try = [kind: Kind, whose: string]

/** Counts tries in the database, so that all nodes count together, and many at once count too. */
export function countedTries({ pool, prepare }: Doorway) {
  const db = onPool(pool, prepare)
  return {
    /**
     * Takes one of the tries, for a password before it is looked at; how many seconds to wait when none is left, else 0.
     * Of several kinds each is taken only where the ones before had one left: who has used up his own takes none of his
     * neighbours'. Their order is the same wherever they are taken together, so that two never wait in a ring.
     */
    async take(...tries: readonly [Try, ...Try[]]): Promise<number> {
      const names = tries.map((_, at) => sql.ref(`t${at}`))
      const before = (at: number) =>
        at === 0 ? sql`true` : sql`exists (select from ${names[at - 1]} where n <= times)`
      const taken = tries.map((each, at) => sql`${names[at]} as (${taking(each, before(at))})`)
      const told = names.map((name) => sql`select n, seconds, times from ${name}`)
      const { rows } = await sql<{ n: number; seconds: number; times: number }>`
        with ${sql.join(taken)} ${sql.join(told, sql` union all `)}`.execute(db)
      return Math.max(0, ...rows.map(({ n, seconds, times }) => (n <= times ? 0 : Math.max(1, seconds))))
    },

    /** The right one was given: earlier slips are forgotten. */
    async forget(kind: Kind, whose: string): Promise<void> {
      await db.deleteFrom('auth.tries').where('account', '=', placeOf(kind, whose)).execute()
    },
  }
}

function taking([kind, whose]: Try, where: RawBuilder<unknown>): RawBuilder<unknown> {
  const { minutes, times } = LIMITS[kind]
  return sql`insert into auth.tries as kept (account, n, since)
    select ${placeOf(kind, whose)}::bytea, 1, now() where ${where}
    on conflict (account) do update set
      n = case when kept.since < now() - make_interval(mins => ${minutes}::int) then 1 else kept.n + 1 end,
      since = case when kept.since < now() - make_interval(mins => ${minutes}::int) then now() else kept.since end
    returning n, ${times}::int as times,
      ceil(extract(epoch from since + make_interval(mins => ${minutes}::int) - now()))::int as seconds`
}

const placeOf = (kind: Kind, whose: string): Buffer =>
  createHash('sha256').update(`${kind} ${whose.trim().toLowerCase()}`).digest()
