import type { Method } from './sign-in-history.ts'

export type Notice = 'new_place' | 'password_changed' | 'factor_on' | 'factor_off' | 'passkey_added' | 'passkey_removed'

export type Act = {
  /** A way to sign in: it stands in the history of the account, passed or failed (IDN-7). */
  method?: Method
  /** Asks that the person has shown just now that it is he (IDN-13). */
  proof?: true
  /** Of what he is told by mail: had it been another, he learns of it (IDN-8). */
  notice?: Notice
  /** Ends his other sessions, and what was trusted without a second step (IDN-4). */
  ends_others?: true
}

/**
 * What of the sign-in library is open, by its own addresses. All else that it can do is not there: a way in that
 * nobody has thought about must not come with its next version (IDN-15).
 */
const ACTS: Record<string, Act> = {
  '/sign-up/email': {},
  // Ours: what the letter of a registration leads to.
  '/confirm': {},
  // Ours: another e-mail, and what the letter at it leads to.
  '/email/ask': { proof: true },
  '/email/confirm': {},
  '/sign-in/email': { method: 'password' },
  '/sign-out': {},
  '/get-session': {},
  '/list-sessions': {},
  '/revoke-session': { proof: true },
  '/revoke-other-sessions': { proof: true },
  '/request-password-reset': {},
  '/reset-password': {},
  '/change-password': { notice: 'password_changed', ends_others: true },
  // Ours: the library only does it for programs.
  '/verify-password': {},
  '/two-factor/enable': { proof: true },
  '/two-factor/disable': { proof: true, notice: 'factor_off', ends_others: true },
  '/two-factor/verify-totp': { method: 'code' },
  '/two-factor/verify-backup-code': { method: 'code' },
  '/passkey/generate-register-options': { proof: true },
  '/passkey/verify-registration': { proof: true, notice: 'passkey_added', ends_others: true },
  '/passkey/generate-authenticate-options': {},
  '/passkey/verify-authentication': { method: 'passkey' },
  '/passkey/list-user-passkeys': {},
  '/passkey/update-passkey': {},
  '/passkey/delete-passkey': { proof: true, notice: 'passkey_removed', ends_others: true },
}

/** The second step that a code has just switched on: the library has no address of its own for it. */
export const FACTOR_ON: Act = { notice: 'factor_on', ends_others: true }

export const actOf = (url: string): string => url.replace(/^\/api\/auth/, '').replace(/\?.*$/, '')

/** What an act is; null when there is none such. The link of a letter carries its token behind the name. */
export const knownAct = (act: string): Act | null =>
  Object.hasOwn(ACTS, act) ? (ACTS[act] ?? null) : /^\/reset-password\/[\w-]+$/.test(act) ? {} : null
