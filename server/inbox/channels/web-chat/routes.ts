import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { Id } from '#contract/endpoint.ts'
import { ChatFile, ChatMessage, ChatReceipts, ChatSaid, ChatTalk } from '#contract/inbox/web-chat.ts'
import { missing, Refused } from '#platform/errors.ts'
import type { Hint } from '#platform/live/tail.ts'
import { type Admission, admission } from './admission.ts'
import { inChat } from './chats.ts'
import { giveOut, storeOf } from './files.ts'
import { noteReceipts } from './receipts.ts'
import { comeBack } from './returns.ts'
import { sayings } from './say-together.ts'
import { PREVIEW_WALL, previewPage, scriptOf } from './script.ts'
import { visitorStreams } from './streams.ts'
import { conversationOf, readTalk } from './talk.ts'
import { findOrMakeVisitor, findVisitor } from './visitors.ts'
import { marksOf } from './who.ts'

const tags = ['chat']
const params = Type.Object({ channel_id: Id })
const querystring = Type.Object({})
const Done = Type.Object({})

/**
 * What pages of customers' sites ask. These stand outside the contract's frame: another origin asks, with a key or a
 * signature of its own instead of a session.
 * @returns what the node's tail of facts tells the streams
 */
export function chatRoutes(app: FastifyInstance): (hints: readonly Hint[]) => void {
  const admitted = admission(app.frame)
  const streams = visitorStreams(app.frame)
  app.addHook('preClose', async () => streams.close())
  void app.register(async (open) => openRoutes(open, admitted))
  void app.register(async (shut) => {
    shut.addHook('onRequest', admitted.letIn)
    shut.options('/chat/:channel_id/*', { schema: { hide: true } } as object, mayAsk)
    talkRoutes(shut, admitted)
    noticeRoutes(shut, admitted)
    fileRoute(shut, admitted)
    streamRoute(shut, { admitted, streams })
  })
  return streams.hear
}

const mayAsk = (_: FastifyRequest, reply: FastifyReply): FastifyReply =>
  reply
    .headers({
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': 'authorization, content-type, last-event-id',
      'access-control-max-age': '7200',
    })
    .status(204)
    .send()

/** What a page's own tags ask, which name no origin: the script, and files by signed addresses. */
function openRoutes(app: FastifyInstance, { chatOf, limits }: Admission): void {
  app.addHook('onRequest', async (request) => limits.look(request))
  app.addHook('onSend', async (_, reply) => void reply.header('cross-origin-resource-policy', 'cross-origin'))
  app.get<{ Params: { channel_id: string } }>(
    '/chat/:channel_id.js',
    { schema: { summary: 'The script of a chat for a page', tags, params } },
    async (request, reply) =>
      reply
        .type('text/javascript; charset=utf-8')
        .header('cache-control', 'public, max-age=300')
        .send(scriptOf(await chatOf(request))),
  )
  app.get('/chat/preview', { schema: { hide: true } } as object, (_, reply) =>
    reply.type('text/html; charset=utf-8').header('content-security-policy', PREVIEW_WALL).send(previewPage()),
  )
  fileByAddress(app, chatOf)
}

function fileByAddress(app: FastifyInstance, chatOf: Admission['chatOf']): void {
  const sign = { v: Id, d: Type.String({ maxLength: 6 }), s: Type.String({ maxLength: 60 }) }
  const width = Type.Optional(Type.Integer({ minimum: 1, maximum: 4000 }))
  type Asked = {
    Params: { channel_id: string; file_id: string }
    Querystring: { v: string; d: string; s: string; w?: number }
  }
  app.get<Asked>(
    '/chat/:channel_id/files/:file_id',
    {
      compress: false,
      schema: {
        summary: 'A file of a chat by its signed address',
        tags,
        params: Type.Object({ channel_id: Id, file_id: Id }),
        querystring: Type.Object({ ...sign, w: width }),
      },
    },
    async (request, reply) =>
      giveOut(app.frame, await chatOf(request), { ...request.params, ...request.query, request, reply }),
  )
}

