import type { Ctx } from '#platform/ctx.ts'
import { tell } from '#platform/events/tell.ts'
import { contactOf } from '#server/counterparties/index.ts'
import { begin, lockConversation, placeOf, touchAnswered } from './find-conversation.ts'
import type { Ready } from './keep-message.ts'
import type { ChannelRef } from './receive.ts'
import { previewIn, previewOf } from './tidy.ts'
import { writeMessage } from './write-message.ts'

type Elsewhere = Ready & Required<Pick<Ready, 'elsewhere'>>

/**
 * Keeps what one of ours wrote in another program (INB-39): it is said already, so that it only stands in its dialogue
 * and ends the wait. Where it begins something new it does so with a known contact only: whatever else people write
 * from there is no business of the company's dialogues.
 */
export async function keepElsewhere(ctx: Ctx, channel: ChannelRef, received: Elsewhere): Promise<void> {
  const id = (await placeOf(ctx, channel, received)) ?? (await beginWithKnown(ctx, channel, received))
  if (id === null) return
  const place = await lockConversation(ctx, id)
  const message_id = await writeMessage(ctx, { channel, received, writer: null, place })
  await touchAnswered(ctx, place, { received, preview: previewIn(received) })
  await tell(ctx, 'conversation.answered', place, { message_id, channel: channel.kind, text: previewOf(received.text) })
}

async function beginWithKnown(ctx: Ctx, channel: ChannelRef, received: Elsewhere): Promise<string | null> {
  const contact_id = await contactOf(ctx, received.elsewhere.to)
  return contact_id === null ? null : begin(ctx, channel, { received, writer: { contact_id } })
}
