import multipart from '@fastify/multipart'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { Attached, faultOfCall, faultOfType } from './bot-api-rules.ts'
import { type Call, Mailbag } from './mailbag.ts'

export type BotApi = {
  /** For `TELEGRAM_API_URL`. */
  url: string
  token: string
  /** Everything that was called, in order. */
  calls: Call[]
  /** Something happens at Telegram: the update's number is given by it. Refused when it is no valid update. */
  happens(update: Record<string, unknown>, unchecked?: 'unchecked'): number
  /** Waits for the next call of a method that fits and that nobody has waited for yet. */
  called(method: string, fits?: (call: Call) => boolean): Promise<Call>
  /** The next calls of a method are refused like this, one each. */
  refuses(method: string, ...refusals: Refusal[]): void
  /** A file lies at Telegram: gives its `file_id`. */
  holds(file_path: string, bytes: Uint8Array): string
  /** Updates that nobody has confirmed. */
  waiting(): number
  /** The bot gets another token: the old one is refused from now on. */
  revoke(): void
  close(): Promise<void>
}

export type Refusal = { error_code: number; description: string; parameters?: Record<string, unknown> }
type Answer = { ok: true; result: unknown } | ({ ok: false } & Refusal)

const MB = 1024 * 1024
const ME = { id: 4242, is_bot: true, first_name: 'Служба ремонта', username: 'remont_bot' }
/** Shorter than Telegram's own: a stand-in that holds its answers for long makes long tests of stopping. */
const HOLD_MS = 3000

type State = {
  token: string
  updates: { update_id: number }[]
  next: number
  message_id: number
  hook: Record<string, unknown>
  files: Map<string, { file_path: string; bytes: Uint8Array }>
  refusals: Map<string, Refusal[]>
  /** Who waits for updates; the newest is answered, an older one is sent away. */
  polling: { wake: (answer: Answer | null) => void } | null
}

/** Telegram's Bot API on a port of its own: it refuses what Telegram refuses, and keeps what it is given. */
export async function openBotApi(): Promise<BotApi> {
  const bag = new Mailbag()
  const state: State = {
    token: '4242:AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc',
    updates: [],
    next: 700_000_001,
    message_id: 1000,
    hook: { url: '', has_custom_certificate: false, pending_update_count: 0 },
    files: new Map(),
    refusals: new Map(),
    polling: null,
  }
  const app = Fastify({ bodyLimit: 60 * MB, forceCloseConnections: true })
  await app.register(multipart, { limits: { fileSize: 60 * MB, files: 20 } })
  routes(app, state, bag)
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  return {
    url,
    token: state.token,
    calls: bag.calls,
    called: (method, fits) => bag.next(method, fits),
    ...doings(app, state),
  }
}

/** What a test lets happen at Telegram. */
function doings(app: FastifyInstance, state: State): Omit<BotApi, 'url' | 'token' | 'calls' | 'called'> {
  return {
    happens(update, unchecked) {
      const whole = { update_id: state.next++, ...update }
      const fault = unchecked ? null : faultOfType('Update', whole)
      if (fault) throw new Error(fault)
      state.updates.push(whole)
      state.polling?.wake(null)
      return whole.update_id
    },
    refuses: (method, ...refusals) => void state.refusals.set(method, refusals),
    holds(file_path, bytes) {
      const file_id = `AgACAgIAAxkBAA${state.files.size}`
      state.files.set(file_id, { file_path, bytes })
      return file_id
    },
    waiting: () => state.updates.length,
    revoke() {
      state.token = `${ME.id}:revoked_revoked_revoked`
    },
    async close() {
      state.polling?.wake(null)
      await app.close()
    },
  }
}

function routes(app: FastifyInstance, state: State, bag: Mailbag): void {
  app.all<{ Params: { token: string; method: string } }>('/bot:token/:method', async (request, reply) => {
    const { token, method } = request.params
    const given = await givenIn(request)
    bag.put({ method, given, at: Date.now() })
    const answer = token === state.token ? await answerTo(method, given, state) : refusal(401, 'Unauthorized')
    return reply.code(answer.ok ? 200 : answer.error_code).send(answer)
  })
  app.get<{ Params: { token: string; '*': string } }>(
    '/file/bot:token/*',
    async (request, reply): Promise<FastifyReply> => {
      const file = [...state.files.values()].find(({ file_path }) => file_path === request.params['*'])
      if (request.params.token !== state.token || !file) return reply.code(404).send(refusal(404, 'Not Found'))
      return reply.type('application/octet-stream').send(Buffer.from(file.bytes))
    },
  )
}

const refusal = (error_code: number, description: string, parameters?: Record<string, unknown>): Answer => ({
  ok: false,
  error_code,
  description,
  ...(parameters ? { parameters } : {}),
})

/** The fields of a call: JSON, or form fields that hold JSON, with files beside. */
async function givenIn(request: FastifyRequest): Promise<Record<string, unknown>> {
  if (!request.isMultipart()) return (request.body as Record<string, unknown> | undefined) ?? {}
  const given: Record<string, unknown> = {}
  for await (const part of request.parts())
    given[part.fieldname] =
      part.type === 'file'
        ? new Attached(part.filename, await part.toBuffer())
        : readField(part.fieldname, String(part.value))
  return withAttached(given)
}

