import { Type } from 'typebox'
import { sql } from 'kysely'
import type { Ctx, World } from '#platform/ctx.ts'
import { tell } from '#platform/events/tell.ts'
import { enqueue, errand } from '#platform/jobs/job.ts'
import { markReach } from '#server/counterparties/index.ts'
import { type Access, ChannelFault, type Outgoing, type Sent } from '../channels/adapter.ts'
import { adapterOf } from '../channels/adapters.ts'
import { markOut } from '../connecting/channel-states.ts'
import type { ChannelRef } from '../intake/receive.ts'
import { outgoingOf } from './outgoing.ts'

/** How long a try may take before whoever made it is taken for dead, and how long a message is tried at all. */
const TRY = 3 * 60_000
const AT_ALL = 48 * 60 * 60_000

type Work = { channel: ChannelRef; access: Access; message: Outgoing; written_at: Date; tries: number }
type Result = { sent: Sent } | { fault: ChannelFault }

/**
 * Sends what waits in a dialogue, one message after another and each by one node at a time (INB-15). A crash between
 * the provider's answer and our writing it down sends it once more, under the same id.
 */
export const deliver = errand({
  name: 'inbox:deliver',
  payload: Type.Object({ conversation_id: Type.String() }),

  async take(ctx, { conversation_id }): Promise<Work | null> {
    const next = await nextOf(ctx, conversation_id)
    if (!next) return null
    if (Date.parse(next.due_at) > ctx.now.getTime()) {
      await again(ctx, conversation_id, new Date(next.due_at))
      return null
    }
    await sql`update message_deliveries set state = 'sending', tries = tries + 1, changed_at = ${ctx.now}::timestamptz,
        due_at = ${new Date(ctx.now.getTime() + TRY)}::timestamptz
      where company_id = ${ctx.viewer.company_id} and message_id = ${next.message_id}`.execute(ctx.db)
    return { ...(await outgoingOf(ctx, next.message_id)), tries: next.tries + 1 }
  },

  async act({ channel, access, message }, world: World): Promise<Result> {
    try {
      const sent = await adapterOf(channel.kind).send?.(message, access, world)
      return sent ? { sent } : { fault: new ChannelFault('conversation.no_answering', '', { permanent: true }) }
    } catch (error) {
      return { fault: error instanceof ChannelFault ? error : new ChannelFault('channel.unreachable', String(error)) }
    }
  },

  async keep(ctx, work, result) {
    if ('sent' in result) await keepSent(ctx, work, result.sent)
    else await keepFault(ctx, work, result.fault)
    await again(ctx, work.message.conversation.id, ctx.now)
  },
})

const again = (ctx: Ctx, conversation_id: string, run_at: Date): Promise<void> =>
  enqueue(ctx, deliver, { conversation_id }, { key: `deliver:${conversation_id}`, run_at })

/** The oldest that has not gone out; null where none waits, or another node holds it. */
async function nextOf(ctx: Ctx, conversation_id: string) {
  return ctx.db
    .selectFrom('message_deliveries')
    .select(['message_id', 'due_at', 'tries'])
    .where('company_id', '=', ctx.viewer.company_id)
    .where('conversation_id', '=', conversation_id)
    .where(sql<boolean>`state in ('waiting', 'sending')`)
    .orderBy('message_id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
}

async function keepSent(ctx: Ctx, { channel, message }: Work, { external_id, facts }: Sent): Promise<void> {
  const { company_id } = ctx.viewer
  const at = { company_id, id: message.message_id }
  // The provider may have told us of it already, as of any other message of the thread.
  await sql`update messages set external_id = ${external_id} where company_id = ${at.company_id} and id = ${at.id}
    and not exists (select from messages m where m.company_id = ${at.company_id} and m.channel_id = ${channel.id}
      and m.external_id = ${external_id})`.execute(ctx.db)
  if (facts)
    await sql`update conversations set facts = facts || ${facts}::jsonb
      where company_id = ${company_id} and id = ${message.conversation.id}`.execute(ctx.db)
  await markOut(ctx, channel.id)
  await move(ctx, message, { state: 'sent', fault: null, words: null, due_at: ctx.now })
}

async function keepFault(ctx: Ctx, { message, written_at, tries }: Work, fault: ChannelFault): Promise<void> {
  const { code, words, permanent, retry_at, reach } = fault
  if (reach && message.to) await markReach(ctx, message.to, { fault: reach, at: ctx.now })
  const over = permanent || ctx.now.getTime() - written_at.getTime() > AT_ALL
  const due_at = retry_at ?? new Date(ctx.now.getTime() + pauseAfter(tries))
  await move(ctx, message, { state: over ? 'failed' : 'waiting', fault: code, words: words.slice(0, 2000), due_at })
}

/** Five seconds, then twice as long each time, up to an hour. */
const pauseAfter = (tries: number): number => Math.min(5000 * 2 ** (tries - 1), 60 * 60_000)

type Moved = { state: 'sent' | 'waiting' | 'failed'; fault: string | null; words: string | null; due_at: Date }

async function move(
  ctx: Ctx,
  { message_id, conversation }: Outgoing,
  { state, fault, words, due_at }: Moved,
): Promise<void> {
  await sql`update message_deliveries set state = ${state}::delivery_state, fault = ${fault}, fault_words = ${words},
      due_at = ${due_at}::timestamptz, changed_at = ${ctx.now}::timestamptz
    where company_id = ${ctx.viewer.company_id} and message_id = ${message_id}
      and state not in ('delivered', 'read')`.execute(ctx.db)
  await tell(ctx, 'conversation.delivered', { id: conversation.id }, { message_id, state, fault })
}
