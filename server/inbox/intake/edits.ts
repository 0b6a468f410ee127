import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { tell } from '#platform/events/tell.ts'
import type { Ready } from './keep-message.ts'
import type { ChannelRef } from './receive.ts'

export async function knownMessage(ctx: Ctx, channel: ChannelRef, external_id: string) {
  const [known] = await knownMessages(ctx, channel, [external_id])
  return known
}

/** Those of a channel that are kept already. */
export async function knownMessages(ctx: Ctx, { id }: ChannelRef, external_ids: readonly string[]) {
  return ctx.db
    .selectFrom('messages')
    .select(['id', 'external_id', 'conversation_id', 'side', 'text', 'sent_at', 'edited_at', 'removed_at'])
    .where('company_id', '=', ctx.viewer.company_id)
    .where('channel_id', '=', id)
    .where(sql<boolean>`external_id = any(${external_ids}::text[])`)
    .execute()
}

export type Known = NonNullable<Awaited<ReturnType<typeof knownMessage>>>

/**
 * What a message says now that its writer has changed it; what it said stays beside it (INB-12). Changes may come in any
 * order, and before the message itself: the newest by the provider's clock is the one that holds.
 */
export async function changeMessage(ctx: Ctx, known: Known, received: Ready): Promise<void> {
  const standing = Date.parse(known.edited_at ?? known.sent_at)
  const at = (received.edited_at ?? received.sent_at).getTime()
  if (at === standing || (known.edited_at === null && !received.edited_at)) return
  if (received.text === known.text) return
  const newer = at > standing
  const past = newer ? { at: new Date(standing), text: known.text } : { at: new Date(at), text: received.text }
  const { company_id } = ctx.viewer
  const written = await ctx.db
    .insertInto('message_versions')
    .values({ company_id, message_id: known.id, ...past })
    .onConflict((on) => on.columns(['company_id', 'message_id', 'at']).doNothing())
    .returning('at')
    .execute()
  if (!newer) {
    if (known.edited_at !== null && !received.edited_at) await setSentAt(ctx, known.id, received.sent_at)
    if (written.length > 0)
      await tell(ctx, 'conversation.edited', { id: known.conversation_id }, { message_id: known.id })
    return
  }
  await ctx.db
    .updateTable('messages')
    .set({ text: received.text, folded: received.folded ?? '', edited_at: new Date(at) })
    .where('company_id', '=', company_id)
    .where('id', '=', known.id)
    .execute()
  await tell(ctx, 'conversation.edited', { id: known.conversation_id }, { message_id: known.id })
}

/** The change had come first: now it is known when the message was written. */
async function setSentAt(ctx: Ctx, id: string, sent_at: Date): Promise<void> {
  await ctx.db
    .updateTable('messages')
    .set({ sent_at })
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', id)
    .execute()
}
