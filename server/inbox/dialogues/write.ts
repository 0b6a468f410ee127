import { sql } from 'kysely'
import type * as contract from '#contract/inbox/conversations.ts'
import type { Input } from '#contract/endpoint.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { found, insist, invalid, missing, notNow } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { insistOwnFiles } from '#server/files/index.ts'
import { isActiveStaff, memberNames } from '#server/people/index.ts'
import { previewOf } from '../intake/tidy.ts'
import { conversationPolicy } from '../policy.ts'
import { enqueueDelivery, queueMessage, writeOwn } from '../sending/queue-message.ts'
import { type ConversationHead, findConversation, holdConversation, whyNoAnswer } from './get-conversation.ts'
import { showMessage } from './list-messages.ts'
import { markRead } from './read-conversation.ts'

/** Writes to the other side (INB-15, S27): whoever answers what nobody has taken takes it, and nobody waits any more. */
export async function answerConversation(ctx: Ctx, given: Input<typeof contract.answerConversation>) {
  const { conversation_id, reply_to_id = null, file_ids = [] } = given
  const head = await holdConversation(ctx, conversation_id)
  insist(whyNoAnswer(ctx, head))
  const text = await wordsOf(ctx, given)
  if (reply_to_id) await insistInDialogue(ctx, conversation_id, reply_to_id)
  const member_id = memberOf(ctx)
  const draft = { conversation_id, channel_id: head.channel.id, member_id, text, file_ids, reply_to_id }
  const id = await queueMessage(ctx, draft)
  await leaveMark(ctx, head, { side: 'out', member_id, preview: previewOf(text) })
  await tell(ctx, 'conversation.answered', head, { message_id: id, channel: head.channel.kind, text: previewOf(text) })
  await markRead(ctx, conversation_id)
  return showMessage(ctx, id)
}

/** Writes among ourselves. A row of this side has no way out: the database refuses it one. */
export async function noteConversation(ctx: Ctx, given: Input<typeof contract.noteConversation>) {
  const { conversation_id, file_ids = [], mention_ids = [] } = given
  const head = await findConversation(ctx, conversation_id)
  insist(conversationPolicy.note(ctx.viewer))
  const text = await wordsOf(ctx, given)
  for (const id of mention_ids) insist((await isActiveStaff(ctx, id)) ? null : invalid('mention_ids', 'member.missing'))
  const draft = { conversation_id, channel_id: head.channel.id, member_id: memberOf(ctx), text, file_ids }
  const id = await writeOwn(ctx, { ...draft, reply_to_id: null, side: 'note' })
  const called = [...new Set(mention_ids)]
  if (called.length > 0)
    await ctx.db
      .insertInto('message_mentions')
      .values(called.map((member_id) => ({ company_id: ctx.viewer.company_id, message_id: id, member_id })))
      .execute()
  const names = await memberNames(ctx, called)
  const people = called.map((member_id) => ({ id: member_id, name: names.get(member_id) ?? '' }))
  await tell(ctx, 'conversation.noted', head, { message_id: id, called: people })
  return showMessage(ctx, id)
}

/** Tries a message once more that did not go out, at once (INB-15). */
export async function resendMessage(ctx: Ctx, { message_id }: Input<typeof contract.resendMessage>) {
  const message = await ctx.db
    .selectFrom('messages')
    .select(['conversation_id', 'side'])
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', message_id)
    .executeTakeFirst()
  const { conversation_id, side } = found(message, 'message')
  const head = await holdConversation(ctx, conversation_id)
  insist(side === 'out' ? whyNoAnswer(ctx, head) : notNow('message.not_sent'))
  const { rows } =
    await sql`update message_deliveries set state = 'waiting', due_at = ${ctx.now}::timestamptz, tries = 0,
      fault = null, fault_words = null, changed_at = ${ctx.now}::timestamptz
    where company_id = ${ctx.viewer.company_id} and message_id = ${message_id} and state in ('failed', 'waiting')
    returning message_id`.execute(ctx.db)
  insist(rows.length > 0 ? null : notNow('message.not_failed'))
  await enqueueDelivery(ctx, conversation_id)
  await tell(ctx, 'conversation.delivered', head, { message_id, state: 'waiting', fault: null })
  return showMessage(ctx, message_id)
}

async function wordsOf(ctx: Ctx, { text, file_ids = [] }: { text: string; file_ids?: string[] }): Promise<string> {
  const words = text.trim()
  insist(words || file_ids.length > 0 ? null : invalid('text', 'field.required'))
  await insistOwnFiles(ctx, file_ids)
  return words
}

async function insistInDialogue(ctx: Ctx, conversation_id: string, message_id: string): Promise<void> {
  const row = await ctx.db
    .selectFrom('messages')
    .select('id')
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', message_id)
    .where('conversation_id', '=', conversation_id)
    .where('side', '<>', 'note')
    .executeTakeFirst()
  insist(row ? null : missing('message'))
}

type Mark = { side: 'out'; member_id: string; preview: string }

/** What the list shows after words of ours: nobody waits, it is open, and it is somebody's. */
async function leaveMark(
  ctx: Ctx,
  { id, assignee }: ConversationHead,
  { side, member_id, preview }: Mark,
): Promise<void> {
  await ctx.db
    .updateTable('conversations')
    .set((eb) => ({
      last_at: ctx.now,
      preview,
      preview_side: side,
      preview_by: member_id,
      waiting_since: null,
      closed_at: null,
      snoozed_until: null,
      assignee_id: eb.fn.coalesce('assignee_id', eb.val(member_id)),
      version: eb('version', '+', 1),
    }))
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', id)
    .execute()
  if (assignee) return
  const name = ctx.viewer.name ?? ''
  await tell(ctx, 'conversation.assigned', { id }, { from: null, to: { id: member_id, name } })
}
