import { LRUCache } from 'lru-cache'
import { type Db, NOBODY, type Role, type Viewer } from '#platform/ctx.ts'
import { dayIn } from '#platform/days.ts'
import { type Doorway, inTransaction } from '#platform/db/transaction.ts'
import type { Session, Viewing } from '#server/identity/index.ts'
import { rightsIn } from './rights.ts'
import { type Held, heldRights } from './roles/held-rights.ts'
import { factorFrom } from './security/required-factor.ts'
import { withSight } from './roles/sight.ts'
import { substitutedBy } from './substitutions/who-acts.ts'
import { viewingPolicy } from './viewing/policy.ts'

/** A member who comes in, and from when he is let in by both steps only; null when he came by both or need not. */
export type Entering = { viewer: Viewer; factor_from: string | null; has_factor: boolean }

/** Finds who a signed-in user is in the company that his browser works in. Remembers for a few seconds. */
export function viewerReader(doorway: Doorway, now: () => Date) {
  const memory = new LRUCache<string, { member: Entering | null }>({ max: 20_000, ttl: 10_000 })
  const lent = new LRUCache<string, { eyes: Viewer | null }>({ max: 1000, ttl: 10_000 })
  return {
    forget: () => {
      memory.clear()
      lent.clear()
    },
    /** The eyes that a member looks with while he views the company as another does; null when that is over. */
    async lentTo(member: Entering | null, viewing: Viewing | null): Promise<Viewer | null> {
      if (!member || !viewing) return null
      const { viewer } = member
      if (viewing.company_id !== viewer.company_id || Date.parse(viewing.until) <= Date.now()) return null
      const kept = lent.get(viewing.id)
      if (kept) return kept.eyes
      const eyes = await eyesOf(doorway, viewer, { viewing, now: now() })
      lent.set(viewing.id, { eyes })
      return eyes
    },
    async memberOf(session: Session): Promise<Entering | null> {
      const key = `${session.user_id} ${session.company_id ?? ''} ${session.second_factor} ${session.strong}`
      const kept = memory.get(key)
      if (kept) return kept.member
      const member = await find(doorway, session, now())
      memory.set(key, { member })
      return member
    },
  }
}

/** The eyes of a user who has chosen no company. */
export function userEyes(session: Session): Viewer {
  const { user_id, user_name: name, strong } = session
  return { ...NOBODY, kind: 'user', company_id: '', subject_id: user_id, user_id, name, strong }
}

/** The companies that a user works in now. */
export async function companiesOfUser(doorway: Doorway, user_id: string): Promise<string[]> {
  const eyes = { kind: 'user', company_id: '', subject_id: user_id, only_order_id: null } as const
  const rows = await inTransaction(doorway, eyes, {
    read_only: true,
    run: (db) =>
      db
        .selectFrom('members')
        .select('company_id')
        .where('user_id', '=', user_id)
        .where('state', '=', 'active')
        .execute(),
  })
  return rows.map(({ company_id }) => company_id)
}

/** In every company where the user works, or worked, letters go to his new e-mail. */
export async function followEmail(doorway: Doorway, user_id: string, email: string): Promise<void> {
  const eyes = { kind: 'user', company_id: '', subject_id: user_id, only_order_id: null } as const
  const all = await inTransaction(doorway, eyes, {
    read_only: true,
    run: (db) => db.selectFrom('members').select('company_id').where('user_id', '=', user_id).execute(),
  })
  for (const { company_id } of all)
    await inTransaction(doorway, linkEyes(company_id), {
      read_only: false,
      run: (db) =>
        db
          .updateTable('members')
          .set((own) => ({ email, version: own('version', '+', 1) }))
          .where('company_id', '=', company_id)
          .where('user_id', '=', user_id)
          .execute(),
    })
}

/** What the companies are called that a user works in. */
export async function companyNamesOf(doorway: Doorway, user_id: string): Promise<string[]> {
  const eyes = { kind: 'user', company_id: '', subject_id: user_id, only_order_id: null } as const
  const rows = await inTransaction(doorway, eyes, {
    read_only: true,
    run: (db) =>
      db
        .selectFrom('members')
        .innerJoin('companies', 'companies.id', 'members.company_id')
        .select('companies.name')
        .where('members.user_id', '=', user_id)
        .execute(),
  })
  return rows.map(({ name }) => name)
}

