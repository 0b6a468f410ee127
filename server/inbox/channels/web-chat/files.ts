import type { FastifyReply, FastifyRequest } from 'fastify'
import { CHAT_FILE_LIMIT } from '#contract/inbox/chat-limits.ts'
import type { ChatFile } from '#contract/inbox/web-chat.ts'
import { missing, Refused } from '#platform/errors.ts'
import type { Frame } from '#platform/http/serve.ts'
import { systemIn } from '#platform/jobs/worker.ts'
import { sendFile, storeUpload } from '#server/files/index.ts'
import type { Chat } from './chats.ts'
import { isOver, signed } from './signs.ts'
import { showFile } from './talk.ts'
import type { Visitor } from './visitors.ts'

/** Room for the marks between the parts of a form. */
const AROUND = 4096

/** Stores a file of a visitor; how long it is must be said before it comes. */
export async function storeOf(
  frame: Frame,
  chat: Chat,
  { visitor, request }: { visitor: Pick<Visitor, 'id'>; request: FastifyRequest },
): Promise<ChatFile> {
  const length = Number(request.headers['content-length'] ?? Infinity)
  if (!(length <= CHAT_FILE_LIMIT + AROUND)) throw new Refused({ status: 413, code: 'file.too_large' })
  const viewer = { ...systemIn(chat.company_id), contact_id: visitor.id }
  const { created_at: _, ...file } = await storeUpload(frame, viewer, request)
  return showFile({ world: frame.world, now: frame.world.now() }, chat, { file, visitor_id: visitor.id })
}

type Asked = { file_id: string; v: string; d: string; s: string; w?: number }
type Wire = { request: FastifyRequest; reply: FastifyReply }

/** A file by its signed address. Pictures come without what a camera wrote into them, whoever of the two sent them. */
export async function giveOut(
  frame: Frame,
  chat: Chat,
  { file_id, v, d, s, w, ...wire }: Asked & Wire,
): Promise<FastifyReply> {
  const holds =
    !isOver(d, frame.world.now()) &&
    signed(frame.world.config.secret, 'file', { parts: [chat.id, v, file_id, d], sign: s })
  if (!holds) throw new Refused(missing('file'))
  const width = w !== undefined && { width: w }
  return sendFile(frame, systemIn(chat.company_id), { file_id, clean: true, ...width, ...wire })
}
