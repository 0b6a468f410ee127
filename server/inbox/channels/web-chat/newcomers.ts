import type { FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import type { Frame } from '#platform/http/serve.ts'
import { type Chat, inChat } from './chats.ts'
import type { chatLimits } from './limits.ts'
import { findVisitor } from './visitors.ts'
import { marksOf, type Who } from './who.ts'

/** Counts who has never written from anywhere by the address that he comes from; whoever was known once stays known. */
export function newcomers(frame: Frame, limits: Pick<ReturnType<typeof chatLimits>, 'newcomer'>) {
  const met = new LRUCache<string, true>({ max: 20_000 })
  return async (request: FastifyRequest, { chat, who }: { chat: Chat; who: Who }): Promise<void> => {
    const name = `${chat.id} ${marksOf(who)}`
    if (met.has(name)) return
    if (await inChat(frame, chat, (ctx) => findVisitor(ctx, chat, who))) met.set(name, true)
    else await limits.newcomer(request)
  }
}
