import type { Kysely } from 'kysely'
import type { DB } from '#db/types.ts'
import type { Config } from './config.ts'
import type { BlobStore } from './storage/blob-store.ts'

export type Db = Kysely<DB>

/** Whose eyes the database lends to a transaction: the kinds of viewer of its walls. */
export type ViewerKind = 'staff' | 'performer' | 'customer' | 'user' | 'system' | 'relay'

/**
 * Who asks. `subject_id` is what the walls compare with: of staff and performers the member, of a customer
 * the counterparty, of a user without a company the user. The program itself has none.
 */
export type Viewer = {
  kind: ViewerKind
  company_id: string
  subject_id: string | null
  /** What he is called in the history, as of now. */
  name: string | null
  role: Role | null
  /** What his role is called, where it is one of the company's own; `role` is then the fixed one that it was made from. */
  role_name?: string
  /** What he may do at all, in the words of server/people/rights.ts; of those who are no members nothing. */
  rights: ReadonlySet<string>
  /** The user behind the member; null for customers by link and for the program. */
  user_id: string | null
  /** A customer's personal link opens this order only. */
  only_order_id: string | null
  /** The contact who holds the personal link. */
  contact_id: string | null
  /** The company's zone and money, for days and sums. */
  time_zone: string
  currency: string
  /** Of those staff who see a part of the company only, which; absent when he sees all of it. */
  sight?: Sight
  /** Members whose matters he handles today beside his own; absent when there are none. */
  acts_for?: readonly { id: string; name: string }[]
  /** Whether he came in by both steps of sign-in; absent of those who do not sign in. */
  strong?: boolean
  /** The name of the key by which a program acts as him; absent when he acts himself. */
  via?: string
  /** Who looks with these eyes in truth; absent when it is the viewer himself. He only reads. */
  onlooker?: Onlooker
}

/** `of`: with whose eyes he looks, null when with those of a role. */
export type Onlooker = { id: string; viewing_id: string; of: { id: string; name: string } | null; until: string }

/**
 * What reaches a member of the staff who does not see everything: his own matters (himself, and those for whom he acts),
 * those of the people below him whom he answers for, and the tasks of pools that he leads. The wall compares with it.
 */
export type Sight = { own: readonly string[]; led: readonly string[]; pools: readonly string[] }

/** What everybody lacks who is no member. */
export const NOBODY = {
  name: null,
  role: null,
  rights: new Set<string>(),
  user_id: null,
  only_order_id: null,
  contact_id: null,
  time_zone: 'UTC',
  currency: 'BYN',
} satisfies Partial<Viewer>

export type Role = 'owner' | 'admin' | 'manager' | 'accountant' | 'member' | 'performer'

/** What one request, or one job, works with. `db` is inside its transaction; use cases never open their own. */
export type Ctx = {
  db: Db
  viewer: Viewer
  now: Date
  /** The version that the caller saw (If-Match); null when he named none. */
  if_match: number | null
  world: World
  /** Run after the commit, in this process: for what must not hold the transaction, such as waking streams. */
  afterCommit: (() => void)[]
}

/** What there is one of in a process. */
export type World = {
  config: Config
  store: BlobStore
  /** The present. The demo company lives its month through another clock. */
  now(): Date
  /** A number for an order or a task, in a moment of its own so that writers do not wait for each other. */
  takeNumber(company_id: string, kind: string): Promise<number>
  /** Tells streams and the relay of reactions that there is something new. */
  ring(): void
  /** Tells every node that somebody's session, role or membership may have changed. */
  sessionsChanged(user_id: string | null): void
}

/** The user who acts; for use cases that only people who are signed in reach. */
export function userOf(ctx: Ctx): string {
  if (ctx.viewer.user_id === null) throw new Error(`a ${ctx.viewer.kind} is no user`)
  return ctx.viewer.user_id
}

/** The member who acts; for use cases that only members reach. */
export function memberOf(ctx: Ctx): string {
  const { kind, subject_id } = ctx.viewer
  if (subject_id === null || (kind !== 'staff' && kind !== 'performer')) throw new Error(`a ${kind} is no member`)
  return subject_id
}
