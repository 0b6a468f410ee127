import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Door } from '#contract/endpoint.ts'
import type { Viewer } from '#platform/ctx.ts'
import { insist, no, type Refusal } from '#platform/errors.ts'
import {
  type AccountMail,
  type Accounts,
  apiKeyReader,
  emailChange,
  type Notice,
  notProved,
  openAccounts,
  outOfScope,
  type Session,
  SESSION_DAYS,
  registration,
  sessionCookie,
  sessionCookieName,
  sessionMarks,
  sessionReader,
  signInGuard,
  wrongOnes,
} from '#server/identity/index.ts'
import {
  type Entering,
  companyNamesOf,
  followEmail,
  missingFactor,
  userEyes,
  viewerReader,
} from '#server/people/index.ts'
import { accountMail } from './account-mail.ts'
import type { Process } from './world.ts'

declare module 'fastify' {
  interface FastifyInstance {
    accounts: Accounts
  }
}

/** Ties sessions (identity) to members (people): who knocks, and with which eyes. */
export function openIdentity(process: Process) {
  const { config, doorway, ears } = process
  const { wrong, sessions, ...rest } = openWaysIn(process)
  const keys = apiKeyReader(doorway, wrong)
  const viewers = viewerReader(doorway, () => process.world.now())
  ears.onSessions.push(() => [sessions, keys, viewers].forEach((memory) => memory.forget()))
  const byKey = async (request: FastifyRequest, text: string, door: Door): Promise<Viewer | null> => {
    const key = await keys.read(text, request.ip)
    if (!key) return null
    insist(door === 'person' ? no('api_key.scope') : outOfScope(key.scopes, request.method, request.routeOptions.url))
    const member = await viewers.memberOf(await sessions.asIf(key))
    if (member) insist(missingFactor(member, process.world.now()))
    return member && { ...member.viewer, via: key.name }
  }
  const viewerOf = async (request: FastifyRequest, reply: FastifyReply, door: Door): Promise<Viewer | null> => {
    const bearer = bearerOf(request)
    if (bearer !== null) return byKey(request, bearer, door)
    const cookie = sessionCookie(request)
    const session = await sessions.read(cookie)
    if (!session) return null
    if (session.prolonged && cookie) prolongCookie(reply, cookie, config.public_url)
    if (door === 'person' && !session.viewing) return userEyes(session)
    const member = await viewers.memberOf(session)
    const lent = door === 'self' ? null : await viewers.lentTo(member, session.viewing)
    return eyesIn(member, lent, { session, request, door, now: process.world.now() })
  }
  const lacksProof = async (request: FastifyRequest) => notProved(await sessions.read(sessionCookie(request)))
  const frame = { viewerOf, notProved: lacksProof }
  return { accounts: rest.accounts, frame, mounting: { ...rest, sessions, wrong }, wrong }
}

/** The library and what stands around it: sessions, limits, letters. */
function openWaysIn(process: Process) {
  const { config, doorway, side } = process
  const log = (fault: unknown) => process.log('account mail', fault)
  const sendMail = accountMail(doorway, config, log)
  const accounts = openAccounts({ ...side, config, sendMail })
  const sessions = sessionReader(doorway, config.secret, SESSION_DAYS)
  const [guard, marks] = [signInGuard(doorway), sessionMarks(doorway)]
  const notify = async (user_id: string, kind: Notice, where = ''): Promise<void> => {
    const { name, email } = await sessions.userOf(user_id)
    await sendMail({ user_id, recipient: email, kind, url: `${config.public_url}/profile`, name, where })
  }
  const post = (mail: AccountMail) => void sendMail(mail).catch(log)
  const registering = registration({ ...side, config, accounts, tries: guard.tries, post })
  const changed = () => process.world.sessionsChanged(null)
  const companyNames = (user_id: string) => companyNamesOf(doorway, user_id)
  const of_library = { companyNames, accounts, sessions, guard, marks, notify, changed, secret: config.secret }
  const moved = (user_id: string, email: string) => followEmail(doorway, user_id, email)
  const emails = emailChange({ ...side, config, tries: guard.tries, post, moved })
  return { ...of_library, wrong: wrongOnes(guard.tries), registration: registering, emails }
}

type Knock = { session: Session; request: FastifyRequest; door: Door; now: Date }

/** With whose eyes he goes on whose session this is: with another's, while he looks so, else with his own. */
function eyesIn(member: Entering | null, lent: Viewer | null, { session, request, door, now }: Knock): Viewer | null {
  if (lent) insist(onlyLooks(request, door))
  if (door === 'person') return userEyes(session)
  // What stands before a company (who am I, my sign-ins) is open: there he is told what he lacks.
  if (member && door !== 'user') insist(missingFactor(member, now))
  return lent ?? member?.viewer ?? (door === 'user' ? userEyes(session) : null)
}

/** Whoever looks with the eyes of another changes nothing, whatever he asks by whatever way (VIEW-3). */
function onlyLooks({ method }: FastifyRequest, door: Door): Refusal | null {
  const reads = method === 'GET' || method === 'HEAD'
  return reads && door !== 'person' ? null : no('viewing.read_only')
}

/** The key of a program; where one is given, cookies count for nothing. */
function bearerOf({ headers: { authorization } }: FastifyRequest): string | null {
  return authorization === undefined ? null : authorization.replace(/^Bearer\s+/i, '')
}

function prolongCookie(reply: FastifyReply, value: string, public_url: string): void {
  const name = sessionCookieName(public_url)
  const secure = public_url.startsWith('https://')
  reply.setCookie(name, value, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: SESSION_DAYS * 86_400 })
}
