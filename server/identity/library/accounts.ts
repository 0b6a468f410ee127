import { betterAuth } from 'better-auth'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { passkey } from '@better-auth/passkey'

import { uuidv7 } from 'uuidv7'
import { onPool } from '#platform/db/kysely.ts'
import type { Doorway } from '#platform/db/transaction.ts'
import type { Config } from '#platform/config.ts'
import type { Notice } from '../acts.ts'
import { instantsForLibrary } from './instants-for-library.ts'
import { PASSKEYS } from './passkeys.ts'
import { passwordFits } from './proven-pass.ts'
import { trustedSessions } from './trusted-sessions.ts'

export type AccountMail = {
  /** Null of one who is to become a user. */
  user_id: string | null
  recipient: string
  kind:
    | 'reset_password'
    | 'confirm_email'
    | 'already_registered'
    | 'confirm_new_email'
    | 'email_asked'
    | 'email_changed'
    | Notice
  /** Where it leads: the link to set a password, or the profile. */
  url: string
  name: string
  /** From where somebody came in. */
  where?: string
}

export const SESSION_DAYS = 90
const DAY = 24 * 60 * 60

/** How many tries from one address in so many seconds. */
const TRIES = {
  '/sign-in/email': { window: 60, max: 10 },
  // A company joins in one morning from one address; the library's own three in ten seconds would stop it.
  '/sign-up/email': { window: 60, max: 60 },
  '/two-factor/*': { window: 60, max: 10 },
  '/request-password-reset': { window: 300, max: 5 },
  '/reset-password*': { window: 60, max: 20 },
  '/passkey/*': { window: 60, max: 60 },
}

export type AccountsParts = Doorway & { config: Config; sendMail: (mail: AccountMail) => Promise<void> }

/**
 * Sign-in, by the library: passwords, second factor, sessions, resets. Companies and rights are not its matter.
 * Its tables live in the schema `auth` (db/migrations/0002); it reaches them through our own connections.
 */
export function openAccounts(parts: AccountsParts) {
  const { config } = parts
  return betterAuth({
    database: {
      db: onPool(parts.pool, parts.prepare).withSchema('auth').withPlugin(instantsForLibrary) as never,
      type: 'postgres',
    },
    secret: config.secret,
    baseURL: config.public_url,
    basePath: '/api/auth',
    trustedOrigins: (request) => trusted(config.public_url, request),
    emailAndPassword: passwords(parts),
    session: {
      expiresIn: SESSION_DAYS * DAY,
      updateAge: DAY,
      // What wants a fresh proof stands in acts.ts, and is asked for by us.
      freshAge: 0,
      additionalFields: { companyId: { type: 'string', required: false, input: false } },
    },
    advanced: advanced(config),
    rateLimit: { enabled: true, storage: 'database', window: 60, max: 200, customRules: TRIES },
    plugins: [
      twoFactor({ issuer: 'Naryad' }),
      passkey({ rpName: 'Naryad', rpID: new URL(config.public_url).hostname, ...PASSKEYS }),
      trustedSessions(),
    ],
    logger: { level: 'error' },
    telemetry: { enabled: false },
  })
}

const advanced = (config: Config) => ({
  cookiePrefix: 'naryad',
  useSecureCookies: config.public_url.startsWith('https://'),
  database: { generateId: () => uuidv7() },
  defaultCookieAttributes: { sameSite: 'lax', httpOnly: true } as const,
})

type Letter = { user: { id: string; email: string; name: string }; url: string }

const passwords = ({ config, sendMail }: AccountsParts) => ({
  enabled: true,
  minPasswordLength: 10,
  password: { verify: passwordFits },
  autoSignIn: true,
  revokeSessionsOnPasswordReset: true,
  sendResetPassword: async ({ user, url }: Letter) =>
    sendMail({ user_id: user.id, recipient: user.email, kind: 'reset_password', url, name: user.name }),
  onPasswordReset: async ({ user }: Pick<Letter, 'user'>) => {
    const url = `${config.public_url}/profile`
    await sendMail({
      user_id: user.id,
      recipient: user.email,
      kind: 'password_changed',
      url,
      name: user.name,
    })
  },
})

export type Accounts = ReturnType<typeof openAccounts>

/** The address the product is reached by, and the page's own: in a local network it is whatever was typed. */
function trusted(public_url: string, request: Request | undefined): string[] {
  const host = request?.headers.get('host')
  return host ? [public_url, `http://${host}`, `https://${host}`] : [public_url]
}
