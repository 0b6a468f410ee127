import type { OfferedRole } from '#contract/member-card.ts'
import type { Ctx, Role } from '#platform/ctx.ts'
import { found, insist, invalid } from '#platform/errors.ts'
import { locales, wordsFor } from '#words/index.ts'
import { type Right, rightsOf } from '../rights.ts'
import { ownRoles } from './queries.ts'

/** A role that somebody may be invited with: a fixed one, or the company's own with the fixed one that it was made from. */
export type ToOffer = {
  role: OfferedRole
  role_id: string | null
  name: string | null
  rights: readonly Right[]
  archived: boolean
}

const FIXED: readonly Role[] = ['owner', 'admin', 'manager', 'accountant', 'member', 'performer']
const OFFERED: readonly Role[] = ['admin', 'manager', 'accountant', 'member']

/** A fixed role by its code or by its name in any of our languages: «Менеджер», manager. */
export function fixedNamed(text: string): Role | null {
  const wanted = plain(text)
  const called = (role: Role) => locales.some((locale) => plain(wordsFor(locale)(`role.${role}`)) === wanted)
  return FIXED.find((role) => role === wanted || called(role)) ?? null
}

/** The roles of a company as lists name them: one query, however many words are asked for. */
export async function rolesToOffer(ctx: Ctx) {
  const own = (await ownRoles(ctx)).map(({ id, base, name, rights, archived_at }): ToOffer & { name: string } => ({
    role: base as OfferedRole,
    role_id: id,
    name,
    rights,
    archived: archived_at !== null,
  }))
  // Of two of one name the one that is given to people.
  const by_name = new Map(own.toSorted(livingLast).map((one) => [plain(one.name), one]))
  return {
    own,
    /** By a word: first the fixed ones, then the company's own. */
    named(text: string): ToOffer | null {
      const role = fixedNamed(text)
      return role && OFFERED.includes(role) ? fixed(role as OfferedRole) : (by_name.get(plain(text)) ?? null)
    },
    /** As a request names it, one way or the other. */
    given({ role, role_id }: { role?: OfferedRole | undefined; role_id?: string | undefined }): ToOffer {
      insist((role === undefined) === (role_id === undefined) ? invalid('role', 'roles.one_of') : null)
      if (role !== undefined) return fixed(role)
      return found(
        own.find((one) => one.role_id === role_id),
        'role',
      )
    },
  }
}
export type RolesToOffer = Awaited<ReturnType<typeof rolesToOffer>>

const fixed = (role: OfferedRole): ToOffer => {
  return { role, role_id: null, name: null, rights: rightsOf(role), archived: false }
}

const livingLast = (one: ToOffer, other: ToOffer): number => Number(other.archived) - Number(one.archived)

const plain = (text: string): string => text.trim().toLowerCase()
