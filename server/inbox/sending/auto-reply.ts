import { sql } from 'kysely'
import { Type } from 'typebox'
import type { AutoReply } from '#contract/inbox/channels.ts'
import type { ChannelKind } from '#contract/inbox/conversations.ts'
import type { Ctx } from '#platform/ctx.ts'
import { job } from '#platform/jobs/job.ts'
import { contactName } from '#server/counterparties/index.ts'
import { getCompanySettings } from '#server/people/index.ts'
import { adapterOf } from '../channels/adapters.ts'
import { openNow } from '../opening-hours.ts'
import { filledIn } from '../templates/fields.ts'
import { mayAnswerAutomatically } from './automatic.ts'
import { openingWords } from './opening-words.ts'
import { queueMessage } from './queue-message.ts'

/** After so long a silence of both sides what a person writes is a new request. */
const SILENCE = '12 hours'
/** In one dialogue, and to one person, not more often. */
const ONCE_HERE = '12 hours'
const ONCE_TO_HIM = '1 hour'
/** Whom one of ours has written to so lately talks with a person. */
const IN_TALK = '1 hour'
/** What is older when it comes is for people: it lay at a provider that was away. */
const LATE = '1 hour'

/**
 * Answers a person at once by what the channel has been told to say (INB-51). The dialogue goes on waiting: whoever wrote
 * has been told that he is heard, and nothing more. Where it runs twice the second run finds what the first has said.
 *
 * Asked for by the intake of a channel that answers: of the others no message waits in the queue for nothing.
 */
export const autoReply = job({
  name: 'inbox:auto_reply',
  payload: Type.Object({ message_id: Type.String() }),
  run: answer,
})

async function answer(ctx: Ctx, { message_id }: { message_id: string }): Promise<void> {
  const asked = await askedBy(ctx, message_id)
  if (!asked?.auto_reply?.on || !adapterOf(asked.kind).send) return
  // First, for it holds the person and the channel: what is counted below stays so.
  if (!(await mayAnswerAutomatically(ctx, message_id))) return
  const { kind, settings, auto_reply, conversation_id, channel_id } = asked
  const { hours = 'calendar' } = kind === 'web_chat' ? settings : {}
  const opening = await openNow(ctx, { hours })
  const due = auto_reply.occasion === 'closed' ? !opening.open : !(await goesOn(ctx, asked))
  if (!due || (await isSpokenTo(ctx, asked))) return
  await queueMessage(ctx, {
    conversation_id,
    channel_id,
    member_id: null,
    machine: 'auto-reply',
    text: await wordsFor(ctx, asked, opening.opens_at),
    file_ids: [],
    // A messenger would quote his own words to him.
    reply_to_id: kind === 'email' ? message_id : null,
  })
}

/** Whether a channel answers by itself at all. */
export async function answersItself({ db, viewer }: Ctx, channel_id: string): Promise<boolean> {
  const row = await db
    .selectFrom('channels')
    .select(sql<boolean>`coalesce((auto_reply -> 'on')::boolean, false)`.as('on'))
    .where('company_id', '=', viewer.company_id)
    .where('id', '=', channel_id)
    .executeTakeFirst()
  return row?.on ?? false
}

type Asked = NonNullable<Awaited<ReturnType<typeof askedBy>>>

/** What a person wrote, where and to whom; null of groups, of channels put away, and of what came late. */
async function askedBy(ctx: Ctx, message_id: string) {
  const { rows } = await sql<{
    message_id: string
    conversation_id: string
    channel_id: string
    contact_id: string
    contact: { name: string } | null
    kind: ChannelKind
    settings: { hours?: 'always' | 'calendar' }
    auto_reply: AutoReply | null
  }>`select m.id as message_id, m.conversation_id, m.channel_id, m.contact_id, h.kind, h.settings, h.auto_reply,
      ${contactName(sql`m.company_id`, sql`m.contact_id`)} as contact
    from messages m
      join conversations c on c.company_id = m.company_id and c.id = m.conversation_id
      join channels h on h.company_id = m.company_id and h.id = m.channel_id
    where m.company_id = ${ctx.viewer.company_id} and m.id = ${message_id} and m.contact_id is not null
      and c.contact_id is not null and h.archived_at is null
      and m.sent_at > ${ctx.now}::timestamptz - ${LATE}::interval`.execute(ctx.db)
  return rows[0]
}

/** Whether people spoke here shortly before: then it is no new request. What a messenger notes down is nobody's word. */
async function goesOn(ctx: Ctx, { message_id, conversation_id }: Asked): Promise<boolean> {
  const { rows } = await sql`select from messages m
      join messages b on b.company_id = m.company_id and b.conversation_id = m.conversation_id and b.id <> m.id
    where m.company_id = ${ctx.viewer.company_id} and m.id = ${message_id} and b.conversation_id = ${conversation_id}
      and b.side <> 'note' and b.machine is null and coalesce(b.content ->> 'kind', '') <> 'notice'
      and (b.sent_at, b.position, b.id) < (m.sent_at, m.position, m.id)
      and b.sent_at > m.sent_at - ${SILENCE}::interval limit 1`.execute(ctx.db)
  return rows.length > 0
}

/** Whether he has been answered: by one of ours in this very talk, or automatically a while ago, here or elsewhere. */
async function isSpokenTo(ctx: Ctx, { conversation_id, contact_id }: Asked): Promise<boolean> {
  const { company_id } = ctx.viewer
  const { rows } = await sql`select from messages m
      join conversations c on c.company_id = m.company_id and c.id = m.conversation_id
    where m.company_id = ${company_id} and c.contact_id = ${contact_id} and m.side = 'out'
      and m.created_at > ${ctx.now}::timestamptz - case
        when m.machine is null then ${IN_TALK}::interval
        when m.conversation_id = ${conversation_id} then ${ONCE_HERE}::interval
        else ${ONCE_TO_HIM}::interval end
      and (m.machine is not null or m.conversation_id = ${conversation_id}) limit 1`.execute(ctx.db)
  return rows.length > 0
}

async function wordsFor(ctx: Ctx, { auto_reply, contact }: Asked, opens_at: string | null): Promise<string> {
  const { name: company, time_zone } = await getCompanySettings(ctx)
  return filledIn(auto_reply?.text ?? '', {
    contact: called(contact?.name ?? ''),
    company,
    opens_at: openingWords(opens_at, { now: ctx.now, time_zone }),
  })
}

/** A name by which one can be spoken to: an address or a number, which stands where none was given, is none. */
const called = (name: string): string | null => (/[@\d]/.test(name) || !/\p{L}/u.test(name) ? null : name)
