import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import type { ChatSaid } from '#contract/inbox/web-chat.ts'
import type { Ctx } from '#platform/ctx.ts'
import { hold } from '#platform/db/hold.ts'
import type { Chat } from './chats.ts'
import type { Who } from './who.ts'

const columns = [
  'v.id',
  'v.number',
  'v.user_id',
  'v.name',
  'v.phone',
  'v.email',
  'v.page_url',
  'v.lettered_at',
] as const
export type Visitor = NonNullable<Awaited<ReturnType<typeof findVisitor>>>

/** The visitor who asks, if he has written before. A user of the site is found by the site's word alone. */
export async function findVisitor(ctx: Ctx, { id }: Pick<Chat, 'id'>, who: Who) {
  return visitors(ctx, id)
    .where((eb) =>
      who.kind === 'user'
        ? eb('v.user_id', '=', who.identity.id)
        : eb.and([
            eb('v.user_id', 'is', null),
            eb.exists(
              eb
                .selectFrom('chat_keys as k')
                .select('k.visitor_id')
                .whereRef('k.company_id', '=', 'v.company_id')
                .whereRef('k.visitor_id', '=', 'v.id')
                .where('k.channel_id', '=', id)
                .where('k.key_hash', '=', who.hash),
            ),
          ]),
    )
    .executeTakeFirst()
}

export const visitorById = (ctx: Ctx, channel_id: string, id: string) =>
  visitors(ctx, channel_id).where('v.id', '=', id).executeTakeFirst()

const visitors = ({ db, viewer }: Ctx, channel_id: string) =>
  db
    .selectFrom('chat_visitors as v')
    .select(columns)
    .where('v.company_id', '=', viewer.company_id)
    .where('v.channel_id', '=', channel_id)

/** The same, made on the spot: of two first messages at once the second finds whom the first has made. */
export async function findOrMakeVisitor(ctx: Ctx, chat: Chat, who: Who): Promise<Visitor> {
  const known = await findVisitor(ctx, chat, who)
  if (known) return known
  const named = who.kind === 'user' ? `user ${who.identity.id}` : `key ${who.hash.toString('hex')}`
  await hold(ctx, [`chat ${chat.id} ${named}`])
  const other = await findVisitor(ctx, chat, who)
  if (other) return other
  const { company_id } = ctx.viewer
  const id = uuidv7()
  const number = await ctx.world.takeNumber(company_id, 'chat_visitor')
  const user_id = who.kind === 'user' ? who.identity.id : null
  const row = { company_id, id, channel_id: chat.id, number, user_id, created_at: ctx.now }
  await ctx.db.insertInto('chat_visitors').values(row).execute()
  if (who.kind === 'key') await addKey(ctx, chat, { visitor_id: id, hash: who.hash })
  return {
    id,
    number: String(number),
    user_id,
    name: null,
    phone: null,
    email: null,
    page_url: null,
    lettered_at: null,
  }
}

/** From now on this browser is that visitor. */
export async function addKey(
  ctx: Ctx,
  { id }: Pick<Chat, 'id'>,
  key: { visitor_id: string; hash: Buffer },
): Promise<void> {
  await sql`insert into chat_keys (company_id, channel_id, key_hash, visitor_id, created_at)
    values (${ctx.viewer.company_id}, ${id}, ${key.hash}, ${key.visitor_id}, ${ctx.now})
    on conflict (company_id, channel_id, key_hash) do update set visitor_id = excluded.visitor_id`.execute(ctx.db)
}

const ABOUT = ['name', 'phone', 'email', 'page_url'] as const

/** Keeps what he said of himself, or what his site says of him; what is not said stays. */
export async function keepAbout(
  ctx: Ctx,
  visitor: Visitor,
  { page, ...said }: Pick<ChatSaid, 'name' | 'phone' | 'email' | 'page'>,
): Promise<void> {
  const about = { ...said, page_url: page?.url }
  // He writes again and again: mostly nothing is new of him.
  if (ABOUT.every((field) => about[field] === undefined || about[field] === visitor[field])) return
  const { name = null, phone = null, email = null, page_url = null } = about
  await sql`update chat_visitors set name = coalesce(${name}, name), phone = coalesce(${phone}, phone),
      email = coalesce(${email}, email), page_url = coalesce(${page_url}, page_url)
    where company_id = ${ctx.viewer.company_id} and id = ${visitor.id}`.execute(ctx.db)
}