/** In a form every value is text; what it stands for is told by its name, for «5» may be a caption, too. */
function readField(name: string, value: string): unknown {
  const isRead = /^[[{]|^(true|false)$/.test(value) || (name.endsWith('_id') && /^-?\d+$/.test(value))
  return isRead ? JSON.parse(value) : value
}

/** `attach://name` stands for the file of that name; an attached file that nobody names is refused. */
function withAttached(given: Record<string, unknown>): Record<string, unknown> {
  const named = new Set<string>()
  const put = (value: unknown): unknown => {
    if (typeof value === 'string' && value.startsWith('attach://')) {
      named.add(value.slice(9))
      return given[value.slice(9)]
    }
    return value
  }
  const whole = Object.entries(given).map(([name, value]) => {
    if (!Array.isArray(value)) return [name, put(value)] as const
    for (const one of value as Record<string, unknown>[])
      if (typeof one === 'object' && typeof one['media'] === 'string') put(one['media'])
    return [name, value] as const
  })
  const files = [...named].map((name) => given[name])
  const kept = Object.fromEntries(whole.filter(([name]) => !named.has(name)))
  // Kept apart from the fields, so that they are not taken for fields.
  return files.length ? Object.defineProperty(kept, 'attached', { value: files, enumerable: false }) : kept
}

async function answerTo(method: string, given: Record<string, unknown>, state: State): Promise<Answer> {
  const planned = state.refusals.get(method)?.shift()
  if (planned) return { ok: false, ...planned }
  const fault = faultOfCall(method, given)
  if (fault) return refusal(fault === 'Not Found' ? 404 : 400, fault)
  if (method === 'getUpdates') return getUpdates(given, state)
  const handler = handlers[method]
  return handler ? handler(given, state) : refusal(501, `the stand-in knows no ${method}`)
}

type Handler = (given: Record<string, unknown>, state: State) => Answer
const fine = (result: unknown): Answer => ({ ok: true, result })

const handlers: Record<string, Handler> = {
  getMe: () =>
    fine({ ...ME, can_join_groups: true, can_read_all_group_messages: false, supports_inline_queries: false }),
  getWebhookInfo: (_given, state) => fine(state.hook),
  setWebhook: (given, state) => {
    state.hook = { ...state.hook, url: given['url'], allowed_updates: given['allowed_updates'] }
    return fine(true)
  },
  deleteWebhook: (_given, state) => {
    state.hook = { ...state.hook, url: '' }
    return fine(true)
  },
  getFile: ({ file_id }, state) => {
    const file = state.files.get(String(file_id))
    if (!file) return refusal(400, 'Bad Request: wrong file_id or the file is temporarily unavailable')
    if (file.bytes.length > 20 * MB) return refusal(400, 'Bad Request: file is too big')
    return fine({ file_id, file_unique_id: String(file_id), file_size: file.bytes.length, file_path: file.file_path })
  },
  answerCallbackQuery: () => fine(true),
  sendChatAction: () => fine(true),
  sendMessage: sent,
  sendPhoto: sent,
  sendVideo: sent,
  sendDocument: sent,
  sendMediaGroup: (given, state) => {
    const media = given['media'] as unknown[]
    if (media.length < 2 || media.length > 10) return refusal(400, 'Bad Request: wrong number of messages to send')
    return fine(media.map(() => messageIn(given, state)))
  },
}

function sent(given: Record<string, unknown>, state: State): Answer {
  const heavy = Object.values(given).some((value) => value instanceof Attached && value.bytes.length > 50 * MB)
  return heavy ? refusal(413, 'Request Entity Too Large') : fine(messageIn(given, state))
}

const messageIn = ({ chat_id, text, caption }: Record<string, unknown>, state: State) => ({
  message_id: ++state.message_id,
  from: ME,
  chat: { id: chat_id, type: Number(chat_id) < 0 ? 'supergroup' : 'private' },
  date: Math.floor(Date.now() / 1000),
  ...(text === undefined ? {} : { text }),
  ...(caption === undefined ? {} : { caption }),
})

/** Gives what is there, or waits; a second who asks sends the first away, as at Telegram. */
async function getUpdates(
  { offset = 0, timeout = 0 }: { offset?: number; timeout?: number },
  state: State,
): Promise<Answer> {
  if (state.hook['url'])
    return refusal(
      409,
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    )
  state.polling?.wake(
    refusal(409, 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running'),
  )
  state.updates = state.updates.filter(({ update_id }) => update_id >= offset)
  if (state.updates.length === 0 && timeout > 0) {
    const sentAway = await new Promise<Answer | null>((resolve) => {
      const late = setTimeout(() => mine.wake(null), Math.min(timeout * 1000, HOLD_MS))
      const mine = {
        wake(answer: Answer | null) {
          clearTimeout(late)
          if (state.polling === mine) state.polling = null
          resolve(answer)
        },
      }
      state.polling = mine
    })
    if (sentAway) return sentAway
  }
  return fine(state.updates.slice(0, 100))
}
