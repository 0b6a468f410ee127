import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import type { Identity, Received } from '../adapter.ts'
import { messageOfOwnId } from './signed.ts'

/** How a letter's references name a dialogue that its signed address vouches for; no Message-ID looks so. */
const DIALOGUE = 'dialogue:'
export const dialogueReference = (id: string): string => DIALOGUE + id
/** References that are Message-IDs. */
export const isMessageId = (reference: string): boolean => reference.startsWith('<')

/**
 * The dialogue of a letter, by what can be trusted (INB-32): a signed address that it came to; then letters of ours, or
 * of the dialogue, that it answers, if its writer is known in that dialogue. Whoever else names an order or forges
 * headers gets a dialogue of his own beside it. Null for a new one.
 *
 * What ours wrote in another program (INB-39) belongs to a dialogue that it answers only if it is to somebody of that
 * dialogue: a letter that was passed on to a third is no answer.
 */
export async function place(ctx: Ctx, channel_id: string, received: Received): Promise<string | null> {
  const { references = [], sender, machine, elsewhere } = received
  if (elsewhere) return placeElsewhere(ctx, channel_id, { ...received, elsewhere })
  const vouched = references.find((each) => each.startsWith(DIALOGUE))?.slice(DIALOGUE.length)
  if (vouched && (await isHere(ctx, channel_id, vouched))) return vouched
  const ids = references.filter(isMessageId)
  if (ids.length === 0) return null
  const { secret } = ctx.world.config
  // A bounce comes from nobody in the dialogue: it must show a letter that we signed.
  const named = machine === 'bounce' ? ids.filter((id) => messageOfOwnId(secret, id) !== null) : ids
  for (const conversation of await conversationsOf(ctx, channel_id, named))
    if (machine === 'bounce' || (sender && (await isKnownIn(ctx, conversation, [sender])))) return conversation
  return null
}

type Elsewhere = Received & Required<Pick<Received, 'elsewhere'>>

async function placeElsewhere(
  ctx: Ctx,
  channel_id: string,
  { references = [], elsewhere: { to }, external_id }: Elsewhere,
) {
  for (const conversation of await conversationsOf(ctx, channel_id, references.filter(isMessageId)))
    if ((await isKnownIn(ctx, conversation, to)) || (await isAnsweredAt(ctx, conversation, to))) return conversation
  return answeredAlready(ctx, channel_id, { to, external_id })
}

/** Where one of them asked to be answered, if not where he writes from. */
async function isAnsweredAt(ctx: Ctx, conversation_id: string, to: readonly Identity[]): Promise<boolean> {
  const { rows } = await sql`select from conversations
    where company_id = ${ctx.viewer.company_id} and id = ${conversation_id}
      and facts ->> 'reply_to' = any(${to.map(({ value }) => value)}::text[])`.execute(ctx.db)
  return rows.length > 0
}

/** The dialogue of an answer that was read before what it answers. */
async function answeredAlready(
  ctx: Ctx,
  channel_id: string,
  { to, external_id }: { to: readonly Identity[]; external_id: string },
) {
  const { company_id } = ctx.viewer
  const { rows } = await sql<{ conversation_id: string }>`select m.conversation_id
    from contact_identities i
      join messages m on m.company_id = i.company_id and m.contact_id = i.contact_id
      join message_sources s on s.company_id = m.company_id and s.message_id = m.id
    where i.company_id = ${company_id} and i.kind = 'email' and i.value = any(${to.map(({ value }) => value)}::text[])
      and m.channel_id = ${channel_id} and m.side = 'in' and ${external_id} = any(s.refs)
    order by m.sent_at limit 1`.execute(ctx.db)
  return rows[0]?.conversation_id ?? null
}

async function isHere(ctx: Ctx, channel_id: string, id: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('conversations')
    .select('id')
    .where('company_id', '=', ctx.viewer.company_id)
    .where('channel_id', '=', channel_id)
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined
}

/** Dialogues of the letters that are named, in the order in which they are named. */
async function conversationsOf(ctx: Ctx, channel_id: string, ids: readonly string[]): Promise<string[]> {
  const own = ids.flatMap((id) => messageOfOwnId(ctx.world.config.secret, id) ?? [])
  const { rows } = await sql<{ id: string; external_id: string | null; conversation_id: string }>`
    select id, external_id, conversation_id from messages
    where company_id = ${ctx.viewer.company_id} and channel_id = ${channel_id}
      and (external_id = any(${[...ids]}::text[]) or id = any(${own}::uuid[]))`.execute(ctx.db)
  const { secret } = ctx.world.config
  const found = ids.flatMap(
    (id) => rows.find((row) => row.external_id === id || row.id === messageOfOwnId(secret, id)) ?? [],
  )
  return [...new Set(found.map(({ conversation_id }) => conversation_id))]
}

/** Whether the dialogue is with one who has one of these addresses, or he has written in it before. */
async function isKnownIn(ctx: Ctx, conversation_id: string, writers: readonly Identity[]): Promise<boolean> {
  const { company_id } = ctx.viewer
  const values = writers.map(({ value }) => value)
  const { rows } = await sql`
    select from contact_identities i
    where i.company_id = ${company_id} and i.kind = 'email' and i.value = any(${values}::text[])
      and (exists (select from conversations c where c.company_id = ${company_id} and c.id = ${conversation_id}
          and c.contact_id = i.contact_id)
        or exists (select from messages m where m.company_id = ${company_id} and m.conversation_id = ${conversation_id}
          and m.contact_id = i.contact_id and m.side = 'in'))`.execute(ctx.db)
  return rows.length > 0
}
