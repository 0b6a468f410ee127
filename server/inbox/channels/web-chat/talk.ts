import { type RawBuilder, sql } from 'kysely'
import type { ChatFile, ChatMessage, ChatTalk } from '#contract/inbox/web-chat.ts'
import type { Ctx } from '#platform/ctx.ts'
import { memberNames } from '#server/people/index.ts'
import type { Chat } from './chats.ts'
import { openNow } from '../../opening-hours.ts'
import { signOf, until } from './signs.ts'
import { findVisitor } from './visitors.ts'
import type { Who } from './who.ts'

const MOST = 100
const SHOWN = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif'])

/** What the chat says when it is opened; of one who has never written, whether somebody is there. */
export async function readTalk(ctx: Ctx, chat: Chat, who: Who): Promise<ChatTalk> {
  const visitor = await findVisitor(ctx, chat, who)
  const conversation_id = visitor && (await conversationOf(ctx, chat, visitor.id))
  return {
    ...(await openNow(ctx, chat.settings)),
    known: visitor ? knownOf(visitor) : who.kind === 'user' ? knownOf(who.identity) : [],
    messages:
      visitor && conversation_id ? await messagesOf(ctx, chat, { conversation_id, visitor_id: visitor.id }) : [],
  }
}

const knownOf = (about: Partial<Record<'name' | 'phone' | 'email', string | null>>): ChatTalk['known'] =>
  (['name', 'phone', 'email'] as const).filter((field) => about[field])

export async function conversationOf(ctx: Ctx, { id }: Pick<Chat, 'id'>, visitor_id: string): Promise<string | null> {
  const row = await ctx.db
    .selectFrom('conversations')
    .select('id')
    .where('company_id', '=', ctx.viewer.company_id)
    .where('channel_id', '=', id)
    .where('external_key', '=', visitor_id)
    .executeTakeFirst()
  return row?.id ?? null
}

export type Place = { conversation_id: string; visitor_id: string }
/** A visitor has one dialogue in a chat; whoever knows it says so. */
type Whose = Pick<Place, 'visitor_id'> & Partial<Place>
type File = Omit<ChatFile, 'url' | 'picture'> & { mime: string; width: number | null; height: number | null }
type Row = Omit<ChatMessage, 'files' | 'author' | 'sent_id'> & {
  side: 'in' | 'out'
  external_id: string | null
  member_id: string | null
  files: File[]
}

/**
 * What a visitor sees of his dialogue, oldest first: his own words and the answers that went out to him. Notes of the
 * staff are of another side and are not even asked for; what the program notes down for them is no word of his.
 */
export async function messagesOf(
  ctx: Ctx,
  chat: Pick<Chat, 'id'>,
  { visitor_id, conversation_id }: Whose,
  which: RawBuilder<unknown> = sql`true`,
) {
  const { rows } = await sql<Row>`
    select m.id, m.side, m.external_id, m.member_id, m.text, m.sent_at, coalesce(d.state = 'read', true) as read,
      coalesce((select json_agg(json_build_object('id', f.id, 'name', a.name, 'mime', f.mime, 'size', f.size::int,
          'width', f.width, 'height', f.height) order by a.position)
        from message_files a join files f on f.company_id = a.company_id and f.id = a.file_id
        where a.company_id = m.company_id and a.message_id = m.id), '[]') as files
    from messages m left join message_deliveries d on d.company_id = m.company_id and d.message_id = m.id
    where m.company_id = ${ctx.viewer.company_id} and m.conversation_id = ${
      conversation_id ??
      sql`(select c.id from conversations c
        where c.company_id = m.company_id and c.channel_id = ${chat.id} and c.external_key = ${visitor_id})`
    }
      and m.removed_at is null and (m.side = 'in' and m.content is null
        or m.side = 'out' and d.state in ('sent', 'delivered', 'read')) and ${which}
    order by m.sent_at desc, m.position desc, m.id desc limit ${sql.lit(MOST)}`.execute(ctx.db)
  const names = await memberNames(ctx, [...new Set(rows.flatMap(({ member_id }) => member_id ?? []))])
  const show = ({ side, external_id, member_id, files, ...row }: Row): ChatMessage => ({
    ...row,
    sent_id: side === 'in' ? (external_id?.split('/').at(-1) ?? '') : null,
    author: names.get(member_id ?? '') ?? null,
    files: files.map((file) => showFile(ctx, chat, { file, visitor_id })),
  })
  return rows.map(show).reverse()
}

/** A file with an address that holds for him, a day or two: a picture in a page can carry no key. */
export function showFile(
  { world, now }: Pick<Ctx, 'world' | 'now'>,
  { id }: Pick<Chat, 'id'>,
  { file: { mime, width, height, ...file }, visitor_id }: { file: File; visitor_id: string },
): ChatFile {
  const day = until(now, 1)
  const sign = signOf(world.config.secret, 'file', [id, visitor_id, file.id, day])
  const picture = SHOWN.has(mime) && width && height ? { width, height } : null
  return { ...file, url: `/chat/${id}/files/${file.id}?v=${visitor_id}&d=${day}&s=${sign}`, picture }
}
