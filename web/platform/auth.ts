import { offline, Problem } from './problem.ts'
import { proved } from './proof.ts'

/** The sign-in library's own endpoints, under /api/auth. Small enough to be called by hand: its client is 9 kB more. */
export type SignedIn = {
  twoFactorRedirect?: boolean
  letter?: boolean
  user?: { id: string; name: string; email: string }
}
export type AuthSession = {
  id: string
  token: string
  createdAt: string
  userAgent?: string | null
  ipAddress?: string | null
}
export type Enabled = { totpURI: string; backupCodes: string[] }

type Answers = {
  '/sign-in/email': SignedIn
  '/sign-up/email': SignedIn
  '/confirm': object
  '/email/ask': object
  '/email/confirm': { email: string }
  '/sign-out': object
  '/request-password-reset': object
  '/reset-password': object
  '/change-password': object
  '/verify-password': object
  '/two-factor/enable': Enabled
  '/two-factor/disable': object
  '/two-factor/verify-totp': object
  '/two-factor/verify-backup-code': object
  '/revoke-session': object
  '/revoke-other-sessions': object
  '/passkey/verify-registration': object
  '/passkey/verify-authentication': object
  '/passkey/update-passkey': object
  '/passkey/delete-passkey': object
}

/** Does one of the library's acts. Throws a Problem, whose code is `account.…`. */
export async function account<P extends keyof Answers>(path: P, body: object = {}): Promise<Answers[P]> {
  return answerOf<Answers[P]>(`/api/auth${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}

export type Passkey = { id: string; name?: string | null; createdAt?: string | null }

export const listPasskeys = (): Promise<Passkey[]> => answerOf('/api/auth/passkey/list-user-passkeys', {})
/** What the device is to make a passkey for, and to show one for: the browser reads it itself. */
export const makePasskeyAt = (): Promise<PublicKeyCredentialCreationOptionsJSON> =>
  answerOf('/api/auth/passkey/generate-register-options', {})
export const passkeyOptions = (): Promise<PublicKeyCredentialRequestOptionsJSON> =>
  answerOf('/api/auth/passkey/generate-authenticate-options', {})

export const listSessions = (): Promise<AuthSession[]> => answerOf('/api/auth/list-sessions', {})
export const currentSession = (): Promise<{ session: { token: string } } | null> =>
  answerOf('/api/auth/get-session', {})

const answerOf = <T>(url: string, init: RequestInit): Promise<T> => proved(() => answered<T>(url, init))

async function answered<T>(url: string, init: RequestInit): Promise<T> {
  const answer = await fetch(url, { credentials: 'same-origin', ...init }).catch(() => {
    throw offline()
  })
  const body: unknown = await answer.json().catch(() => ({}))
  if (!answer.ok) throw new Problem(answer.status, body as ConstructorParameters<typeof Problem>[1])
  return body as T
}
