import { sql } from 'kysely'
import type { ChatReceipts } from '#contract/inbox/web-chat.ts'
import type { Ctx } from '#platform/ctx.ts'
import { receive } from '../../intake/receive.ts'
import type { Chat } from './chats.ts'
import { conversationOf } from './talk.ts'
import { findVisitor } from './visitors.ts'
import type { Who } from './who.ts'

/** His browser has got answers, or he has seen them. Of ids that are not answers to him nothing is heard. */
export async function noteReceipts(
  ctx: Ctx,
  chat: Chat,
  { who, ids, state }: ChatReceipts & { who: Who },
): Promise<void> {
  const visitor = await findVisitor(ctx, chat, who)
  const conversation_id = visitor && (await conversationOf(ctx, chat, visitor.id))
  if (!conversation_id) return
  const rows = await ctx.db
    .selectFrom('messages')
    .select('external_id')
    .where('company_id', '=', ctx.viewer.company_id)
    .where('conversation_id', '=', conversation_id)
    .where('side', '=', 'out')
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute()
  const signals = rows.flatMap(({ external_id }) =>
    external_id === null ? [] : [{ kind: 'receipt' as const, external_id, state, at: ctx.now }],
  )
  await receive(ctx, { id: chat.id, kind: 'web_chat' }, signals)
}
