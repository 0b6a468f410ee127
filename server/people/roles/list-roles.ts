import type * as contract from '#contract/access/roles.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx, Role } from '#platform/ctx.ts'
import { found, no } from '#platform/errors.ts'
import { RIGHTS, rightsIn } from '../rights.ts'
import { rolePolicy } from './policy.ts'
import { type OwnRole, ownRoles, peopleByRole, switchesOf } from './queries.ts'
import { ALWAYS, NEEDS } from './ticked.ts'

const ROLES: readonly Role[] = ['owner', 'admin', 'manager', 'accountant', 'member', 'performer']

/** What each role may do here, as its people come in with it (RGT-7): the fixed ones, then the company's own. */
export async function listRoles(ctx: Ctx, { archived }: Input<typeof contract.listRoles>): Promise<contract.Roles> {
  const [switches, people] = [await switchesOf(ctx), await peopleByRole(ctx)]
  const own = (await ownRoles(ctx)).filter(({ archived_at }) => archived || archived_at === null)
  return {
    rights: RIGHTS.map((right) => ({ right, always: ALWAYS.includes(right), needs: [...(NEEDS[right] ?? [])] })),
    rows: [
      ...ROLES.map((role) =>
        fixedRow(ctx, role, { rights: [...rightsIn(role, switches)], people: people.get(role) ?? 0 }),
      ),
      ...own.map((role) => ownRow(ctx, role, people.get(role.id) ?? 0)),
    ],
    can: { make: rolePolicy.make(ctx.viewer) },
  }
}

type Fixed = Pick<contract.RoleRights, 'people'> & { rights: OwnRole['rights'] }

function fixedRow({ viewer }: Ctx, role: Role, { rights, people }: Fixed): contract.RoleRights {
  const given = role === 'owner' ? no('roles.owner') : role === 'performer' ? no('roles.performer') : null
  return {
    role,
    role_id: null,
    name: null,
    rights,
    people,
    archived: false,
    version: null,
    can: { change: no('roles.fixed'), give: given ?? rolePolicy.offer(viewer, { rights, archived_at: null }) },
  }
}

function ownRow({ viewer }: Ctx, role: OwnRole, people: number): contract.RoleRights {
  const { id, base, archived_at, ...rest } = role
  return {
    ...rest,
    role: base,
    role_id: id,
    people,
    archived: archived_at !== null,
    can: { change: rolePolicy.change(viewer, role), give: rolePolicy.offer(viewer, role) },
  }
}

/** One of the company's own as it stands now. */
export async function showRole(ctx: Ctx, role_id: string): Promise<contract.RoleRights> {
  const role = found(
    (await ownRoles(ctx)).find(({ id }) => id === role_id),
    'role',
  )
  return ownRow(ctx, role, (await peopleByRole(ctx)).get(role_id) ?? 0)
}
