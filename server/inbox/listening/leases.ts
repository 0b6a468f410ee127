import { sql } from 'kysely'
import type { ChannelKind } from '#contract/inbox/conversations.ts'
import type { Db } from '#platform/ctx.ts'
import { type Doorway, inTransaction } from '#platform/db/transaction.ts'

const RELAY = { kind: 'relay', company_id: '', subject_id: null, only_order_id: null } as const

/** How long a node may be silent before another takes its channels, in seconds. */
const LEASE = 30

export type Claimed = {
  company_id: string
  id: string
  kind: ChannelKind
  settings: unknown
  sealed: string | null
  cursor: Record<string, unknown>
  version: number
}

const across = <T>(doorway: Doorway, run: (db: Db) => Promise<T>): Promise<T> =>
  inTransaction(doorway, RELAY, { read_only: false, run })

/** Takes for this node the channels of these kinds that nobody follows, of those that have what opens them. Two nodes that ask at once share them out. */
export const claim = (doorway: Doorway, node: string, kinds: readonly ChannelKind[]): Promise<Claimed[]> =>
  across(doorway, async (db) => {
    const { rows } = await sql<Claimed>`
      with free as (
        select s.company_id, s.channel_id from channel_states s
        join channels c on c.company_id = s.company_id and c.id = s.channel_id
        where c.archived_at is null and c.sealed is not null and c.kind::text = any(${[...kinds]}::text[])
          and (s.leased_until is null or s.leased_until < now())
        for update of s skip locked limit 100)
      update channel_states s set leased_by = ${node}, leased_until = now() + make_interval(secs => ${LEASE})
      from free, channels c
      where s.company_id = free.company_id and s.channel_id = free.channel_id
        and c.company_id = s.company_id and c.id = s.channel_id
      returning c.company_id, c.id, c.kind, c.settings, c.sealed, c.version, s.cursor`.execute(db)
    return rows
  })

/** Keeps what the node follows; gives those that are still its own, unchanged since it took them. */
export const renew = (doorway: Doorway, node: string): Promise<Pick<Claimed, 'id' | 'version'>[]> =>
  across(doorway, async (db) => {
    const { rows } = await sql<Pick<Claimed, 'id' | 'version'>>`
      update channel_states s set leased_until = now() + make_interval(secs => ${LEASE})
      from channels c where c.company_id = s.company_id and c.id = s.channel_id
        and s.leased_by = ${node} and s.leased_until > now() and c.archived_at is null
      returning c.id, c.version`.execute(db)
    return rows
  })

/** Gives one channel, or all, back at once, for another node or for a new beginning. */
export const release = (doorway: Doorway, node: string, channel_id: string | null): Promise<void> =>
  across(doorway, async (db) => {
    await sql`update channel_states set leased_by = null, leased_until = null
      where leased_by = ${node} and (${channel_id}::uuid is null or channel_id = ${channel_id}::uuid)`.execute(db)
  })
