import { sql } from 'kysely'
import type { ChannelKind } from '#contract/inbox/conversations.ts'
import type { Ctx } from '#platform/ctx.ts'
import { queueMessage } from './queue-message.ts'

/** Where a message waits for him at its provider. What is said in a chat on a site nobody reads who has left it. */
const WAITING = ['telegram', 'max', 'email'] as const satisfies ChannelKind[]

type Reminder = { contact_id: string; text: string }

/**
 * Writes to a contact by the program itself, in the dialogue in which he wrote last and where he is still reached
 * (INB-52). For the dialogue it is no answer: whoever waits there goes on waiting.
 *
 * @returns through which channel it goes; null where he has no such dialogue
 */
export async function remindInDialogue(ctx: Ctx, { contact_id, text }: Reminder) {
  const { rows } = await sql<{ id: string; channel_id: string; kind: (typeof WAITING)[number] }>`
    select c.id, c.channel_id, h.kind from conversations c
      join channels h on h.company_id = c.company_id and h.id = c.channel_id
    where c.company_id = ${ctx.viewer.company_id} and c.contact_id = ${contact_id} and h.archived_at is null
      and h.kind::text = any(${[...WAITING]}::text[]) and exists (select from contact_identities i
        where i.company_id = c.company_id and i.contact_id = c.contact_id and i.kind::text = h.kind::text and i.fault is null)
    order by c.last_in_at desc nulls last, c.id desc limit 1`.execute(ctx.db)
  const [dialogue] = rows
  if (!dialogue) return null
  const { id: conversation_id, channel_id, kind } = dialogue
  const draft = { conversation_id, channel_id, member_id: null, file_ids: [], reply_to_id: null }
  await queueMessage(ctx, { ...draft, machine: 'reminder', text })
  return kind
}
