import { sql } from 'kysely'
import type { Db } from '../ctx.ts'
import { oneAtATime } from '../one-at-a-time.ts'
import { type Doorway, inTransaction } from '../db/transaction.ts'

/** A fact as a stream tells it: enough to know what to ask for again, nothing that a right would hide. */
export type Hint = {
  id: string
  company_id: string
  name: string
  subject_kind: string
  subject_id: string
  actor_id: string | null
}

/**
 * `mark` names a moment: every fact of a transaction before it has been seen by whoever holds it. `rest` names the last
 * of these facts where more of them wait.
 */
export type Seen = { mark: string; hints: Hint[]; rest: Place | null }
type Place = { xid: string; id: string }

/** How many facts are read at once. */
const PAGE = 5000
/** For how long it is known which moment was when: longer than any page takes to load. */
const KNOWN_MS = 120_000

const RELAY = { kind: 'relay', company_id: '', subject_id: null, only_order_id: null } as const

/**
 * Facts of all companies since a mark (an xid), and the mark to go on from. Facts younger than the new mark come
 * again next time: ids do not commit in order, so who reads lets doubles fall by their id.
 */
export async function readSince(
  doorway: Doorway,
  { mark, company_id, after }: { mark: string | null; company_id: string | null; after?: Place },
): Promise<Seen> {
  return inTransaction(doorway, RELAY, {
    read_only: true,
    run: async (db) => {
      const next = await markNow(db)
      if (mark === null) return { mark: next, hints: [], rest: null }
      const from = after ? sql`(e.xid, e.id) > (${after.xid}::xid8, ${after.id}::uuid)` : sql`e.xid >= ${mark}::xid8`
      const of = company_id === null ? sql`true` : sql`e.company_id = ${company_id}::uuid`
      // By the column: `xid` alone would be the text of it, and 10 come before 9.
      const { rows } = await sql<Hint & { xid: string }>`
        select e.id, e.company_id, e.name, e.subject_kind, e.subject_id, e.actor_id, e.xid::text as xid from events e
        where ${from} and ${of} order by e.xid, e.id limit ${PAGE}`.execute(db)
      return { mark: next, hints: rows, rest: rows.length === PAGE ? (rows.at(-1) ?? null) : null }
    },
  })
}

async function markNow(db: Db): Promise<string> {
  const { rows } = await sql<{ mark: string }>`select pg_snapshot_xmin(pg_current_snapshot())::text as mark`.execute(db)
  return rows[0]?.mark ?? '0'
}

/** Follows all facts for one node, and gives each once to `hear`. */
export function openTail(doorway: Doorway, hear: (seen: Seen) => void) {
  let mark: string | null = null
  let told = new Set<string>()
  const moments = marksInTime()
  const step = async () => {
    const first = await readSince(doorway, { mark, company_id: null })
    const since = new Set<string>()
    for (let seen = first; ; seen = await readSince(doorway, { mark, company_id: null, after: seen.rest })) {
      const fresh = seen.hints.filter((hint) => !told.has(hint.id))
      for (const { id } of seen.hints) since.add(id)
      if (fresh.length > 0) hear({ ...seen, mark: first.mark, hints: fresh })
      if (!seen.rest) break
    }
    told = since
    mark = first.mark
    moments.keep(mark)
  }
  // A failed look is made good by the next: the mark has not moved.
  return { wake: oneAtATime(step, () => {}), first: step, markBefore: moments.before }
}

/** Which mark held when, about one for each second of the last two minutes. */
function marksInTime() {
  const kept: { at: number; mark: string }[] = []
  return {
    keep(mark: string): void {
      const at = performance.now()
      if (at - (kept.at(-1)?.at ?? -Infinity) < 1000) return
      kept.push({ at, mark })
      if (at - (kept[0]?.at ?? at) > KNOWN_MS) kept.shift()
    },
    /** The mark of a moment so many milliseconds ago or a little earlier; null where nothing is known of it. */
    before: (ago: number): string | null => kept.findLast(({ at }) => at <= performance.now() - ago)?.mark ?? null,
  }
}
