import type { Ctx } from '#platform/ctx.ts'
import { tell } from '#platform/events/tell.ts'
import { enqueue } from '#platform/jobs/job.ts'
import { together } from '#platform/together.ts'
import { findOrMakeWriter } from '#server/counterparties/index.ts'
import type { TakenIn } from '#server/files/index.ts'
import type { Received, ReceivedFile } from '../channels/adapter.ts'
import { autoReply } from '../sending/auto-reply.ts'
import { changeMessage, type Known, knownMessage } from './edits.ts'
import { findConversation, touch } from './find-conversation.ts'
import { keepElsewhere } from './keep-elsewhere.ts'
import type { ChannelRef } from './receive.ts'
import { previewIn, previewOf } from './tidy.ts'
import { writeMessage } from './write-message.ts'

/** A file whose bytes lie in the store. */
export type ReadyFile = Pick<ReceivedFile, 'name' | 'part' | 'content_id'> &
  ({ taken: TakenIn } | { file_id: string } | { fault: string })

export type Ready = Omit<Received, 'files' | 'raw'> & {
  files: readonly ReadyFile[]
  raw: { json: unknown } | { taken: TakenIn }
}

/** A channel, and whether it answers by itself. */
export type Answering = ChannelRef & { answers: boolean }

/**
 * Keeps one message: once, however often it comes (S27), and a changed one beside what it said before.
 * @param before what is kept of it already, where whoever calls has looked: null for nothing
 */
export async function keepMessage(ctx: Ctx, channel: Answering, received: Ready, before?: Known | null): Promise<void> {
  const known = before === undefined ? await knownMessage(ctx, channel, received.external_id) : before
  const twin = known && twinOf(received, known)
  if (twin) return keepMessage(ctx, channel, twin)
  if (known) return changeMessage(ctx, known, received)
  if (received.elsewhere) return keepElsewhere(ctx, channel, { ...received, elsewhere: received.elsewhere })
  const writer = received.sender && (await findOrMakeWriter(ctx, received.sender))
  const place = await findConversation(ctx, channel, { received, writer })
  const id = await writeMessage(ctx, { channel, received, writer, place })
  const waits = received.sender !== null && !received.machine && received.content?.kind !== 'notice'
  const facts = { message_id: id, contact_id: writer?.contact_id ?? null, channel: channel.kind }
  await together(
    touch(ctx, place, { received, waits, preview: previewIn(received) }),
    waits && tell(ctx, 'conversation.received', place, { ...facts, text: previewOf(received.text) }),
    waits && channel.answers && enqueue(ctx, autoReply, { message_id: id }),
  )
}

/**
 * Another message under the same name: some programs give all their letters one id, and anybody can take another's. What
 * ours have sent is another than the copy that they sent themselves, which anybody can forge.
 */
function twinOf({ twin_id, ...received }: Ready, known: { text: string; side: string }): Ready | null {
  const same = received.text === known.text && !(received.elsewhere && known.side === 'in')
  return twin_id === undefined || same ? null : { ...received, external_id: twin_id }
}
