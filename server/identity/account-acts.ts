import type { FastifyRequest } from 'fastify'
import { setTimeout as pause } from 'node:timers/promises'
import { problem, type Problem } from '#platform/http/problem.ts'
import { isCommon } from './common-passwords.ts'
import type { From, Method, SignInGuard } from './sign-in-guard.ts'

export type Notice = 'password_changed' | 'factor_on' | 'factor_off' | 'passkey_added' | 'passkey_removed'

type Body = Record<string, unknown>

/** Acts of the library that a person is told of by mail: had it been another, he learns of it (IDN-8). */
const NOTICES: Record<string, Notice> = {
  '/change-password': 'password_changed',
  '/two-factor/enable': 'factor_on',
  '/two-factor/disable': 'factor_off',
  '/passkey/verify-registration': 'passkey_added',
  '/passkey/delete-passkey': 'passkey_removed',
}
const METHODS: Record<string, Method> = {
  '/sign-in/email': 'password',
  '/two-factor/verify-totp': 'code',
  '/two-factor/verify-backup-code': 'code',
  '/passkey/verify-authentication': 'passkey',
}
/** No answer to «I forgot my password» comes sooner: writing the letter takes longer than finding nobody. */
const RESET_MS = 250

export const actOf = (url: string): string => url.replace(/^\/api\/auth/, '').replace(/\?.*$/, '')
export const noticeOf = (act: string): Notice | undefined => NOTICES[act]

export const fromOf = (request: FastifyRequest): From => ({
  address: request.ip,
  user_agent: request.headers['user-agent']?.slice(0, 400) ?? null,
})

/** What we refuse before the library is asked: too many tries for one e-mail, a password that everybody tries. */
export async function refusedBefore(guard: SignInGuard, act: string, body: unknown): Promise<Problem | null> {
  const { email, password, newPassword } = (body ?? {}) as Body
  if (act === '/sign-in/email' && typeof email === 'string' && !(await guard.take(email)))
    return problem(429, 'account.too_many_tries')
  const chosen = act === '/sign-up/email' ? password : newPassword
  if (typeof chosen === 'string' && isCommon(chosen)) return problem(422, 'account.password_common')
  return null
}

export type Outcome = { act: string; body: unknown; ok: boolean; status: number; text: string; from: From }

/** Writes the try into the history of the account. */
export async function noteOutcome(guard: SignInGuard, { act, body, ok, status, text, from }: Outcome): Promise<void> {
  const method = METHODS[act]
  if (!method) return
  const { email } = (body ?? {}) as Body
  if (typeof email === 'string' && method === 'password') {
    if (status === 401) return guard.failed(email, from)
    if (ok) await guard.forget(email)
  }
  const user_id = ok ? userIn(text) : null
  if (user_id) await guard.passed(user_id, method, from)
}

/** Lets an answer wait until it says nothing by its time. */
export async function steadily<T>(act: string, work: Promise<T>): Promise<T> {
  if (act !== '/request-password-reset') return work
  const [answer] = await Promise.all([work, pause(RESET_MS)])
  return answer
}

/** Who was signed in, as the library's answer names him; nobody while a second step is due. */
function userIn(text: string): string | null {
  const { user, session } = JSON.parse(text) as { user?: { id?: string }; session?: { userId?: string } }
  return user?.id ?? session?.userId ?? null
}
