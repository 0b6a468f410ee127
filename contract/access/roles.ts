import { Type, type Static } from 'typebox'
import { endpoint } from '../endpoint.ts'
import { Role } from '../member-card.ts'

const RoleRights = Type.Object({ role: Role, rights: Type.Array(Type.String()) })
export type RoleRights = Static<typeof RoleRights>

export const listRoles = endpoint({
  method: 'GET',
  path: '/roles',
  summary: 'Roles of the company and what each may do, by its switches',
  door: 'staff',
  reply: Type.Object({
    /** In the order in which they are read. */
    rights: Type.Array(Type.String()),
    rows: Type.Array(RoleRights),
  }),
})
