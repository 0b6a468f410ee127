import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { problem } from '#platform/http/problem.ts'
import type { Accounts } from './accounts.ts'

/** Acts of the library after which a session may be over. */
const ENDING = /\/(sign-out|revoke-[a-z-]+|reset-password|change-password|two-factor\/(enable|disable|verify-totp))/

/** Puts the sign-in library's own endpoints under /api/auth; `changed` hears when a session may have ended. */
export function mountAccounts(app: FastifyInstance, accounts: Accounts, changed: () => void): void {
  app.route({
    method: ['GET', 'POST'],
    url: '/api/auth/*',
    schema: { hide: true },
    handler: async (request, reply) => {
      const answer = await accounts.handler(asWebRequest(request))
      if (answer.ok && ENDING.test(request.url)) changed()
      copyCookies(answer.headers, reply)
      const text = await answer.text()
      if (answer.ok || answer.status < 400) return send(reply, answer, text)
      return reply
        .status(answer.status)
        .type('application/problem+json')
        .send(JSON.stringify(problem(answer.status, codeOf(text, answer.status))))
    },
  })
}

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
