import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Door } from '#contract/endpoint.ts'
import type { Viewer } from '#platform/ctx.ts'
import {
  type Accounts,
  openAccounts,
  SESSION_DAYS,
  sessionCookie,
  sessionCookieName,
  sessionReader,
} from '#server/identity/index.ts'
import { userEyes, viewerReader } from '#server/people/index.ts'
import { accountMail } from './account-mail.ts'
import type { Process } from './world.ts'

declare module 'fastify' {
  interface FastifyInstance {
    accounts: Accounts
  }
}

/** Ties sessions (identity) to members (people): who knocks, and with which eyes. */
export function openIdentity(process: Process) {
  const { config, doorway, side, ears } = process
  const accounts = openAccounts({ ...side, config, sendMail: accountMail(doorway, config) })
  const sessions = sessionReader(doorway, config.secret, SESSION_DAYS)
  const viewers = viewerReader(doorway)
  ears.onSessions.push(() => {
    sessions.forget()
    viewers.forget()
  })
  const viewerOf = async (request: FastifyRequest, reply: FastifyReply, door: Door): Promise<Viewer | null> => {
    const cookie = sessionCookie(request)
    const session = await sessions.read(cookie)
    if (!session) return null
    if (session.prolonged && cookie) prolongCookie(reply, cookie, config.public_url)
    if (door === 'person') return userEyes(session)
    return (await viewers.memberOf(session)) ?? (door === 'user' ? userEyes(session) : null)
  }
  return { accounts, viewerOf }
}

function prolongCookie(reply: FastifyReply, value: string, public_url: string): void {
  const name = sessionCookieName(public_url)
  const secure = public_url.startsWith('https://')
  reply.setCookie(name, value, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: SESSION_DAYS * 86_400 })
}
