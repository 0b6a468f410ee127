import { sql } from 'kysely'
import type { Db } from '../ctx.ts'
import { type Doorway, inTransaction } from '../db/transaction.ts'
import type { Reaction } from './reactions.ts'

const RELAY = { kind: 'relay', company_id: '', subject_id: null, only_order_id: null } as const
const BATCH = 500

type Row = { id: string; xid: string; company_id: string; name: string }

/**
 * Turns new facts into jobs, each once: the cursor moves in the transaction that queues them.
 *
 * Facts are read in the order of their transactions and only up to the oldest transaction still running, so
 * none that commits late is passed over. One node relays at a time; the others find the cursor's row locked.
 * @param batch how many facts are read at most
 * @returns true when a full batch was read and more may wait
 */
export async function relay(doorway: Doorway, reactions: readonly Reaction[], batch = BATCH): Promise<boolean> {
  return inTransaction(doorway, RELAY, {
    read_only: false,
    run: async (db) => {
      const cursor = await lockCursor(db)
      if (!cursor) return false
      const rows = await readAfter(db, cursor, batch)
      const last = rows.at(-1)
      if (!last) return false
      for (const row of rows) await queue(db, row, reactions)
      await sql`update event_cursors set xid = ${last.xid}::xid8, id = ${last.id} where reader = 'reactions'`.execute(
        db,
      )
      return rows.length === batch
    },
  })
}

type Cursor = { xid: string; id: string }

async function lockCursor(db: Db): Promise<Cursor | undefined> {
  await sql`insert into event_cursors (reader, xid, id) values ('reactions', '0', '00000000-0000-0000-0000-000000000000')
    on conflict do nothing`.execute(db)
  const { rows } = await sql<Cursor>`select xid::text as xid, id from event_cursors where reader = 'reactions'
    for update skip locked`.execute(db)
  return rows[0]
}

async function readAfter(db: Db, { xid, id }: Cursor, batch: number): Promise<Row[]> {
  // By the column: `xid` alone would be the text of it, and 10 come before 9.
  const { rows } = await sql<Row>`select e.id, e.xid::text as xid, e.company_id, e.name from events e
    where (e.xid, e.id) > (${xid}::xid8, ${id}::uuid) and e.xid < pg_snapshot_xmin(pg_current_snapshot())
    order by e.xid, e.id limit ${batch}`.execute(db)
  return rows
}

async function queue(db: Db, row: Row, reactions: readonly Reaction[]): Promise<void> {
  for (const { name, on } of reactions) {
    if (!on.includes(row.name)) continue
    const payload = { company_id: row.company_id, event_id: row.id, reaction: name }
    await sql`select enqueue('react', ${payload}::jsonb, ${`${name}:${row.id}`})`.execute(db)
  }
}
