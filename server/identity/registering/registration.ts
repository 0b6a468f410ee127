import { createHash, randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { hashPassword, verifyPassword } from 'better-auth/crypto'
import type { Config } from '#platform/config.ts'
import { onPool } from '#platform/db/kysely.ts'
import type { Doorway } from '#platform/db/transaction.ts'
import type { Accounts, AccountMail } from '../library/accounts.ts'
import type { countedTries } from '../limits/tries.ts'
import { findLink } from '../links.ts'

type Tries = Pick<ReturnType<typeof countedTries>, 'take' | 'forget'>
type Parts = Doorway & {
  config: Config
  accounts: Accounts
  tries: Tries
  /** Goes on by itself: how long the post takes would say who is known. */
  post: (mail: AccountMail) => void
}
type Person = { name: string; email: string; password: string }
type Pending = { name: string; email: string; hash: string }

const HOURS = 24
/** No answer comes sooner, whoever is registered. */
const ANSWER_MS = 300

/**
 * Who comes to register without a link of a company is told the same of every e-mail, in the same time (IDN-17): a
 * letter goes there. Nobody has an account before the owner of the mailbox has opened his.
 */
export function registration(parts: Parts) {
  const db = onPool(parts.pool, parts.prepare)
  return {
    /**
     * Whether he goes straight in: where no letter can be sent, where nobody is registered yet, and by a link that
     * somebody of a company has given him.
     */
    async straight(link: unknown): Promise<boolean> {
      if (parts.config.smtp_url === null) return true
      const at = { db, now: new Date() }
      if (
        typeof link === 'string' &&
        ((await findLink(at, link, 'invitation')) ?? (await findLink(at, link, 'joining')))
      )
        return true
      const { rows } = await sql<{ empty: boolean }>`select not exists (select from auth."user") as empty`.execute(db)
      return rows[0]?.empty ?? false
    },

    async begin(person: Partial<Record<keyof Person, unknown>>, address: string): Promise<Response> {
      const fault = faultIn(person)
      if (fault) return answer(400, { code: fault })
      const seconds = await parts.tries.take(['register', address])
      if (seconds > 0) return answer(429, {}, { 'x-retry-after': String(seconds) })
      await Promise.all([write(parts, db, person as Person), pause(ANSWER_MS)])
      return answer(200, { letter: true })
    },

    /** By the letter: whoever wrote the password in the form is the one who reads the mailbox. */
    async confirm({ token, password }: { token?: unknown; password?: unknown }): Promise<Response> {
      const identifier = identifierOf(String(token))
      const pending = await pendingOf(db, identifier)
      if (!pending) return answer(400, { code: 'INVALID_TOKEN' })
      const seconds = await parts.tries.take(['password', pending.email])
      if (seconds > 0) return answer(429, {}, { 'x-retry-after': String(seconds) })
      if (typeof password !== 'string' || !(await verifyPassword({ hash: pending.hash, password })))
        return answer(400, { code: 'INVALID_PASSWORD' })
      const gone = await db.deleteFrom('auth.verification').where('identifier', '=', identifier).executeTakeFirst()
      if (gone.numDeletedRows === 0n) return answer(400, { code: 'INVALID_TOKEN' })
      await parts.tries.forget('password', pending.email)
      return parts.accounts.api.openAccount({ body: pending, asResponse: true })
    },
  }
}

export type Registration = ReturnType<typeof registration>

/** The same steps for an e-mail that is known and for one that is not; only the letters differ. */
async function write({ config, tries, post }: Parts, db: ReturnType<typeof onPool>, person: Person): Promise<void> {
  const email = person.email.trim().toLowerCase()
  const name = person.name.trim()
  const token = randomBytes(24).toString('base64url')
  const [hash, known, letters] = await Promise.all([
    hashPassword(person.password),
    db.selectFrom('auth.user').select(['id', 'name']).where('email', '=', email).executeTakeFirst(),
    tries.take(['letter', email]),
  ])
  const value = JSON.stringify({ name, email, hash } satisfies Pending)
  const expires = new Date(Date.now() + HOURS * 3_600_000)
  await db
    .insertInto('auth.verification')
    .values({ identifier: identifierOf(token), value, expiresAt: expires })
    .execute()
  // Somebody fills a stranger's mailbox: enough.
  if (letters > 0) return
  const url = known ? `${config.public_url}/sign-in` : `${config.public_url}/confirm/${token}`
  const kind = known ? 'already_registered' : 'confirm_email'
  post({ user_id: known?.id ?? null, recipient: email, kind, url, name: known?.name ?? name })
}

async function pendingOf(db: ReturnType<typeof onPool>, identifier: string): Promise<Pending | null> {
  const row = await db
    .selectFrom('auth.verification')
    .select('value')
    .where('identifier', '=', identifier)
    .where('expiresAt', '>', new Date().toISOString())
    .executeTakeFirst()
  return row ? (JSON.parse(row.value) as Pending) : null
}

/** As the library would refuse it. */
function faultIn({ name, email, password }: Partial<Record<keyof Person, unknown>>): string | null {
  if (typeof email !== 'string' || !/^[^\s@]{1,64}@[^\s@]+\.[^\s@]+$/.test(email.trim())) return 'INVALID_EMAIL'
  if (typeof name !== 'string' || name.trim() === '' || name.length > 200) return 'INVALID_NAME'
  if (typeof password !== 'string' || password.length < 10) return 'PASSWORD_TOO_SHORT'
  return password.length > 128 ? 'PASSWORD_TOO_LONG' : null
}

const identifierOf = (token: string): string => `register-${createHash('sha256').update(token).digest('hex')}`

const answer = (status: number, body: object, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } })
