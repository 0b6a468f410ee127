import type { Ctx, Role } from '#platform/ctx.ts'
import { found, insist, invalid } from '#platform/errors.ts'
import { type Right, rightsIn, type Switches } from '../rights.ts'
import { isRight } from './ticked.ts'

/** A role of the company's own. */
export type OwnRole = {
  id: string
  name: string
  base: Role
  rights: Right[]
  version: number
  archived_at: string | null
}

export async function ownRoles({ db, viewer }: Ctx): Promise<OwnRole[]> {
  const rows = await db
    .selectFrom('roles')
    .select(['id', 'name', 'base', 'rights', 'version', 'archived_at'])
    .where('company_id', '=', viewer.company_id)
    .orderBy('name')
    .execute()
  return rows.map((row) => ({ ...row, rights: row.rights.filter(isRight) }))
}

/** Held until the transaction ends: whoever gives it waits for whoever puts it away, and the other way round. */
export async function lockRole({ db, viewer }: Ctx, role_id: string): Promise<OwnRole> {
  const row = await db
    .selectFrom('roles')
    .select(['id', 'name', 'base', 'rights', 'version', 'archived_at'])
    .where('company_id', '=', viewer.company_id)
    .where('id', '=', role_id)
    .forUpdate()
    .executeTakeFirst()
  const role = found(row, 'role')
  return { ...role, rights: role.rights.filter(isRight) }
}

export async function switchesOf({ db, viewer }: Ctx): Promise<Switches> {
  return db
    .selectFrom('companies')
    .select(['orders_open', 'site_contact_open'])
    .where('id', '=', viewer.company_id)
    .executeTakeFirstOrThrow()
}

/** What can be given: a fixed role, or one of the company's own. */
export type Given = {
  role: Role
  role_id: string | null
  name: string | null
  rights: Right[]
  archived_at: string | null
}
type Named = { role?: Role | undefined; role_id?: string | undefined }

/** The role that a request names, one way or the other; the company's own is held. */
export async function givenRole(ctx: Ctx, { role, role_id }: Named, field = 'role'): Promise<Given> {
  insist((role === undefined) === (role_id === undefined) ? invalid(field, 'roles.one_of') : null)
  if (role_id !== undefined) {
    const { id, base, ...own } = await lockRole(ctx, role_id)
    return { ...own, role: base, role_id: id }
  }
  const fixed = role ?? 'member'
  return {
    role: fixed,
    role_id: null,
    name: null,
    rights: [...rightsIn(fixed, await switchesOf(ctx))],
    archived_at: null,
  }
}

/** How many have each role now: under its id, or under the name of the fixed one. */
export async function peopleByRole({ db, viewer }: Ctx): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('members')
    .select(['role', 'role_id'])
    .select((own) => own.fn.countAll<number>().as('n'))
    .where('company_id', '=', viewer.company_id)
    .where('state', '<>', 'left')
    .groupBy(['role', 'role_id'])
    .execute()
  return new Map(rows.map(({ role, role_id, n }) => [role_id ?? role, Number(n)]))
}
