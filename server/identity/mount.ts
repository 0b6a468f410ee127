import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { problem, type Problem, sayWhenToRetry } from '#platform/http/problem.ts'
import { type Asking, fromOf, noteOutcome, refusedBefore, steadily, userIn } from './account-acts.ts'
import type { Accounts } from './library/accounts.ts'
import { actOf, FACTOR_ON, knownAct, type Notice } from './acts.ts'
import { pendingCookie, sessionCookie, signedValue, tokenOpened } from './cookies.ts'
import { isKnown, remember } from './library/known-browser.ts'
import { withPass } from './library/proven-pass.ts'
import type { EmailChange } from './registering/email-change.ts'
import type { WrongOnes } from './limits/wrong-ones.ts'
import type { Registration } from './registering/registration.ts'
import type { SessionMarks } from './session-marks.ts'
import type { sessionReader } from './sessions.ts'
import type { SignInGuard } from './sign-in-guard.ts'

/** Acts of the library after which a session may be over, or be worth more. */
const ENDING =
  /^\/(sign-out|email\/confirm|revoke-|reset-password|(change|verify)-password|two-factor\/|passkey\/(verify|delete))/

export type Mounting = {
  accounts: Accounts
  guard: SignInGuard
  marks: SessionMarks
  sessions: Pick<ReturnType<typeof sessionReader>, 'read' | 'userOf'>
  /** Where he works: for passwords that are made of it. */
  companyNames: (user_id: string) => Promise<string[]>
  registration: Registration
  emails: EmailChange
  wrong: Pick<WrongOnes, 'insistNone' | 'count'>
  /** Signs the library's cookies. */
  secret: string
  /** Hears when a session may have ended. */
  changed: () => void
  /** Tells a person what was changed in the way he gets in. */
  notify: (user_id: string, notice: Notice, where?: string) => Promise<void>
}

/** Puts the sign-in library's own endpoints under /api/auth: those that acts.ts knows. */
export function mountAccounts(app: FastifyInstance, mounting: Mounting): void {
  app.route({
    method: ['GET', 'POST'],
    url: '/api/auth/*',
    schema: { hide: true },
    handler: async (request, reply) => {
      const asking = await askingOf(mounting, request)
      if (!asking) return refuse(reply, problem(404, 'address.missing'))
      const before = looksAsAnother(asking)
        ? problem(403, request.method === 'GET' ? 'viewing.private' : 'viewing.read_only')
        : await refusedBefore(mounting.guard, asking)
      if (before) return refuse(reply, before)
      const answer = await steadily(asking.act, answerOf(mounting, asking, request))
      const text = withVerification(asking.act, await answer.text())
      if (answer.ok) await tellOfPlace(mounting, asking, { request, reply, text, opened: tokenOpened(answer.headers) })
      await afterwards(mounting, asking, { answer, text })
      copyCookies(answer.headers, reply)
      if (answer.status < 400) return send(reply, answer, text)
      return refuse(reply, refusalIn(answer, text))
    },
  })
}

/** Accounts are not for whoever looks with the eyes of another: neither that one's nor, by a slip, his own. */
const looksAsAnother = ({ act, session }: Asking): boolean =>
  act !== '/sign-out' && session?.viewing ? Date.parse(session.viewing.until) > Date.now() : false

async function askingOf(mounting: Mounting, request: FastifyRequest): Promise<Asking | null> {
  const { sessions, guard, secret, marks } = mounting
  const act = actOf(request.url)
  const known = knownAct(act)
  if (!known) return null
  const session = await sessions.read(sessionCookie(request))
  const shown = (request.body as { response?: { id?: unknown } } | undefined)?.response?.id
  const user_id =
    known.method === 'passkey' && typeof shown === 'string'
      ? await guard.history.ownerOfPasskey(shown)
      : (session?.user_id ?? (known.method === 'code' ? await guard.history.pending(pendingOf(request, secret)) : null))
  const switches_on = act === '/two-factor/verify-totp' && session && !(await marks.asksForCode(session.user_id))
  const is = switches_on ? { ...known, ...FACTOR_ON } : known
  const known_words = await knownWords(mounting, act, { session, body: request.body })
  return { act, is, body: request.body, session, user_id, from: fromOf(request), known_words }
}

/** What others know of who chooses a password: of himself signed in, or by the letter he has opened. */
async function knownWords({ guard, sessions, companyNames }: Mounting, act: string, { session, body }: Choosing) {
  const { token } = (body ?? {}) as { token?: unknown }
  const user_id =
    act === '/change-password'
      ? (session?.user_id ?? null)
      : act === '/reset-password'
        ? await guard.history.pending(`reset-password:${String(token)}`)
        : null
  if (user_id === null) return []
  const [{ name, email }, companies] = await Promise.all([sessions.userOf(user_id), companyNames(user_id)])
  return [name, email.split('@')[0] ?? '', ...companies]
}

type Choosing = Pick<Asking, 'session' | 'body'>
type Place = { request: FastifyRequest; reply: FastifyReply; text: string; opened: string | null }