/** The program's eyes in one company, for one who is nobody yet but holds a link into it. */
export const linkEyes = (company_id: string): Viewer => ({ ...NOBODY, kind: 'system', company_id, subject_id: null })

async function find(doorway: Doorway, session: Session, now: Date): Promise<Entering | null> {
  const row = await inTransaction(doorway, userEyes(session), {
    read_only: true,
    run: (db) =>
      membersWithCompany(db)
        .where('members.user_id', '=', session.user_id)
        .where('members.state', '=', 'active')
        .$if(session.company_id !== null, (q) => q.where('members.company_id', '=', session.company_id))
        .orderBy('members.created_at')
        .executeTakeFirst(),
  })
  if (!row) return null
  const viewer = await completed(doorway, { ...row, user_id: session.user_id }, now)
  const must = factorFrom(row.settings, row.role)
  const { second_factor: has, strong } = session
  return { viewer: { ...viewer, strong }, factor_from: has && strong ? null : must, has_factor: has }
}

/** Asked anew whenever rights may have changed: what was allowed when it began may be upwards by now (VIEW-2). */
async function eyesOf(
  doorway: Doorway,
  viewer: Viewer,
  { viewing, now }: { viewing: Viewing; now: Date },
): Promise<Viewer | null> {
  const { id: viewing_id, member_id, until } = viewing
  const subject_id = viewer.subject_id ?? ''
  const row = await memberWithCompany(doorway, viewer.company_id, member_id ?? subject_id)
  if (!row) return null
  // With the eyes of a role he is himself, and has its rights instead of his own.
  const as = viewing.role ? { ...row, role: viewing.role as Role, role_id: viewing.role_id } : row
  const eyes = await completed(doorway, as, now)
  if (viewingPolicy.look(viewer, { ...as, id: member_id, rights: eyes.rights })) return null
  const of = member_id ? { id: row.id, name: row.name } : null
  return { ...eyes, user_id: null, onlooker: { id: subject_id, viewing_id, of, until } }
}

/** With what his role may, in whose place he acts today (SUB-3), and what he sees where he does not see everything (RGT-1). */
async function completed(doorway: Doorway, row: Row, now: Date): Promise<Viewer> {
  const { kind, company_id, id, time_zone } = row
  if (kind !== 'staff') return viewerFrom(row)
  const today = dayIn(time_zone, now)
  return inTransaction(doorway, linkEyes(company_id), {
    read_only: true,
    async run(db) {
      const viewer = viewerFrom(row, await heldRights(db, row))
      const acts_for = await substitutedBy(db, { company_id, id }, today)
      return withSight(db, acts_for.length > 0 ? { ...viewer, acts_for } : viewer, today)
    },
  })
}

/** The eyes of a performer who has proved by his personal link to be one; null when he works here no more. */
export async function performerEyes(doorway: Doorway, company_id: string, member_id: string): Promise<Viewer | null> {
  const row = await memberWithCompany(doorway, company_id, member_id)
  const comes_in = row?.kind === 'performer' && (row.state === 'invited' || row.state === 'active')
  return comes_in ? viewerFrom(row) : null
}

const memberWithCompany = (doorway: Doorway, company_id: string, member_id: string) =>
  inTransaction(doorway, linkEyes(company_id), {
    read_only: true,
    run: (db) =>
      membersWithCompany(db)
        .where('members.company_id', '=', company_id)
        .where('members.id', '=', member_id)
        .executeTakeFirst(),
  })

const membersWithCompany = (db: Db) =>
  db
    .selectFrom('members')
    .innerJoin('companies', 'companies.id', 'members.company_id')
    .select(['members.company_id', 'members.id', 'members.kind', 'members.role', 'members.name', 'members.user_id'])
    .select('members.role_id')
    .select('members.state')
    .select(['companies.time_zone', 'companies.currency', 'companies.settings'])
    .select(['companies.orders_open', 'companies.site_contact_open'])

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof membersWithCompany>['executeTakeFirst']>>>

const viewerFrom = (
  { id, settings: _, state: _state, role_id: _role, orders_open, site_contact_open, ...row }: Row,
  { rights, role_name }: Held = { rights: rightsIn(row.role, { orders_open, site_contact_open }), role_name: null },
): Viewer => ({
  ...NOBODY,
  ...row,
  subject_id: id,
  rights,
  ...(role_name !== null && { role_name }),
})
