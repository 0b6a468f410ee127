import type { Ctx, Role } from '#platform/ctx.ts'
import { RIGHTS, rightsIn } from '../rights.ts'

const ROLES: readonly Role[] = ['owner', 'admin', 'manager', 'accountant', 'member', 'performer']

/** What each role may do here, as its people come in with it (RGT-7). */
export async function listRoles({ db, viewer }: Ctx) {
  const switches = await db
    .selectFrom('companies')
    .select(['orders_open', 'site_contact_open'])
    .where('id', '=', viewer.company_id)
    .executeTakeFirstOrThrow()
  return { rights: [...RIGHTS], rows: ROLES.map((role) => ({ role, rights: [...rightsIn(role, switches)] })) }
}