function talkRoutes(app: FastifyInstance, { knock, limits, countNewcomer }: Admission): void {
  const keep = sayings(app.frame)
  app.get(
    '/chat/:channel_id/talk',
    { schema: { summary: 'What a visitor sees of his chat', tags, params, querystring, response: { 200: ChatTalk } } },
    async (request) => {
      const { chat, who } = await knock(request)
      return inChat(app.frame, chat, (ctx) => readTalk(ctx, chat, who))
    },
  )
  app.post<{ Body: ChatSaid }>(
    '/chat/:channel_id/messages',
    {
      schema: {
        summary: 'A message of a visitor: one, however often it comes',
        tags,
        params,
        querystring,
        body: ChatSaid,
        response: { 200: ChatMessage },
      },
    },
    async (request) => {
      const { chat, who } = await knock(request)
      await limits.write(request, marksOf(who))
      await countNewcomer(request, { chat, who })
      return keep(chat, { who, said: request.body })
    },
  )
}

function noticeRoutes(app: FastifyInstance, { knock, limits }: Admission): void {
  app.post<{ Body: ChatReceipts }>(
    '/chat/:channel_id/receipts',
    {
      schema: {
        summary: 'Says which answers have come to a visitor, or were seen',
        tags,
        params,
        querystring,
        body: ChatReceipts,
        response: { 200: Done },
      },
    },
    async (request) => {
      const { chat, who } = await knock(request)
      await inChat(app.frame, chat, (ctx) => noteReceipts(ctx, chat, { who, ...request.body }))
      return {}
    },
  )
  app.post<{ Body: { link: string } }>(
    '/chat/:channel_id/returns',
    {
      schema: {
        summary: 'Comes back by a letter: this browser is the visitor from now on',
        tags,
        params,
        querystring,
        body: Type.Object({ link: Type.String({ maxLength: 200 }) }),
        response: { 200: Done },
      },
    },
    async (request) => {
      const { chat, who } = await knock(request)
      await limits.wrong(request)
      await inChat(app.frame, chat, (ctx) => comeBack(ctx, chat, { who, ...request.body }))
      return {}
    },
  )
}

function fileRoute(app: FastifyInstance, { knock, limits, countNewcomer }: Admission): void {
  app.post(
    '/chat/:channel_id/files',
    {
      schema: {
        summary: 'A file of a visitor: multipart/form-data with one part `file`, up to 20 MB',
        tags,
        consumes: ['multipart/form-data'],
        params,
        querystring,
        response: { 200: ChatFile },
      },
    },
    async (request) => {
      const { chat, who } = await knock(request)
      await limits.write(request, marksOf(who))
      await countNewcomer(request, { chat, who })
      const visitor = await inChat(app.frame, chat, (ctx) => findOrMakeVisitor(ctx, chat, who))
      return storeOf(app.frame, chat, { visitor, request })
    },
  )
}

type Live = { admitted: Admission; streams: ReturnType<typeof visitorStreams> }

function streamRoute(app: FastifyInstance, { admitted, streams }: Live): void {
  app.get(
    '/chat/:channel_id/stream',
    { schema: { summary: "Live stream of a visitor's own chat (server-sent events)", tags, params, querystring } },
    async (request, reply) => {
      const { chat, who } = await admitted.knock(request)
      const place = await inChat(app.frame, chat, async (ctx) => {
        const visitor = await findVisitor(ctx, chat, who)
        const conversation_id = visitor && (await conversationOf(ctx, chat, visitor.id))
        return conversation_id ? { visitor_id: visitor.id, conversation_id } : null
      })
      if (!place) throw new Refused(missing('chat'))
      const { 'last-event-id': last } = request.headers
      reply.hijack()
      reply.raw.writeHead(200, {
        'access-control-allow-origin': request.headers.origin,
        vary: 'Origin',
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
        connection: 'keep-alive',
      })
      const since = typeof last === 'string' && /^[0-9a-f-]{36}$/i.test(last) ? last : null
      streams.open({ ...place, chat, out: reply.raw, since })
    },
  )
}
