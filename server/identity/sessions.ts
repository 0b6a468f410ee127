import { LRUCache } from 'lru-cache'
import type { Kysely } from 'kysely'
import type { DB } from '#db/types.ts'
import { onPool } from '#platform/db/kysely.ts'
import { no, type Refusal } from '#platform/errors.ts'
import { signedValue } from './cookies.ts'
import { hasSecondFactor } from './second-factors.ts'
import type { Doorway } from '#platform/db/transaction.ts'
import type { Viewing } from './viewings.ts'

export type Session = {
  token: string
  user_id: string
  user_name: string
  email: string
  /** The company this browser works in; null before one is chosen. */
  company_id: string | null
  /** Whether the user has an app's code or a passkey. */
  second_factor: boolean
  /** Whether it was opened, or confirmed since, by both steps (IDN-12). */
  strong: boolean
  /** When he last showed password, code or passkey. */
  proved_at: string
  /** True once a day: the cookie's life is to be prolonged with the row's. */
  prolonged: boolean
  /** With whose eyes this browser looks, until then. */
  viewing: Viewing | null
}

const DAY = 24 * 60 * 60 * 1000
/** How long a shown password, code or passkey is proof enough for what changes the ways in (IDN-13). */
const PROOF_MINUTES = 15

/**
 * The refusal for one who has not shown lately that it is he, not somebody at his open screen. Who has a passkey shows more
 * than a password, which a letter gives to whoever reads the mailbox: else a second factor of the stranger's own would make
 * the session worth both steps.
 */
export function notProved(session: Session | null): Refusal | null {
  const lately = session && Date.now() - Date.parse(session.proved_at) < PROOF_MINUTES * 60_000
  if (!lately) return no('account.proof_needed')
  return session.second_factor && !session.strong ? no('account.second_proof_needed') : null
}

/**
 * Reads the session behind a cookie of the sign-in library without going through it: one statement, then a few
 * seconds of memory. `forget` drops the memory when anybody signs out or is shut out (told by the database).
 */
export function sessionReader(doorway: Doorway, secret: string, session_days: number) {
  const db = onPool(doorway.pool, doorway.prepare)
  const memory = new LRUCache<string, { session: Session | null }>({ max: 20_000, ttl: 10_000 })
  return {
    forget: () => memory.clear(),
    /** The session that a member's key stands for: it has no cookie and is never prolonged. */
    async asIf({ user_id, company_id }: { user_id: string; company_id: string }): Promise<Session> {
      const { id, name, email, second_factor } = await userOf(db, user_id)
      const of_key = { token: '', proved_at: new Date(0).toISOString(), prolonged: false, viewing: null }
      const whose = { user_id: id, user_name: name, email, company_id }
      return { ...of_key, ...whose, second_factor, strong: second_factor }
    },
    userOf: (user_id: string) => userOf(db, user_id),
    async read(cookie: string | undefined): Promise<Session | null> {
      // Under the whole cookie: what is remembered was signed rightly.
      const kept = cookie === undefined ? undefined : memory.get(cookie)
      if (kept) return kept.session
      const token = signedValue(cookie, secret)
      if (!cookie || !token) return null
      const session = await fresh(db, token, session_days)
      memory.set(cookie, { session: session && { ...session, prolonged: false } })
      return session
    },
  }
}

async function fresh(db: Kysely<DB>, token: string, session_days: number): Promise<Session | null> {
  const row = await db
    .selectFrom('auth.session as session')
    .innerJoin('auth.user as user', 'user.id', 'session.userId')
    .leftJoin('auth.viewings as viewing', (join) =>
      join.onRef('viewing.session_id', '=', 'session.id').on('viewing.ended_at', 'is', null),
    )
    .select(['session.companyId', 'session.expiresAt', 'session.updatedAt', 'session.strong', 'session.provedAt'])
    .select(['user.id', 'user.name', 'user.email', 'session.createdAt'])
    .select(hasSecondFactor.as('second_factor'))
    .select(['viewing.id as viewing_id', 'viewing.company_id', 'viewing.by_id', 'viewing.member_id', 'viewing.role'])
    .select(['viewing.role_id', 'viewing.until'])
    .where('session.token', '=', token)
    .executeTakeFirst()
  const now = Date.now()
  if (!row || Date.parse(row.expiresAt) <= now || rested(row, now)) return null
  const prolonged = now - Date.parse(row.updatedAt) > DAY
  if (prolonged) await prolong(db, token, new Date(now + session_days * DAY))
  const { id, name, email, companyId, second_factor, strong, provedAt } = row
  const whose = { user_id: id, user_name: name, email, company_id: companyId }
  return { token, ...whose, second_factor, strong, proved_at: provedAt, prolonged, viewing: viewingIn(row) }
}

type Joined = { [key in keyof Viewing as key extends 'id' ? 'viewing_id' : key]: Viewing[key] | null }

function viewingIn({ viewing_id, company_id, by_id, member_id, role, role_id, until }: Joined): Viewing | null {
  if (!viewing_id || !company_id || !by_id || !until) return null
  return { id: viewing_id, company_id, by_id, member_id, role, role_id, until }
}

/** How many days a session may rest, and be in all (IDN-19). A phone on site must not lose its work over a vacation. */
const STAFF = { rest: 30, whole: 180 }
const BY_LINK = { rest: 90, whole: 400 }

function rested({ email, createdAt, updatedAt }: { email: string; createdAt: string; updatedAt: string }, now: number) {
  const { rest, whole } = email.endsWith('.invalid') ? BY_LINK : STAFF
  return now - Date.parse(updatedAt) > rest * DAY || now - Date.parse(createdAt) > whole * DAY
}

const userOf = (db: Kysely<DB>, id: string) =>
  db
    .selectFrom('auth.user as user')
    .select(['user.id', 'user.name', 'user.email', hasSecondFactor.as('second_factor')])
    .where('user.id', '=', id)
    .executeTakeFirstOrThrow()

async function prolong(db: Kysely<DB>, token: string, until: Date): Promise<void> {
  await db
    .updateTable('auth.session')
    .set({ expiresAt: until, updatedAt: new Date() })
    .where('token', '=', token)
    .execute()
}
