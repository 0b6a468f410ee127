import { uuidv7 } from 'uuidv7'
import type * as contract from '#contract/inbox/conversations.ts'
import type { Input } from '#contract/endpoint.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { hold } from '#platform/db/hold.ts'
import { found, insist, notNow, Refused } from '#platform/errors.ts'
import { contactsById, reachesOf } from '#server/counterparties/index.ts'
import { adapters } from '../channels/adapters.ts'
import { findChannel } from '../connecting/queries.ts'
import { conversationPolicy } from '../policy.ts'
import { showConversation } from './get-conversation.ts'

/** Begins a dialogue with a contact where we may write first: by mail, not to those whom a messenger hides (INB-18). */
export async function openConversation(ctx: Ctx, given: Input<typeof contract.openConversation>) {
  insist(conversationPolicy.assign(ctx.viewer))
  const { channel_id, contact_id, title } = given
  const channel = await findChannel(ctx, channel_id)
  insist(channel.archived_at ? notNow('channel.archived') : null)
  const kind = adapters[channel.kind]?.opens ?? null
  if (kind === null) throw new Refused(notNow('channel.cannot_begin'))
  found((await contactsById(ctx, [contact_id])).get(contact_id), 'contact')
  const [reach] = await reachesOf(ctx, contact_id, kind)
  insist(reach ? null : notNow('contact.no_reach', { kind }))
  await hold(ctx, [`opening ${channel_id} ${contact_id}`])
  const known = title ? undefined : await openWith(ctx, channel_id, contact_id)
  if (known) return showConversation(ctx, known.id)
  const id = uuidv7()
  await ctx.db
    .insertInto('conversations')
    .values({
      company_id: ctx.viewer.company_id,
      id,
      channel_id,
      contact_id,
      title: title?.trim() || null,
      facts: { reach: reach?.value ?? '' } as never,
      assignee_id: memberOf(ctx),
      last_at: ctx.now,
      created_at: ctx.now,
    })
    .execute()
  return showConversation(ctx, id)
}

const openWith = (ctx: Ctx, channel_id: string, contact_id: string) =>
  ctx.db
    .selectFrom('conversations')
    .select('id')
    .where('company_id', '=', ctx.viewer.company_id)
    .where('channel_id', '=', channel_id)
    .where('contact_id', '=', contact_id)
    .where('closed_at', 'is', null)
    .orderBy('last_at', 'desc')
    .limit(1)
    .executeTakeFirst()
