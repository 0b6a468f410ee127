import type { Ctx } from '#platform/ctx.ts'
import { missing, Refused } from '#platform/errors.ts'
import type { Chat } from './chats.ts'
import { isOver, signed, signOf, until } from './signs.ts'
import { addKey, visitorById } from './visitors.ts'
import type { Who } from './who.ts'

/** How long a letter leads back. */
const DAYS = 14

/** The end of an address that makes the chat on that page open as this visitor's. */
export function returnOf({ world, now }: Ctx, { id }: Pick<Chat, 'id'>, visitor_id: string): string {
  const day = until(now, DAYS)
  return [visitor_id, day, signOf(world.config.secret, 'letter', [id, visitor_id, day])].join('.')
}

/** Whoever holds the letter is whom it was sent to: from now on his browser is that visitor. */
export async function comeBack(ctx: Ctx, chat: Chat, { who, link }: { who: Who; link: string }): Promise<void> {
  const [visitor_id = '', day = '', sign = ''] = link.split('.')
  const holds =
    !isOver(day, ctx.now) && signed(ctx.world.config.secret, 'letter', { parts: [chat.id, visitor_id, day], sign })
  const visitor = holds ? await visitorById(ctx, chat.id, visitor_id) : null
  // A user of the site comes in by the site's word, and a letter is no substitute for it.
  if (!visitor || visitor.user_id !== null || who.kind !== 'key') throw new Refused(missing('chat'))
  await addKey(ctx, chat, { visitor_id, hash: who.hash })
}
