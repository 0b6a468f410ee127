import { createHmac } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

const NAME = 'naryad.known'
const DAYS = 400
/** Of how many people one browser is remembered. */
const PEOPLE = 5

const markOf = (user_id: string, secret: string): string =>
  createHmac('sha256', secret).update(`known ${user_id}`).digest('base64url')

const marksIn = ({ cookies }: FastifyRequest): string[] => (cookies[NAME] ?? '').split('.').filter(Boolean)

/** Whether this browser has let the person in before (IDN-18). It opens nothing: only a letter is spared. */
export const isKnown = (request: FastifyRequest, user_id: string, secret: string): boolean =>
  marksIn(request).includes(markOf(user_id, secret))

export function remember(request: FastifyRequest, reply: FastifyReply, { user_id, secret, secure }: Whose): void {
  const marks = [...new Set([markOf(user_id, secret), ...marksIn(request)])].slice(0, PEOPLE)
  reply.setCookie(NAME, marks.join('.'), {
    path: '/api/auth',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    maxAge: DAYS * 86_400,
  })
}

type Whose = { user_id: string; secret: string; secure: boolean }
