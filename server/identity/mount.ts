import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { problem, type Problem } from '#platform/http/problem.ts'
import { actOf, fromOf, type Notice, noteOutcome, noticeOf, refusedBefore, steadily } from './account-acts.ts'
import type { Accounts } from './accounts.ts'
import { sessionCookie } from './cookies.ts'
import type { sessionReader } from './sessions.ts'
import type { SignInGuard } from './sign-in-guard.ts'

/** Acts of the library after which a session may be over, or be worth more. */
const ENDING = /\/(sign-out|revoke-[a-z-]+|reset-password|change-password|two-factor\/|passkey\/(verify|delete))/

export type Mounting = {
  accounts: Accounts
  guard: SignInGuard
  sessions: Pick<ReturnType<typeof sessionReader>, 'read'>
  /** Hears when a session may have ended. */
  changed: () => void
  /** Tells a person what was changed in the way he gets in. */
  notify: (user_id: string, notice: Notice) => Promise<void>
}

/** Puts the sign-in library's own endpoints under /api/auth. */
export function mountAccounts(app: FastifyInstance, mounting: Mounting): void {
  app.route({
    method: ['GET', 'POST'],
    url: '/api/auth/*',
    schema: { hide: true },
    handler: async (request, reply) => {
      const act = actOf(request.url)
      const looking = await looksAsAnother(mounting, request)
      const before =
        looking && act !== '/sign-out'
          ? problem(403, request.method === 'GET' ? 'viewing.private' : 'viewing.read_only')
          : await refusedBefore(mounting.guard, act, request.body)
      if (before) return refuse(reply, before)
      const answer = await steadily(act, mounting.accounts.handler(asWebRequest(request)))
      const text = await answer.text()
      await afterwards(mounting, { act, request, answer, text })
      copyCookies(answer.headers, reply)
      if (answer.status < 400) return send(reply, answer, text)
      return refuse(reply, problem(answer.status, codeOf(text, answer.status)))
    },
  })
}

/** Accounts are not for whoever looks with the eyes of another: neither that one's nor, by a slip, his own. */
async function looksAsAnother({ sessions }: Mounting, request: FastifyRequest): Promise<boolean> {
  const session = await sessions.read(sessionCookie(request))
  return session?.viewing ? Date.parse(session.viewing.until) > Date.now() : false
}

type Done = { act: string; request: FastifyRequest; answer: Response; text: string }

async function afterwards(mounting: Mounting, { act, request, answer, text }: Done): Promise<void> {
  const { guard, sessions, notify, changed } = mounting
  const { ok, status } = answer
  await noteOutcome(guard, { act, body: request.body, ok, status, text, from: fromOf(request) })
  if (!ok) return
  const notice = noticeOf(act)
  const who = notice && (await sessions.read(sessionCookie(request)))
  if (who) await notify(who.user_id, notice)
  if (ENDING.test(request.url)) changed()
}

const refuse = (reply: FastifyReply, why: Problem): FastifyReply =>
  reply.status(why.status).type('application/problem+json').send(JSON.stringify(why))

function asWebRequest(request: FastifyRequest): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined && name !== 'content-length')
      headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  // The library counts tries by address; behind a proxy the frame has already found the true one.
  headers.set('x-forwarded-for', request.ip)
  const url = `${request.protocol}://${request.host}${request.url}`
  const body = request.method === 'POST' ? JSON.stringify(request.body ?? {}) : null
  if (body !== null) headers.set('content-type', 'application/json')
  return new Request(url, { method: request.method, headers, body })
}

export function copyCookies(headers: Headers, reply: FastifyReply): void {
  for (const cookie of headers.getSetCookie()) reply.header('set-cookie', cookie)
}

function send(reply: FastifyReply, answer: Response, text: string): FastifyReply {
  const location = answer.headers.get('location')
  if (location) reply.header('location', location)
  return reply
    .status(answer.status)
    .type(answer.headers.get('content-type') ?? 'application/json')
    .send(text)
}

/** The library's code as ours: `INVALID_EMAIL_OR_PASSWORD` is `account.invalid_email_or_password`. */
function codeOf(text: string, status: number): string {
  if (status === 429) return 'request.too_many'
  try {
    const { code } = JSON.parse(text) as { code?: string }
    if (code) return `account.${code.toLowerCase()}`
  } catch {
    // Not every refusal of the library has a body.
  }
  return 'account.refused'
}
