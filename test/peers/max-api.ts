import multipart from '@fastify/multipart'
import Fastify, { type FastifyInstance } from 'fastify'
import { type Call, Mailbag } from './mailbag.ts'

export type MaxApi = {
  /** For `MAX_API_URL`. */
  url: string
  token: string
  calls: Call[]
  called(method: string, fits?: (call: Call) => boolean): Promise<Call>
  /** Something happens at MAX. */
  happens(update: { update_type: string } & Record<string, unknown>): void
  /** The next calls of a path are refused like this, one each. */
  refuses(path: string, ...refusals: { status: number; code: string; message?: string }[]): void
  /** A file lies at MAX: gives its address. */
  holds(name: string, bytes: Uint8Array): string
  close(): Promise<void>
}

type State = {
  updates: object[]
  files: Map<string, Uint8Array>
  refusals: Map<string, { status: number; code: string; message?: string }[]>
  wake: (() => void) | null
  mid: number
}

const HOLD_MS = 3000
const TOKEN = 'f9LHodD0cOL3maxmaxmaxmaxmaxmax'

/** MAX's Bot API on a port of its own, as its official client and its pages tell of it. */
export async function openMaxApi(): Promise<MaxApi> {
  const bag = new Mailbag()
  const state: State = { updates: [], files: new Map(), refusals: new Map(), wake: null, mid: 0 }
  const app = Fastify({ forceCloseConnections: true })
  await app.register(multipart, { limits: { fileSize: 60 * 1024 * 1024 } })
  guard(app, state, bag)
  routes(app, state, bag)
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  return {
    url,
    token: TOKEN,
    calls: bag.calls,
    called: (method, fits) => bag.next(method, fits),
    happens(update) {
      state.updates.push({ timestamp: Date.now(), ...update })
      state.wake?.()
    },
    refuses: (path, ...refusals) => void state.refusals.set(path, refusals),
    holds(name, bytes) {
      state.files.set(name, bytes)
      return `${url}/files/${name}`
    },
    async close() {
      state.wake?.()
      await app.close()
    },
  }
}

/** Writes every call down, and lets in whoever has the token, unless a refusal was ordered. */
function guard(app: FastifyInstance, state: State, bag: Mailbag): void {
  app.addHook('preHandler', async (request, reply) => {
    const [path = ''] = request.url.split('?')
    if (path.startsWith('/files/') || path.startsWith('/up/')) return
    const query = request.query as Record<string, unknown>
    bag.put({
      method: `${request.method} ${path}`,
      given: { ...query, ...(request.body as object | null) },
      at: Date.now(),
    })
    if (request.headers.authorization !== TOKEN)
      return reply.code(401).send({ code: 'verify.token', message: 'Invalid access_token' })
    const refusal = state.refusals.get(path)?.shift()
    if (refusal) return reply.code(refusal.status).send({ message: '', ...refusal })
  })
}

function routes(app: FastifyInstance, state: State, bag: Mailbag): void {
  app.get('/me', async () => ({
    user_id: 77,
    name: 'Служба ремонта',
    first_name: 'Служба ремонта',
    username: 'remont_bot',
    is_bot: true,
  }))
  app.get<{ Querystring: { marker?: string; timeout?: string } }>('/updates', async ({ query }) => {
    const from = Number(query.marker ?? 0)
    if (state.updates.length <= from && Number(query.timeout) > 0)
      await new Promise<void>((resolve) => {
        const late = setTimeout(resolve, HOLD_MS)
        state.wake = () => {
          clearTimeout(late)
          resolve()
        }
      })
    return { updates: state.updates.slice(from), marker: state.updates.length }
  })
  app.post<{ Body: { text?: string | null; attachments?: unknown[] } }>('/messages', async ({ body, query }, reply) => {
    if ((body.text?.length ?? 0) > 4000 || (!body.text && !body.attachments?.length))
      return reply.code(400).send({ code: 'proto.payload', message: 'text: size must be between 1 and 4000' })
    const { chat_id } = query as { chat_id?: string }
    const mid = `mid.out.${++state.mid}`
    return {
      message: {
        recipient: { chat_id: Number(chat_id) },
        timestamp: Date.now(),
        body: { mid, seq: state.mid, text: body.text },
      },
    }
  })
  files(app, state, bag)
}

/** Where files come and go. */
function files(app: FastifyInstance, state: State, bag: Mailbag): void {
  app.post('/answers', async () => ({ success: true }))
  app.post('/chats/:chat_id/actions', async () => ({ success: true }))
  app.post<{ Querystring: { type?: string } }>('/uploads', async ({ query, headers }) => {
    const url = `http://${headers.host}/up/${query.type}`
    return query.type === 'video' || query.type === 'audio' ? { url, token: `t-${query.type}` } : { url }
  })
  app.post<{ Params: { type: string } }>('/up/:type', async (request, reply) => {
    const file = await request.file()
    const bytes = await file?.toBuffer()
    bag.put({ method: 'upload', given: { type: request.params.type, name: file?.filename, bytes }, at: Date.now() })
    if (request.params.type === 'image') return { photos: { k1: { token: 't-image' } } }
    return request.params.type === 'file'
      ? { token: 't-file' }
      : reply.type('application/xml').send('<retval>1</retval>')
  })
  app.get<{ Params: { token: string } }>('/videos/:token', async ({ params, headers }) => ({
    token: params.token,
    urls: { mp4_360: `http://${headers.host}/files/small`, mp4_720: `http://${headers.host}/files/${params.token}` },
  }))
  app.get<{ Params: { name: string } }>('/files/:name', async ({ params }, reply) => {
    const bytes = state.files.get(params.name)
    return bytes ? reply.type('application/octet-stream').send(Buffer.from(bytes)) : reply.code(404).send()
  })
}
