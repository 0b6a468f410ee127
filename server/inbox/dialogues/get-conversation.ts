import { sql } from 'kysely'
import type * as contract from '#contract/inbox/conversations.ts'
import type { ConversationRow } from '#contract/inbox/conversations.ts'
import type { Ctx } from '#platform/ctx.ts'
import { found, insist, type Refusal } from '#platform/errors.ts'
import { accountsOf, contactsById, counterpartiesById, sitesOf } from '#server/counterparties/index.ts'
import { adapters } from '../channels/adapters.ts'
import { answer } from '../connecting/queries.ts'
import { conversationPolicy } from '../policy.ts'
import { conversationRows } from './conversation-sql.ts'

export type ConversationHead = ConversationRow & { version: number; contact_id: string | null }

/** A dialogue that the viewer may read. */
export async function findConversation(ctx: Ctx, id: string): Promise<ConversationHead> {
  insist(conversationPolicy.read(ctx.viewer))
  const one = sql`(select c.* from conversations c where c.company_id = ${ctx.viewer.company_id} and c.id = ${id})`
  const { rows } = await sql<ConversationHead>`${conversationRows(ctx, one)}`.execute(ctx.db)
  return found(rows[0], 'conversation')
}

/** The same, held until the transaction ends. */
export async function holdConversation(ctx: Ctx, id: string): Promise<ConversationHead> {
  await ctx.db
    .selectFrom('conversations')
    .select('id')
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .execute()
  return findConversation(ctx, id)
}

/** Why the viewer may not write to the other side, or null. */
export const whyNoAnswer = (ctx: Ctx, { channel: { kind, archived } }: ConversationHead): Refusal | null =>
  conversationPolicy.answer(ctx.viewer, { sends: Boolean(adapters[kind]?.send), archived })

export async function showConversation(ctx: Ctx, id: string): Promise<contract.Conversation> {
  return presentConversation(ctx, await findConversation(ctx, id))
}

export async function presentConversation(ctx: Ctx, head: ConversationHead): Promise<contract.Conversation> {
  const { contact_id, counterparty, ...row } = head
  const contact = (await contactsById(ctx, [contact_id])).get(contact_id ?? '') ?? null
  const at = counterparty?.id ?? null
  return {
    ...row,
    counterparty,
    contact_card: contact,
    accounts: contact ? await accountsOf(ctx, contact.id) : [],
    counterparty_card: (await counterpartiesById(ctx, [at])).get(at ?? '') ?? null,
    sites: await sitesOf(ctx, [at]),
    others: contact_id === null ? [] : await othersOf(ctx, head.id, contact_id),
    can: {
      answer: answer(whyNoAnswer(ctx, head)),
      note: answer(conversationPolicy.note(ctx.viewer)),
      assign: answer(conversationPolicy.assign(ctx.viewer)),
    },
  }
}

async function othersOf(ctx: Ctx, id: string, contact_id: string): Promise<contract.Conversation['others']> {
  return ctx.db
    .selectFrom('conversations as c')
    .innerJoin('channels as h', (on) =>
      on.onRef('h.company_id', '=', 'c.company_id').onRef('h.id', '=', 'c.channel_id'),
    )
    .select(['c.id', 'h.kind', 'c.title', 'c.last_at'])
    .where('c.company_id', '=', ctx.viewer.company_id)
    .where('c.contact_id', '=', contact_id)
    .where('c.id', '<>', id)
    .orderBy('c.last_at', 'desc')
    .orderBy('c.id')
    .limit(10)
    .execute()
}
