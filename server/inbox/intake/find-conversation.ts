import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import type { Ctx } from '#platform/ctx.ts'
import { found } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import type { KnownWriter } from '#server/counterparties/index.ts'
import type { Received } from '../channels/adapter.ts'
import { adapterOf } from '../channels/adapters.ts'
import type { Ready } from './keep-message.ts'
import type { ChannelRef } from './receive.ts'

const columns = ['id', 'contact_id', 'title', 'closed_at', 'snoozed_until', 'last_at'] as const
export type Place = Awaited<ReturnType<typeof lockConversation>>

/** The dialogue of a message, locked; a new one where there is none (INB-11). */
export async function findConversation(
  ctx: Ctx,
  channel: ChannelRef,
  { received, writer }: { received: Ready; writer: KnownWriter | null },
): Promise<Place> {
  const { key } = received.thread
  const known = key === null ? null : await lockedByKey(ctx, channel, key)
  if (known) return known
  const id =
    (key === null && (await placeOf(ctx, channel, received))) || (await begin(ctx, channel, { received, writer }))
  return lockConversation(ctx, id)
}

const lockedByKey = ({ db, viewer }: Ctx, { id }: ChannelRef, key: string): Promise<Place | undefined> =>
  db
    .selectFrom('conversations')
    .select(columns)
    .where('company_id', '=', viewer.company_id)
    .where('channel_id', '=', id)
    .where('external_key', '=', key)
    .forNoKeyUpdate()
    .executeTakeFirst()

/** The dialogue that a message belongs to by its thread or by what it refers to; null for none. */
export async function placeOf(ctx: Ctx, channel: ChannelRef, received: Ready): Promise<string | null> {
  const { key } = received.thread
  if (key === null) return (await adapterOf(channel.kind).place?.(ctx, channel.id, received as Received)) ?? null
  const row = await ctx.db
    .selectFrom('conversations')
    .select('id')
    .where('company_id', '=', ctx.viewer.company_id)
    .where('channel_id', '=', channel.id)
    .where('external_key', '=', key)
    .executeTakeFirst()
  return row?.id ?? null
}

export async function begin(
  ctx: Ctx,
  channel: ChannelRef,
  { received: { thread, sent_at }, writer }: { received: Ready; writer: Pick<KnownWriter, 'contact_id'> | null },
): Promise<string> {
  const id = uuidv7()
  const at = sent_at.getTime() < ctx.now.getTime() ? sent_at : ctx.now
  await ctx.db
    .insertInto('conversations')
    .values({
      company_id: ctx.viewer.company_id,
      id,
      channel_id: channel.id,
      external_key: thread.key,
      contact_id: thread.group ? null : (writer?.contact_id ?? null),
      title: thread.title?.slice(0, 300) ?? null,
      facts: (thread.facts ?? {}) as never,
      last_at: at,
      created_at: ctx.now,
    })
    .execute()
  return id
}

export async function lockConversation(ctx: Ctx, id: string) {
  const row = await ctx.db
    .selectFrom('conversations')
    .select(columns)
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return found(row, 'conversation')
}

type Touch = { received: Ready; waits: boolean; preview: string }

/**
 * What the list shows of a dialogue after a message came. One that comes late, after others that are younger, moves
 * nothing back; one that a person wrote opens what was closed and wakes what slept.
 */
export async function touch(ctx: Ctx, place: Place, { received, waits, preview }: Touch): Promise<void> {
  const at = new Date(Math.min(received.sent_at.getTime(), ctx.now.getTime()))
  const { thread } = received
  await sql`update conversations set
      last_at = greatest(last_at, ${at}::timestamptz),
      last_in_at = case when ${waits} then greatest(last_in_at, ${at}::timestamptz) else last_in_at end,
      preview = case when ${at}::timestamptz >= last_at or preview = '' then ${preview} else preview end,
      preview_side = case when ${at}::timestamptz >= last_at or preview = '' then 'in' else preview_side end,
      preview_by = case when ${at}::timestamptz >= last_at or preview = '' then null else preview_by end,
      waiting_since = case when ${waits} and not exists (
          select from messages m where m.company_id = conversations.company_id and m.conversation_id = conversations.id
            and m.side = 'out' and m.machine is null and m.sent_at >= ${at}::timestamptz)
        then least(coalesce(waiting_since, ${at}::timestamptz), ${at}::timestamptz) else waiting_since end,
      title = coalesce(${thread.title?.slice(0, 300) ?? null}, title),
      facts = facts || ${thread.facts ?? {}}::jsonb,
      closed_at = case when ${waits} then null else closed_at end,
      snoozed_until = case when ${waits} then null else snoozed_until end
    where company_id = ${ctx.viewer.company_id} and id = ${place.id}`.execute(ctx.db)
  if (!waits) return
  if (place.closed_at) await tell(ctx, 'conversation.reopened', place, { by: 'message' })
  if (place.snoozed_until) await tell(ctx, 'conversation.woken', place, { by: 'message' })
}

/**
 * What the list shows after an answer that was given elsewhere. Nobody waits any more but who has written after it;
 * what is closed or put off stays so, for nothing came.
 */
export async function touchAnswered(
  ctx: Ctx,
  { id }: Place,
  { received, preview }: Omit<Touch, 'waits'>,
): Promise<void> {
  const at = new Date(Math.min(received.sent_at.getTime(), ctx.now.getTime()))
  await sql`update conversations c set
      last_at = greatest(last_at, ${at}::timestamptz),
      preview = case when ${at}::timestamptz >= last_at or preview = '' then ${preview} else preview end,
      preview_side = case when ${at}::timestamptz >= last_at or preview = '' then 'out' else preview_side end,
      preview_by = case when ${at}::timestamptz >= last_at or preview = '' then null else preview_by end,
      waiting_since = case when waiting_since <= ${at}::timestamptz then (select min(m.sent_at) from messages m
          where m.company_id = c.company_id and m.conversation_id = c.id and m.side = 'in' and m.machine is null
            and m.contact_id is not null and m.sent_at > ${at}::timestamptz) else waiting_since end
    where company_id = ${ctx.viewer.company_id} and id = ${id}`.execute(ctx.db)
}

/** A group that has another id from now on; where messages of the new one came first, they stay where they are. */
export async function moveGroup(
  ctx: Ctx,
  { id }: ChannelRef,
  { from_key, to_key }: { from_key: string; to_key: string },
): Promise<void> {
  await sql`update conversations set external_key = ${to_key}
    where company_id = ${ctx.viewer.company_id} and channel_id = ${id} and external_key = ${from_key}
      and not exists (select from conversations other where other.company_id = conversations.company_id
        and other.channel_id = conversations.channel_id and other.external_key = ${to_key})`.execute(ctx.db)
}
