import type { Db, Role } from '#platform/ctx.ts'
import { found } from '#platform/errors.ts'
import { type Right, rightsIn, type Switches } from '../rights.ts'
import { isRight } from './ticked.ts'

type Of = Switches & { company_id: string; role: Role; role_id: string | null }

/** What a role means: of a fixed one by the company's switches, of the company's own what was ticked (RGT-8). */
export type Held = { rights: Set<Right>; role_name: string | null }

/** Asked with the eyes of the staff or of the program. */
export async function heldRights(db: Db, { company_id, role, role_id, ...switches }: Of): Promise<Held> {
  if (role_id === null) return { rights: rightsIn(role, switches), role_name: null }
  const own = await db
    .selectFrom('roles')
    .select(['name', 'rights'])
    .where('company_id', '=', company_id)
    .where('id', '=', role_id)
    .executeTakeFirst()
  const { name, rights } = found(own, 'role')
  return { rights: new Set(rights.filter(isRight)), role_name: name }
}
