import { sql } from 'kysely'
import type { ChatMessage, ChatSaid } from '#contract/inbox/web-chat.ts'
import type { Ctx } from '#platform/ctx.ts'
import { found, insist, invalid } from '#platform/errors.ts'
import { toE164 } from '#platform/phone.ts'
import { together } from '#platform/together.ts'
import { filesById, insistOwnFiles } from '#server/files/index.ts'
import { countryOf } from '#server/people/index.ts'
import { wordsFor } from '#words/index.ts'
import type { Ready } from '../../intake/keep-message.ts'
import { receive } from '../../intake/receive.ts'
import { tidied } from '../../intake/tidy.ts'
import type { Identity, Sender } from '../adapter.ts'
import type { Chat } from './chats.ts'
import { messagesOf } from './talk.ts'
import { findOrMakeVisitor, keepAbout, type Visitor } from './visitors.ts'
import { marksOf, type Who } from './who.ts'

/** A message that a visitor's page has sent. */
export type Saying = { who: Who; said: ChatSaid }

/**
 * Takes one message of a visitor. Its id is made by his browser and holds within his own dialogue only: the same
 * message at every try, and never another's.
 */
export async function say(ctx: Ctx, chat: Chat, saying: Saying): Promise<ChatMessage> {
  const [message] = await sayAll(ctx, chat, [saying])
  return found(message, 'message')
}

/**
 * The same of several visitors at once, each message in its place. What does not wait for another's travels together:
 * twenty messages take little longer than one. When one of them is refused, all are.
 */
export async function sayAll(ctx: Ctx, chat: Chat, sayings: readonly Saying[]): Promise<ChatMessage[]> {
  // Of one visitor one after the other: his second message finds him whom the first has made.
  const theirs = Object.values(Object.groupBy(sayings, ({ who }) => marksOf(who))) as Saying[][]
  const ready = new Map<Saying, ReadySaying>()
  await together(
    ...theirs.map(async (his) => {
      for (const saying of his) ready.set(saying, await readied(ctx, chat, saying))
    }),
  )
  const all = sayings.map((saying) => found(ready.get(saying), 'message'))
  await receive(
    ctx,
    { id: chat.id, kind: 'web_chat' },
    all.map(({ signal }) => signal),
  )
  const shown = await together(...all.map(({ visitor, signal }) => kept(ctx, chat, { visitor, signal })))
  return shown.map((message) => found(message, 'message'))
}

type ReadySaying = { visitor: Visitor; signal: Ready }

/** Who says it, found or made, and what he says as it is kept. */
async function readied(ctx: Ctx, chat: Chat, { who, said: given }: Saying): Promise<ReadySaying> {
  const said = tidied(given)
  const { text, file_ids = [] } = said
  insist(text.trim() || file_ids.length > 0 ? null : invalid('text', 'field.required'))
  const claimed = await claimsOf(ctx, said)
  const visitor = await findOrMakeVisitor(ctx, chat, who)
  await insistOwnFiles(asVisitor(ctx, visitor), file_ids)
  await keepAbout(ctx, visitor, { ...said, ...(who.kind === 'user' && aboutUser(who.identity)) })
  return { visitor, signal: await signalOf(ctx, { visitor, who, said, claimed }) }
}

async function kept(ctx: Ctx, chat: Chat, { visitor, signal: { external_id } }: ReadySaying) {
  const which = sql`m.channel_id = ${chat.id} and m.external_id = ${external_id}`
  const [message] = await messagesOf(ctx, chat, { visitor_id: visitor.id }, which)
  return message
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

async function signalOf(ctx: Ctx, { visitor, who, said, claimed }: Whole): Promise<Ready> {
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
