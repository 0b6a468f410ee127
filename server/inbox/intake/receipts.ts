import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { tell } from '#platform/events/tell.ts'
import type { Signal } from '../channels/adapter.ts'
import { knownMessage } from './edits.ts'
import type { ChannelRef } from './receive.ts'

type Receipt = Extract<Signal, { kind: 'receipt' | 'returned' }>

/** How far what we sent has got: further, or not at all; never back from «read» to «delivered». */
export async function keepReceipt(ctx: Ctx, channel: ChannelRef, receipt: Receipt): Promise<void> {
  const message = await knownMessage(ctx, channel, receipt.external_id)
  if (!message) return
  const [state, fault, words] =
    receipt.kind === 'receipt'
      ? [receipt.state, null, null]
      : ['failed', receipt.permanent ? 'delivery.returned' : 'delivery.delayed', receipt.words]
  // A letter that is only late is not lost yet: its state stays, the reason shows.
  const kept = receipt.kind === 'returned' && !receipt.permanent ? sql`state` : sql`${state}::delivery_state`
  const earlier = receipt.kind === 'receipt' ? sql`state < ${state}::delivery_state` : sql`state <> 'failed'`
  const { rows } = await sql<{ state: string }>`update message_deliveries
    set state = ${kept}, fault = ${fault}, fault_words = ${words}, changed_at = ${receipt.at}
    where company_id = ${ctx.viewer.company_id} and message_id = ${message.id} and ${earlier}
    returning state`.execute(ctx.db)
  const [changed] = rows
  if (changed)
    await tell(
      ctx,
      'conversation.delivered',
      { id: message.conversation_id },
      { message_id: message.id, state: changed.state, fault },
    )
}

/** Its writer took it back: it is marked so and keeps what it said, for the staff may have acted on it (S30). */
export async function removeMessage(
  ctx: Ctx,
  channel: ChannelRef,
  { external_id, at }: Extract<Signal, { kind: 'removed' }>,
): Promise<void> {
  const message = await knownMessage(ctx, channel, external_id)
  if (!message || message.removed_at) return
  await ctx.db
    .updateTable('messages')
    .set({ removed_at: at })
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', message.id)
    .execute()
  await tell(ctx, 'conversation.removed', { id: message.conversation_id }, { message_id: message.id })
}
