import { sql } from 'kysely'
import type { Attachments } from '#contract/inbox/order-dialogues.ts'
import type { ChannelKind } from '#contract/inbox/conversations.ts'
import type { Ctx } from '#platform/ctx.ts'
import { insist, missing } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { contactName } from '#server/counterparties/index.ts'
import { findConversation } from './get-conversation.ts'

export type TakenDialogue = { channel: ChannelKind; contact_id: string | null; file_ids: string[] }

/** A dialogue out of which something is made, with the files of the chosen messages. Notes are no customer's words. */
export async function takeDialogue(
  ctx: Ctx,
  conversation_id: string,
  message_ids: readonly string[],
): Promise<TakenDialogue> {
  const head = await findConversation(ctx, conversation_id)
  const chosen = [...new Set(message_ids)]
  const { rows } = await sql<{ id: string; file_ids: string[] }>`select m.id,
      array(select f.file_id from message_files f where f.company_id = m.company_id and f.message_id = m.id
        and f.file_id is not null order by f.position) as file_ids
    from messages m where m.company_id = ${ctx.viewer.company_id} and m.conversation_id = ${conversation_id}
      and m.id = any(${chosen}::uuid[]) and m.side <> 'note'
    order by m.sent_at, m.position, m.id`.execute(ctx.db)
  insist(rows.length === chosen.length ? null : missing('message'))
  return {
    channel: head.channel.kind,
    contact_id: head.contact_id,
    file_ids: rows.flatMap(({ file_ids }) => file_ids),
  }
}

type Subject = { conversation_id: string; kind: 'order'; id: string; number: number; message_ids: readonly string[] }

/** Writes down that something was made of a dialogue, or belongs to it. Said twice it is one link. */
export async function linkSubject(
  ctx: Ctx,
  { conversation_id, kind, id, number, message_ids }: Subject,
): Promise<void> {
  const { rows } = await sql`insert into conversation_subjects
      (company_id, conversation_id, kind, subject_id, number, message_ids, at)
    values (${ctx.viewer.company_id}, ${conversation_id}, ${kind}, ${id}, ${number}, ${[...message_ids]}::uuid[], ${ctx.now})
    on conflict do nothing returning subject_id`.execute(ctx.db)
  if (rows.length > 0) await tell(ctx, 'conversation.linked', { id: conversation_id }, { kind, subject_id: id, number })
}

/** The dialogues of a thing, newest first, of those that the viewer sees. */
export async function dialoguesOf(ctx: Ctx, kind: 'order', subject_id: string): Promise<Attachments['dialogues']> {
  const { rows } = await sql<Attachments['dialogues'][number]>`select c.id as conversation_id, h.kind as channel,
      ${contactName(sql`c.company_id`, sql`c.contact_id`)} as contact, c.title, c.waiting_since, c.last_at, c.preview
    from conversation_subjects s
    join conversations c on c.company_id = s.company_id and c.id = s.conversation_id
    join channels h on h.company_id = c.company_id and h.id = c.channel_id
    where s.company_id = ${ctx.viewer.company_id} and s.kind = ${kind} and s.subject_id = ${subject_id}
    order by c.last_at desc, c.id limit 20`.execute(ctx.db)
  return rows
}
