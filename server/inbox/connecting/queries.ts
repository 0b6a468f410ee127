import { sql } from 'kysely'
import type { Static } from 'typebox'
import type { Channel, ChannelHealth } from '#contract/inbox/channels.ts'
import type { Can } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { found, type Refusal } from '#platform/errors.ts'
import { personJson } from '#server/people/index.ts'
import { adapters } from '../channels/adapters.ts'
import { channelPolicy } from '../policy.ts'
import { accessOf } from './access.ts'

const FAILED_FOR = '7 days'

/** What of a channel `h` is on its way out, or was. */
const queued = sql`message_deliveries d join conversations c on c.company_id = d.company_id and c.id = d.conversation_id
    where d.company_id = h.company_id and c.channel_id = h.id`

/** The company's channels with how each does: one query. */
export function visibleChannels({ db, viewer, now }: Ctx) {
  return db
    .selectFrom('channels as h')
    .innerJoin('channel_states as s', (on) =>
      on.onRef('s.company_id', '=', 'h.company_id').onRef('s.channel_id', '=', 'h.id'),
    )
    .where('h.company_id', '=', viewer.company_id)
    .select([
      'h.id',
      'h.company_id',
      'h.kind',
      'h.name',
      'h.settings',
      'h.sealed',
      'h.responsible_id',
      'h.auto_reply',
      'h.archived_at',
      'h.version',
    ])
    .select(personJson(sql`h.company_id`, sql`h.responsible_id`).as('responsible'))
    .select([
      's.answered_at',
      's.last_in_at',
      's.last_out_at',
      's.lag_ms',
      's.failing_since',
      's.fault',
      's.fault_words',
    ])
    .select(sql<number>`(select count(*)::int from ${queued} and d.state in ('waiting', 'sending'))`.as('queued'))
    .select(
      sql<string | null>`(select min(d.changed_at) from ${queued} and d.state in ('waiting', 'sending'))`.as(
        'queued_since',
      ),
    )
    .select(
      sql<number>`(select count(*)::int from ${queued} and d.state = 'failed'
        and d.changed_at > ${now}::timestamptz - ${FAILED_FOR}::interval)`.as('failed'),
    )
}

export async function findChannel(ctx: Ctx, id: string) {
  return found(await visibleChannels(ctx).where('h.id', '=', id).executeTakeFirst(), 'channel')
}

export async function lockChannel(ctx: Ctx, id: string) {
  await ctx.db
    .selectFrom('channels')
    .select('id')
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .execute()
  return findChannel(ctx, id)
}

export type ChannelRow = Awaited<ReturnType<typeof findChannel>>

export function presentChannel(ctx: Ctx, row: ChannelRow): Channel {
  const { id, kind, name, settings, responsible, auto_reply, archived_at, version } = row
  const secrets = accessOf(ctx.world, row).secrets
  return {
    id,
    kind,
    name,
    settings: settings as Channel['settings'],
    // An empty one was taken back: a password in the place of a grant.
    known_secrets: Object.keys(secrets).filter((name) => secrets[name] !== ''),
    responsible,
    auto_reply: auto_reply as Channel['auto_reply'],
    archived: archived_at !== null,
    health: healthOf(row),
    can_open: archived_at === null && Boolean(adapters[kind]?.opens),
    version,
    can: { change: answer(channelPolicy.manage(ctx.viewer)) },
  }
}

function healthOf(row: ChannelRow): Static<typeof ChannelHealth> {
  const {
    answered_at,
    last_in_at,
    last_out_at,
    lag_ms,
    queued,
    queued_since,
    failed,
    failing_since,
    fault,
    fault_words,
  } = row
  return {
    answered_at,
    last_in_at,
    last_out_at,
    lag_ms,
    queued,
    queued_since,
    failed,
    failing_since,
    fault,
    fault_words,
  }
}

export function answer(refusal: Refusal | null): Can {
  return refusal && { code: refusal.code, ...(refusal.facts && { facts: refusal.facts }) }
}
