import { Type } from 'typebox'
import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { when } from '#platform/events/reactions.ts'
import { enqueue, job } from '#platform/jobs/job.ts'
import { sendMail } from '#platform/mail/send-mail.ts'
import { getCompanySettings } from '#server/people/index.ts'
import { type Locale, wordsFor } from '#words/index.ts'
import { returnOf } from './returns.ts'
import { visitorById } from './visitors.ts'

/** How long an answer may lie unread before it is sent after him. */
const UNREAD_MS = 5 * 60_000

/** An answer in a chat is looked after: who has left gets it by letter. Of several in a row the last counts. */
export const followAnswer = when('chat:follow-answer', 'conversation.answered', async (ctx, { subject_id, facts }) => {
  if (facts.channel !== 'web_chat') return
  const run_at = new Date(ctx.now.getTime() + UNREAD_MS)
  await enqueue(ctx, sendUnread, { conversation_id: subject_id }, { key: `chat-letter:${subject_id}`, run_at })
})

/** Sends answers that a visitor has not seen to the address that he gave, once each, with the way back (INB-66). */
export const sendUnread = job({
  name: 'chat:send-unread',
  payload: Type.Object({ conversation_id: Type.String() }),

  async run(ctx, { conversation_id }) {
    const place = await placeOf(ctx, conversation_id)
    const visitor = place && (await visitorById(ctx, place.channel_id, place.external_key))
    if (!place || !visitor?.email) return
    const answers = await unreadOf(ctx, conversation_id, visitor.lettered_at)
    if (answers.length === 0) return
    const t = wordsFor(localeOf(place.facts))
    const { name: company } = await getCompanySettings(ctx)
    const texts = answers.map(({ text, files }) =>
      [text, files && t('chat.letter_files', { files })].filter(Boolean).join('\n'),
    )
    const link = linkOf(ctx, { id: place.channel_id, visitor })
    const back = link ? t('chat.letter_back', { link }) : ''
    const body = [t('chat.letter_hello', { company }), ...texts, back].filter(Boolean).join('\n\n')
    const about = { kind: 'conversation', id: conversation_id }
    await sendMail(ctx, { recipient: visitor.email, subject: t('chat.letter_subject', { company }), body, about })
    await sql`update chat_visitors set lettered_at = ${ctx.now}::timestamptz
      where company_id = ${ctx.viewer.company_id} and id = ${visitor.id}`.execute(ctx.db)
  },
})

const placeOf = async ({ db, viewer }: Ctx, id: string) => {
  const row = await db
    .selectFrom('conversations')
    .select(['channel_id', 'external_key', 'facts'])
    .where('company_id', '=', viewer.company_id)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.external_key ? { ...row, external_key: row.external_key } : null
}

/** The language in which the chat spoke to him when he wrote last; Russian where its neighbours are spoken. */
function localeOf(facts: unknown): Locale {
  const { page } = facts as { page?: { language?: string } }
  return /^(?:ru|be|kk|uk)\b/i.test(page?.language ?? 'ru') ? 'ru' : 'en'
}

async function unreadOf(ctx: Ctx, conversation_id: string, since: string | null) {
  const { rows } = await sql<{ text: string; files: string | null }>`
    select m.text, (select string_agg(f.name, ', ' order by f.position) from message_files f
      where f.company_id = m.company_id and f.message_id = m.id) as files
    from messages m join message_deliveries d on d.company_id = m.company_id and d.message_id = m.id
    where m.company_id = ${ctx.viewer.company_id} and m.conversation_id = ${conversation_id}
      and m.machine is null and d.state in ('sent', 'delivered') and m.created_at > coalesce(${since}::timestamptz, '-infinity')
    order by m.sent_at, m.position, m.id`.execute(ctx.db)
  return rows
}

type Back = { id: string; visitor: { id: string; user_id: string | null; page_url: string | null } }

/** The page where he wrote; a guest's letter opens the chat there, a user of the site signs in as ever. */
function linkOf(ctx: Ctx, { id, visitor: { id: visitor_id, user_id, page_url } }: Back): string | null {
  if (!page_url || !URL.canParse(page_url)) return null
  const page = new URL(page_url)
  if (user_id === null) page.hash = `naryad-chat=${returnOf(ctx, { id }, visitor_id)}`
  return page.href
}
