import { createHash, randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Config } from '#platform/config.ts'
import { onPool } from '#platform/db/kysely.ts'
import type { Doorway } from '#platform/db/transaction.ts'
import type { AccountMail } from '../library/accounts.ts'
import type { countedTries } from '../limits/tries.ts'
import type { Session } from '../sessions.ts'

type Parts = Doorway & {
  config: Config
  tries: Pick<ReturnType<typeof countedTries>, 'take'>
  /** Goes on by itself: how long the post takes would say who is known. */
  post: (mail: AccountMail) => void
  /** The companies in which he works write him there from now on. */
  moved: (user_id: string, email: string) => Promise<void>
}
type Pending = { user_id: string; email: string }

const HOUR = 3_600_000
const ANSWER_MS = 250
const MAIL = /^[^\s@]{1,64}@[^\s@]+\.[^\s@]+$/

/**
 * Another e-mail of an account (IDN-20): asked for by a person who has just shown that it is he, told at the address that he
 * has, and so from the hour in which the letter at the new one is opened. Who has the new one already is not told here.
 */
export function emailChange(parts: Parts) {
  const db = onPool(parts.pool, parts.prepare)
  return {
    async ask(session: Session | null, { email: typed }: { email?: unknown }): Promise<Response> {
      if (!session || session.email.endsWith('.invalid')) return answer(401, {})
      const email = typeof typed === 'string' ? typed.trim().toLowerCase() : ''
      if (!MAIL.test(email)) return answer(400, { code: 'INVALID_EMAIL' })
      if (email === session.email) return answer(400, { code: 'EMAIL_IS_THE_SAME' })
      const seconds = await parts.tries.take(['letter', session.email])
      if (seconds > 0) return answer(429, {}, { 'x-retry-after': String(seconds) })
      await Promise.all([write(parts, db, { session, email }), pause(ANSWER_MS)])
      return answer(200, { letter: true })
    },

    /** By the letter at the new address: whoever reads it there is the one who was signed in when it was asked for. */
    async confirm({ token }: { token?: unknown }): Promise<Response> {
      const identifier = identifierOf(String(token))
      const row = await db
        .deleteFrom('auth.verification')
        .where('identifier', '=', identifier)
        .where('expiresAt', '>', new Date().toISOString())
        .returning('value')
        .executeTakeFirst()
      if (!row) return answer(400, { code: 'INVALID_TOKEN' })
      const { user_id, email } = JSON.parse(row.value) as Pending
      const before = await take(db, { user_id, email })
      if (!before) return answer(400, { code: 'EMAIL_TAKEN' })
      await parts.moved(user_id, email)
      const told = {
        user_id,
        kind: 'email_changed',
        url: `${parts.config.public_url}/sign-in`,
        ...before,
        where: email,
      } as const
      for (const recipient of [before.email, email]) parts.post({ ...told, recipient })
      return answer(200, { email })
    },
  }
}

export type EmailChange = ReturnType<typeof emailChange>

/** The same steps for an address that is somebody's and for one that is not; only the letters differ. */
async function write({ config, post }: Parts, db: Db, { session, email }: { session: Session; email: string }) {
  const { user_id, user_name: name } = session
  const token = randomBytes(24).toString('base64url')
  const known = await db.selectFrom('auth.user').select(['id', 'name']).where('email', '=', email).executeTakeFirst()
  const value = JSON.stringify({ user_id, email } satisfies Pending)
  await db
    .insertInto('auth.verification')
    .values({ identifier: identifierOf(token), value, expiresAt: new Date(Date.now() + HOUR) })
    .execute()
  const url = config.public_url
  post({ user_id, recipient: session.email, kind: 'email_asked', url: `${url}/profile`, name, where: email })
  if (known)
    post({ user_id: known.id, recipient: email, kind: 'already_registered', url: `${url}/sign-in`, name: known.name })
  else post({ user_id, recipient: email, kind: 'confirm_new_email', url: `${url}/email/${token}`, name })
}

type Db = ReturnType<typeof onPool>

/** The account has the address from now on, and links to set a password that were sent to the earlier one open nothing. */
async function take(db: Db, { user_id, email }: Pending): Promise<{ email: string; name: string } | null> {
  const { rows } = await sql<{ email: string; name: string }>`
    with earlier as (select id, email, name from auth."user" where id = ${user_id} for update),
      gone as (delete from auth.verification where value = ${user_id}::text and identifier like 'reset-password:%')
    update auth."user" u set email = ${email}, "emailVerified" = true, "updatedAt" = now() from earlier
    where u.id = earlier.id and not exists (select from auth."user" other where other.email = ${email})
    returning earlier.email, earlier.name`.execute(db)
  return rows[0] ?? null
}

const identifierOf = (token: string): string => `email-${createHash('sha256').update(token).digest('hex')}`

const answer = (status: number, body: object, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } })
