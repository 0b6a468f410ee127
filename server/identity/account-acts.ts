import type { FastifyRequest } from 'fastify'
import { setTimeout as pause } from 'node:timers/promises'
import { problem, type Problem } from '#platform/http/problem.ts'
import type { Act } from './acts.ts'
import { isCommon } from './common-passwords.ts'
import { isMadeOf } from './guessable.ts'
import { notProved, type Session } from './sessions.ts'
import type { SignInGuard } from './sign-in-guard.ts'
import type { From } from './sign-in-history.ts'

type Body = Record<string, unknown>

/** An act of the library that is asked for: by whom, as far as is known before it is done. */
export type Asking = {
  act: string
  is: Act
  body: unknown
  /** The session of the browser that asks, whoever the act then signs in. */
  session: Session | null
  /** Whose account it is about: of the session, of the password just given, of the passkey shown. */
  user_id: string | null
  from: From
  /** Where he chooses a password: what others know of him. */
  known_words: string[]
}

/** No answer to «I forgot my password» comes sooner: writing the letter takes longer than finding nobody. */
const RESET_MS = 250

export const fromOf = (request: FastifyRequest): From => ({
  address: request.ip,
  user_agent: request.headers['user-agent']?.slice(0, 400) ?? null,
})

/** What we refuse before the library is asked. */
export async function refusedBefore(guard: SignInGuard, asking: Asking): Promise<Problem | null> {
  const { act, is, session } = asking
  const lacks = is.proof && session ? notProved(session) : null
  if (lacks) return problem(lacks.status, lacks.code)
  return (await triedTooOften(guard, asking)) ?? (await usedCode(guard, asking)) ?? weakPassword(act, asking)
}

/** Acts by which somebody at an open screen could try passwords. */
const PASSWORD_OF_SESSION = new Set(['/verify-password', '/change-password'])
const CODE = '/two-factor/verify-totp'

async function triedTooOften({ tries }: SignInGuard, asking: Asking): Promise<Problem | null> {
  const { act, session } = asking
  const whose = PASSWORD_OF_SESSION.has(act) ? session?.email : act === '/sign-in/email' ? bodyOf(asking).email : null
  const retry_after = typeof whose === 'string' ? await tries.take(['password', whose]) : 0
  return retry_after ? problem(429, 'account.too_many_tries', { facts: { retry_after } }) : null
}

async function usedCode({ codes }: SignInGuard, asking: Asking): Promise<Problem | null> {
  const { act, user_id } = asking
  const { code } = bodyOf(asking)
  if (act !== CODE || !user_id || typeof code !== 'string') return null
  return (await codes.take(user_id, code)) ? null : problem(401, 'account.code_used')
}

async function weakPassword(act: string, asking: Asking): Promise<Problem | null> {
  const { password, newPassword, name, email, company } = bodyOf(asking)
  const chosen = act === '/sign-up/email' ? password : newPassword
  if (typeof chosen !== 'string') return null
  if (await isCommon(chosen)) return problem(422, 'account.password_common')
  const said = [name, company, typeof email === 'string' ? email.split('@')[0] : null]
  const known = [...said.filter((word) => typeof word === 'string'), ...asking.known_words]
  return isMadeOf(chosen, known) ? problem(422, 'account.password_of_known_words') : null
}

/** Writes the try into the history of the account; one that passed forgets earlier slips. */
export async function noteOutcome(guard: SignInGuard, asking: Asking, outcome: Outcome): Promise<void> {
  const { act, user_id } = asking
  const { code } = bodyOf(asking)
  if (act === CODE && !outcome.ok && user_id && typeof code === 'string') await guard.codes.giveBack(user_id, code)
  if (PASSWORD_OF_SESSION.has(act)) return notePassword(guard, asking, outcome)
  if (asking.is.method === 'password') return noteSignIn(guard, asking, outcome)
  await noteSecondStep(guard, asking, outcome)
}

async function notePassword({ tries, history }: SignInGuard, { session, from }: Asking, { ok, wrong }: Outcome) {
  if (!session) return
  if (ok) await tries.forget('password', session.email)
  else if (wrong) await history.note({ user_id: session.user_id, method: 'password', passed: false }, from)
}

async function noteSignIn({ tries, history }: SignInGuard, asking: Asking, { ok, status, text }: Outcome) {
  const { email } = bodyOf(asking)
  if (typeof email !== 'string') return
  if (status === 401) await history.failed(email, asking.from)
  if (!ok) return
  await tries.forget('password', email)
  const user_id = userIn(text)
  if (user_id) await history.note({ user_id, method: 'password', passed: true }, asking.from)
}

/** A code, or a passkey. A code that only confirms an open session signs nobody in. */
async function noteSecondStep({ history }: SignInGuard, asking: Asking, { ok, wrong, text }: Outcome) {
  const { is, session, from } = asking
  if (!is.method) return
  const signed_in = ok && !(is.method === 'code' && session)
  const user_id = signed_in ? userIn(text) : wrong ? asking.user_id : null
  if (user_id) await history.note({ user_id, method: is.method, passed: ok }, from)
}

const bodyOf = ({ body }: Asking): Body => (body ?? {}) as Body

/** `wrong`: what was shown did not fit. */
export type Outcome = { ok: boolean; wrong: boolean; status: number; text: string }

/** Lets an answer wait until it says nothing by its time. */
export async function steadily<T>(act: string, work: Promise<T>): Promise<T> {
  if (act !== '/request-password-reset') return work
  const [answer] = await Promise.all([work, pause(RESET_MS)])
  return answer
}

/** Who was signed in or registered, as the library's answer names him; nobody while a second step is due. */
export function userIn(text: string): string | null {
  const { user, session } = JSON.parse(text) as { user?: { id?: string }; session?: { userId?: string } }
  return user?.id ?? session?.userId ?? null
}
