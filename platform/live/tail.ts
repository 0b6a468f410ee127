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

/** `mark` names a moment: every fact of a transaction before it has been seen by whoever holds it. */
export type Seen = { mark: string; hints: Hint[] }

const RELAY = { kind: 'relay', company_id: '', subject_id: null, only_order_id: null } as const

/**
 * Facts of all companies since a mark (an xid), and the mark to go on from. Facts younger than the new mark come
 * again next time: ids do not commit in order, so who reads lets doubles fall by their id.
 */
export async function readSince(doorway: Doorway, mark: string | null, company_id: string | null): Promise<Seen> {
  return inTransaction(doorway, RELAY, {
    read_only: true,
    run: async (db) => {
      const next = await markNow(db)
      if (mark === null) return { mark: next, hints: [] }
      const { rows } = await sql<Hint>`select id, company_id, name, subject_kind, subject_id, actor_id from events
        where xid >= ${mark}::xid8 and (${company_id}::uuid is null or company_id = ${company_id}::uuid)
        order by xid, id limit 5000`.execute(db)
      return { mark: next, hints: rows }
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
  const step = async () => {
    const seen = await readSince(doorway, mark, null)
    const fresh = seen.hints.filter((hint) => !told.has(hint.id))
    told = new Set(seen.hints.map((hint) => hint.id))
    mark = seen.mark
    if (fresh.length > 0) hear({ mark: seen.mark, hints: fresh })
  }
  // A failed look is made good by the next: the mark has not moved.
  return { wake: oneAtATime(step, () => {}), first: step }
}
