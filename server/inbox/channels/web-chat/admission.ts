import type { FastifyReply, FastifyRequest } from 'fastify'
import { missing, Refused } from '#platform/errors.ts'
import type { Frame } from '#platform/http/serve.ts'
import { type Chat, chatFinder, insistOnSite } from './chats.ts'
import { chatLimits } from './limits.ts'
import { newcomers } from './newcomers.ts'
import { type Who, whoAsks } from './who.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Lets pages of the company's sites in, and says of each request which chat it is of and who asks. */
export function admission(frame: Frame) {
  const [limits, find] = [chatLimits(frame), chatFinder(frame)]
  const chats = new WeakMap<FastifyRequest, Chat>()
  const chatOf = async (request: FastifyRequest): Promise<Chat> => {
    const { channel_id } = request.params as { channel_id: string }
    if (!UUID.test(channel_id)) throw new Refused(missing('chat'))
    return chats.get(request) ?? find(channel_id)
  }
  return {
    limits,
    countNewcomer: newcomers(frame, limits),
    chatOf,
    /** Before anything is read of a request: whose page asks. Others get no leave to read the answer either. */
    async letIn(request: FastifyRequest, reply: FastifyReply): Promise<void> {
      limits.look(request)
      const chat = await chatOf(request)
      void reply.header('vary', 'Origin')
      insistOnSite(chat, request.headers.origin)
      void reply.header('access-control-allow-origin', request.headers.origin)
      chats.set(request, chat)
    },
    /** A wrong signature is counted: nobody tries secrets here. */
    async knock(request: FastifyRequest): Promise<{ chat: Chat; who: Who }> {
      const chat = await chatOf(request)
      try {
        return { chat, who: whoAsks(chat, request.headers.authorization) }
      } catch (error) {
        if (request.headers.authorization) await limits.wrong(request)
        throw error
      }
    },
  }
}
export type Admission = ReturnType<typeof admission>