/** Who comes in by a browser and from an address that have not let him in before is told by mail (IDN-18). */
async function tellOfPlace(mounting: Mounting, { act, is, session, from }: Asking, place: Place): Promise<void> {
  const { request, reply, text, opened } = place
  const user_id = opened ? userIn(text) : null
  if (!user_id || (session && !is.method)) return
  const { secret, guard, notify } = mounting
  const comes = is.method !== undefined && session?.user_id !== user_id
  const known = isKnown(request, user_id, secret) || (await guard.history.cameFrom(user_id, from))
  if (comes && !known) await notify(user_id, 'new_place', from.address)
  if (comes || act === '/sign-up/email' || act === '/confirm')
    remember(request, reply, { user_id, secret, secure: request.protocol === 'https' })
}

const pendingOf = (request: FastifyRequest, secret: string) => signedValue(pendingCookie(request), secret)

async function answerOf(
  mounting: Mounting,
  { act, body, session }: Asking,
  request: FastifyRequest,
): Promise<Response> {
  const { api, handler } = mounting.accounts
  const { password } = (body ?? {}) as { password?: unknown }
  if (act === '/sign-up/email') return signUp(mounting, request)
  if (act === '/confirm') return mounting.registration.confirm(body ?? {})
  if (act === '/email/ask') return mounting.emails.ask(session, body ?? {})
  if (act === '/email/confirm') return mounting.emails.confirm(body ?? {})
  if (act === '/verify-password') {
    const headers = asWebRequest(request).headers
    return api.verifyPassword({ body: { password: String(password) }, headers, asResponse: true })
  }
  // He has proved himself, perhaps by a passkey: the library asks for the password nevertheless.
  if (act === '/two-factor/enable' || act === '/two-factor/disable')
    return withPass((pass) => handler(asWebRequest(request, { ...(body as object), password: pass })))
  return handler(asWebRequest(request))
}

/** By a letter, or straight in (IDN-17): there it has to be told that an e-mail is taken, and who is told is counted. */
async function signUp({ accounts, registration, wrong }: Mounting, request: FastifyRequest): Promise<Response> {
  const { link, name, email, password } = (request.body ?? {}) as Record<string, unknown>
  if (!(await registration.straight(link))) return registration.begin({ name, email, password }, request.ip)
  wrong.insistNone('taken', request.ip)
  const answer = await accounts.handler(asWebRequest(request, { name, email, password }))
  if (answer.status === 422) await wrong.count('taken', request.ip)
  return answer
}

/** The library asks the device for a finger, face or PIN «preferably»; here it must (IDN-6). */
const withVerification = (act: string, text: string): string =>
  act === '/passkey/generate-authenticate-options'
    ? text.replace('"userVerification":"preferred"', '"userVerification":"required"')
    : text

async function afterwards(mounting: Mounting, asking: Asking, { answer, text }: { answer: Response; text: string }) {
  const { guard, marks, notify, changed } = mounting
  const { act, is, session } = asking
  const { ok, status } = answer
  await noteOutcome(guard, asking, { ok, wrong: status === 400 || status === 401, status, text })
  if (!ok) return
  const opened = tokenOpened(answer.headers)
  const token = opened ?? session?.token
  if (token) await mark(marks, asking, { token, opened: opened !== null })
  if (session && token && is.ends_others) await marks.endOthers(session.user_id, token)
  if (session && is.notice) await notify(session.user_id, is.notice)
  if (ENDING.test(act)) changed()
}

/** Notes on the session what was just shown for it. A password counts for both steps on a trusted device only. */
async function mark(
  marks: SessionMarks,
  { act, session }: Asking,
  { token, opened }: { token: string; opened: boolean },
) {
  const by_both = act.startsWith('/two-factor/verify-') || act.startsWith('/passkey/verify-')
  if (act === '/verify-password') await marks.proved(token, false)
  if (by_both) await marks.proved(token, true)
  if (act === '/sign-in/email' && opened) await marks.trusted(token)
  // The library opens a new session for him who is in already: it is worth what the earlier one was.
  if ((act === '/change-password' || act === '/two-factor/disable') && session)
    await marks.proved(token, session.strong)
  if (act === '/passkey/verify-authentication' && session) await marks.goesOn(token, session.token)
}

function refuse(reply: FastifyReply, why: Problem): FastifyReply {
  sayWhenToRetry(why, reply)
  return reply.status(why.status).type('application/problem+json').send(JSON.stringify(why))
}

function asWebRequest(request: FastifyRequest, given: unknown = request.body ?? {}): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined && name !== 'content-length')
      headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  // The library counts tries by address; behind a proxy the frame has already found the true one.
  headers.set('x-forwarded-for', request.ip)
  const url = `${request.protocol}://${request.host}${request.url}`
  const body = request.method === 'POST' ? JSON.stringify(given) : null
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

function refusalIn({ status, headers }: Response, text: string): Problem {
  const retry_after = Number(headers.get('x-retry-after'))
  return problem(status, codeOf(text, status), retry_after ? { facts: { retry_after } } : {})
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
