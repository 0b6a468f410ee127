import { uuidv7 } from 'uuidv7'
import type * as contract from '#contract/inbox/calls.ts'
import type { MessageContent } from '#contract/inbox/conversations.ts'
import type { Input } from '#contract/endpoint.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { hold } from '#platform/db/hold.ts'
import { insist, invalid, Refused } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { toE164 } from '#platform/phone.ts'
import { findOrMakeCaller } from '#server/counterparties/index.ts'
import { countryOf } from '#server/people/index.ts'
import { showConversation } from '../../dialogues/get-conversation.ts'
import { previewOf } from '../../intake/tidy.ts'
import { conversationPolicy } from '../../policy.ts'

type Given = Input<typeof contract.logCall>

/**
 * Writes a call down (INB-21, S39): who it was is found by the number or made; all calls of a number are one dialogue.
 * A missed one waits for an answer, so that it stands where everything else that waits does.
 */
export async function logCall(ctx: Ctx, given: Given) {
  insist(conversationPolicy.assign(ctx.viewer))
  const phone = toE164(given.phone, await countryOf(ctx))
  if (phone === null) throw new Refused(invalid('phone', 'contact.phone_wrong', { phone: given.phone }))
  const at = given.at ? new Date(given.at) : ctx.now
  insist(at.getTime() > ctx.now.getTime() ? invalid('at', 'call.in_future') : null)
  const { name, counterparty } = given
  const { contact_id } = await findOrMakeCaller(ctx, {
    phone,
    ...(name && { name }),
    ...(counterparty && { counterparty }),
  })
  const channel_id = await phoneChannel(ctx)
  const conversation_id = await dialogueOf(ctx, { channel_id, phone, contact_id, at })
  const message_id = await writeCall(ctx, { ...given, phone, channel_id, conversation_id, contact_id, at })
  return { conversation: await showConversation(ctx, conversation_id), message_id }
}

/** The company's phone: there is one, and it is there when the first call is written down. */
async function phoneChannel(ctx: Ctx): Promise<string> {
  await hold(ctx, ['phone channel'])
  const known = await ctx.db
    .selectFrom('channels')
    .select('id')
    .where('company_id', '=', ctx.viewer.company_id)
    .where('kind', '=', 'phone')
    .executeTakeFirst()
  if (known) return known.id
  const { company_id } = ctx.viewer
  const id = uuidv7()
  const row = { company_id, id, kind: 'phone' as const, name: '', created_by: memberOf(ctx), created_at: ctx.now }
  await ctx.db.insertInto('channels').values(row).execute()
  await ctx.db.insertInto('channel_states').values({ company_id, channel_id: id }).execute()
  return id
}

type Place = { channel_id: string; phone: string; contact_id: string; at: Date }

async function dialogueOf(ctx: Ctx, { channel_id, phone, contact_id, at }: Place): Promise<string> {
  await hold(ctx, [`thread ${channel_id} ${phone}`])
  const known = await ctx.db
    .selectFrom('conversations')
    .select('id')
    .where('company_id', '=', ctx.viewer.company_id)
    .where('channel_id', '=', channel_id)
    .where('external_key', '=', phone)
    .executeTakeFirst()
  if (known) return known.id
  const id = uuidv7()
  await ctx.db
    .insertInto('conversations')
    .values({
      company_id: ctx.viewer.company_id,
      id,
      channel_id,
      external_key: phone,
      contact_id,
      facts: { reach: phone } as never,
      assignee_id: memberOf(ctx),
      last_at: at,
      created_at: ctx.now,
    })
    .execute()
  return id
}

type Call = Omit<Given, 'at'> & Place & { conversation_id: string }

async function writeCall(ctx: Ctx, call: Call): Promise<string> {
  const { incoming, phone, channel_id, conversation_id, contact_id, at } = call
  const missed = call.missed ?? false
  const text = call.text?.trim() ?? ''
  const { company_id } = ctx.viewer
  const id = uuidv7()
  const content: MessageContent = { kind: 'call', incoming, missed, phone, seconds: call.seconds ?? null }
  const who = incoming ? { side: 'in' as const, contact_id } : { side: 'out' as const, member_id: memberOf(ctx) }
  await ctx.db
    .insertInto('messages')
    .values({
      company_id,
      id,
      conversation_id,
      channel_id,
      ...who,
      text,
      content: content as never,
      sent_at: at,
      created_at: ctx.now,
    })
    .execute()
  await touchCall(ctx, call, { side: who.side, text })
  const facts = { message_id: id, channel: 'phone' as const, text: previewOf(text) }
  if (incoming) await tell(ctx, 'conversation.received', { id: conversation_id }, { ...facts, contact_id })
  else await tell(ctx, 'conversation.answered', { id: conversation_id }, facts)
  return id
}

/** What the list shows of the dialogue after a call: who calls back ends the wait, who was missed begins one. */
async function touchCall(ctx: Ctx, call: Call, { side, text }: { side: 'in' | 'out'; text: string }): Promise<void> {
  const { incoming, missed = false, at, conversation_id } = call
  const waits = incoming && missed
  await ctx.db
    .updateTable('conversations')
    .set((eb) => ({
      last_at: eb.fn('greatest', ['last_at', eb.val(at)]),
      last_in_at: incoming ? at : eb.ref('last_in_at'),
      preview: previewOf(text),
      preview_side: side,
      preview_by: incoming ? null : memberOf(ctx),
      waiting_since: waits ? eb.fn.coalesce('waiting_since', eb.val(at)) : null,
      closed_at: null,
      snoozed_until: null,
      version: eb('version', '+', 1),
    }))
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', conversation_id)
    .execute()
}
