import { sql } from 'kysely'
import type { ChatMessage, ChatSaid } from '#contract/inbox/web-chat.ts'
import type { Ctx } from '#platform/ctx.ts'
import { found, insist, invalid } from '#platform/errors.ts'
import { toE164 } from '#platform/phone.ts'
import { filesById, insistOwnFiles } from '#server/files/index.ts'
import { countryOf } from '#server/people/index.ts'
import { wordsFor } from '#words/index.ts'
import { type ReadySignal, receive } from '../../intake/receive.ts'
import { tidied } from '../../intake/tidy.ts'
import type { Identity, Sender } from '../adapter.ts'
import type { Chat } from './chats.ts'
import { messagesOf } from './talk.ts'
import { findOrMakeVisitor, keepAbout, type Visitor } from './visitors.ts'
import type { Who } from './who.ts'

/**
 * Takes one message of a visitor. Its id is made by his browser and holds within his own dialogue only: the same
 * message at every try, and never another's.
 */
export async function say(
  ctx: Ctx,
  chat: Chat,
  { who, said: given }: { who: Who; said: ChatSaid },
): Promise<ChatMessage> {
  const said = tidied(given)
  const { id, text, file_ids = [] } = said
  insist(text.trim() || file_ids.length > 0 ? null : invalid('text', 'field.required'))
  const claimed = await claimsOf(ctx, said)
  const visitor = await findOrMakeVisitor(ctx, chat, who)
  await insistOwnFiles(asVisitor(ctx, visitor), file_ids)
  await keepAbout(ctx, visitor, { ...said, ...(who.kind === 'user' && aboutUser(who.identity)) })
  const signal = await signalOf(ctx, { visitor, who, said, claimed })
  await receive(ctx, { id: chat.id, kind: 'web_chat' }, [signal])
  const [message] = await messagesOf(ctx, chat, { visitor_id: visitor.id }, sql`m.external_id = ${nameOf(visitor, id)}`)
  return found(message, 'message')
}

/** The eyes by which files are his: what he has sent, and nothing else, may go with his words. */
export const asVisitor = (ctx: Ctx, { id }: Pick<Visitor, 'id'>): Ctx => ({
  ...ctx,
  viewer: { ...ctx.viewer, contact_id: id },
})

const nameOf = (visitor: Pick<Visitor, 'id'>, id: string): string => `${visitor.id}/${id}`
const aboutUser = ({ name, email, phone }: Partial<Record<'name' | 'email' | 'phone', string>>) => ({
  ...(name && { name }),
  ...(email && { email }),
  ...(phone && { phone }),
})

type Whole = { visitor: Visitor; who: Who; said: ChatSaid; claimed: Identity[] }

async function signalOf(ctx: Ctx, { visitor, who, said, claimed }: Whole): Promise<ReadySignal> {
  const { id, page, file_ids = [], ...rest } = said
  const files = await filesById(ctx, file_ids)
  return {
    kind: 'message',
    external_id: nameOf(visitor, id),
    thread: { key: visitor.id, ...(page && { title: titleOf(page), facts: { page, reach: visitor.id } }) },
    sender: senderOf(visitor, { who, said, claimed }),
    sent_at: ctx.now,
    text: textOf(said),
    files: file_ids.map((file_id) => {
      const file = files.get(file_id)
      return { name: file?.name ?? '', part: file?.width ? 'picture' : 'file', file_id }
    }),
    raw: { json: { ...rest, page, file_ids } },
  }
}

function senderOf(visitor: Visitor, { who, said, claimed }: Omit<Whole, 'visitor'>): Sender {
  const guest = wordsFor('ru')('chat.guest', { number: visitor.number })
  const signed = who.kind === 'user' ? who.identity : null
  const proven: Identity[] = [
    ...(signed?.email ? [{ kind: 'email' as const, value: signed.email.trim().toLowerCase() }] : []),
    ...(signed?.phone ? [{ kind: 'phone' as const, value: signed.phone }] : []),
  ]
  const name = signed?.name ?? said.name ?? visitor.name ?? guest
  return { kind: 'web_chat', value: visitor.id, name, label: guest, proven, claimed }
}

/** What he typed into the form is his word and stands below it, where whoever answers reads. */
const textOf = ({ text, name, phone, email }: ChatSaid): string => {
  const typed = [name, phone, email].filter((part) => part && part.trim() !== text.trim())
  return [text.trim(), typed.join(', ')].filter(Boolean).join('\n\n')
}

async function claimsOf(ctx: Ctx, { phone, email }: ChatSaid): Promise<Identity[]> {
  const number = phone ? toE164(phone, await countryOf(ctx)) : null
  insist(phone && number === null ? invalid('phone', 'contact.phone_wrong', { phone }) : null)
  insist(email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) ? invalid('email', 'field.format') : null)
  return [
    ...(number ? [{ kind: 'phone' as const, value: number }] : []),
    ...(email ? [{ kind: 'email' as const, value: email.toLowerCase() }] : []),
  ]
}

/** «Сайт, страница «Клининг»»: where he writes from, as the list of dialogues shows it. */
function titleOf({ title, url }: NonNullable<ChatSaid['page']>): string {
  const path = URL.canParse(url) ? new URL(url).host + new URL(url).pathname : url
  return wordsFor('ru')('chat.from_page', { title: (title.trim() || path).slice(0, 200) })
}
