import { type RawBuilder, sql } from 'kysely'
import type { ChannelKind } from '#contract/inbox/conversations.ts'
import type { Ctx } from '#platform/ctx.ts'
import { found } from '#platform/errors.ts'
import { reachesOf } from '#server/counterparties/index.ts'
import { getCompanySettings, memberNames } from '#server/people/index.ts'
import type { Access, Identity, IdentityKind, Outgoing, OutgoingFile, Quoted } from '../channels/adapter.ts'
import { accessOf } from '../connecting/access.ts'
import type { ChannelRef } from '../intake/receive.ts'

/** Which identity of a contact a channel of each kind speaks to. */
const SPOKEN_TO: Record<ChannelKind, IdentityKind> = {
  email: 'email',
  telegram: 'telegram',
  web_chat: 'web_chat',
  max: 'max',
  phone: 'phone',
}

type Whole = { channel: ChannelRef; access: Access; message: Outgoing; written_at: Date }

/** A message with everything that its adapter needs to send it. */
export async function outgoingOf(ctx: Ctx, message_id: string): Promise<Whole> {
  const row = await readMessage(ctx, message_id)
  const channel = { id: row.channel_id, kind: row.kind }
  const { company_id } = ctx.viewer
  const access = accessOf(ctx.world, { company_id, id: row.channel_id, settings: row.settings, sealed: row.sealed })
  const message: Outgoing = {
    message_id,
    to: row.contact_id === null ? null : await recipient(ctx, { ...row, contact_id: row.contact_id }),
    conversation: {
      id: row.conversation_id,
      external_key: row.external_key,
      title: row.title,
      facts: row.facts as Record<string, unknown>,
    },
    author: {
      name: (await memberNames(ctx, [row.member_id])).get(row.member_id ?? '') ?? null,
      company: (await getCompanySettings(ctx)).name,
    },
    time_zone: ctx.viewer.time_zone,
    text: row.text,
    files: await filesOf(ctx, message_id),
    reply_to: row.reply_to_id === null ? null : await quoted(ctx, sql`m.id = ${row.reply_to_id}`),
    last_in: await quoted(ctx, sql`m.conversation_id = ${row.conversation_id} and m.side = 'in' and m.machine is null`),
    now: ctx.now,
  }
  return { channel, access, message, written_at: new Date(row.created_at) }
}

async function readMessage(ctx: Ctx, message_id: string) {
  const row = await ctx.db
    .selectFrom('messages as m')
    .innerJoin('conversations as c', (on) =>
      on.onRef('c.company_id', '=', 'm.company_id').onRef('c.id', '=', 'm.conversation_id'),
    )
    .innerJoin('channels as h', (on) =>
      on.onRef('h.company_id', '=', 'c.company_id').onRef('h.id', '=', 'c.channel_id'),
    )
    .select(['m.text', 'm.reply_to_id', 'm.created_at', 'm.conversation_id', 'm.member_id'])
    .select([
      'c.external_key',
      'c.title',
      'c.facts',
      'c.contact_id',
      'h.id as channel_id',
      'h.kind',
      'h.settings',
      'h.sealed',
    ])
    .where('m.company_id', '=', ctx.viewer.company_id)
    .where('m.id', '=', message_id)
    .executeTakeFirst()
  return found(row, 'message')
}

/** The address from which he wrote last in this dialogue, where it is still his; else his first that works. */
async function recipient(
  ctx: Ctx,
  { kind, contact_id, facts }: { kind: ChannelKind; contact_id: string; facts: unknown },
): Promise<Identity | null> {
  const reaches = await reachesOf(ctx, contact_id, SPOKEN_TO[kind])
  const named = (facts as { reach?: string }).reach
  const at = reaches.find(({ value }) => value === named) ?? reaches[0]
  return at ? { kind: at.kind, value: at.value } : null
}

async function filesOf(ctx: Ctx, message_id: string): Promise<OutgoingFile[]> {
  const { store } = ctx.world
  const rows = await ctx.db
    .selectFrom('message_files as m')
    .innerJoin('files as f', (on) => on.onRef('f.company_id', '=', 'm.company_id').onRef('f.id', '=', 'm.file_id'))
    .select(['f.id', 'f.name', 'f.mime', 'f.size', 'f.sha256'])
    .where('m.company_id', '=', ctx.viewer.company_id)
    .where('m.message_id', '=', message_id)
    .orderBy('m.position')
    .execute()
  return rows.map(({ sha256, size, ...file }) => ({ ...file, size: Number(size), open: () => store.get(sha256) }))
}

async function quoted(ctx: Ctx, which: RawBuilder<unknown>): Promise<Quoted | null> {
  const { rows } = await sql<
    Omit<Quoted, 'sent_at' | 'author'> & { sent_at: string; by: string | null; member_id: string | null }
  >`
    select m.external_id, m.text, m.sent_at, m.author_name as by, m.member_id, coalesce(s.refs, '{}') as references
    from messages m left join message_sources s on s.company_id = m.company_id and s.message_id = m.id
    where m.company_id = ${ctx.viewer.company_id} and ${which}
    order by m.sent_at desc, m.position desc, m.id desc limit 1`.execute(ctx.db)
  const [row] = rows
  if (!row) return null
  const { by, member_id, sent_at, ...rest } = row
  const author = by ?? (await memberNames(ctx, [member_id])).get(member_id ?? '') ?? ''
  return { ...rest, author, sent_at: new Date(sent_at) }
}
