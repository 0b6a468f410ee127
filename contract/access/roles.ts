import { Type, type Static } from 'typebox'
import { Can, endpoint, Id, Nullable, Text } from '../endpoint.ts'
import { Member, OfferedRole, Role } from '../member-card.ts'

/** A fixed role, or one that the company has made: then with its id and name. */
export const RoleRights = Type.Object({
  /** Of the company's own role the fixed one that it was made from. */
  role: Role,
  role_id: Nullable(Id),
  name: Nullable(Type.String()),
  rights: Type.Array(Type.String()),
  /** How many people have it now. */
  people: Type.Integer(),
  archived: Type.Boolean(),
  version: Nullable(Type.Integer()),
  can: Type.Object({ change: Can, give: Can }),
})
export type RoleRights = Static<typeof RoleRights>

export const Roles = Type.Object({
  /** In the order in which they are read. */
  rights: Type.Array(
    Type.Object({
      right: Type.String(),
      /** Everybody of the staff has it: it is not ticked. */
      always: Type.Boolean(),
      /** What it does not work without. */
      needs: Type.Array(Type.String()),
    }),
  ),
  rows: Type.Array(RoleRights),
  can: Type.Object({ make: Can }),
})
export type Roles = Static<typeof Roles>

export const listRoles = endpoint({
  method: 'GET',
  path: '/roles',
  summary: 'Roles of the company and what each may do, by its switches',
  door: 'staff',
  query: Type.Object({
    /** Also those that were put away. */
    archived: Type.Optional(Type.Boolean()),
  }),
  reply: Roles,
})

/** One of the two: a fixed role, or one of the company's own. */
const Whichever = { role: Type.Optional(OfferedRole), role_id: Type.Optional(Id) }
const Ticked = Type.Array(Type.String({ maxLength: 60 }), { maxItems: 60 })

export const makeRole = endpoint({
  method: 'POST',
  path: '/roles',
  summary: 'Makes a role of the company from another: with its rights, or with those that are ticked',
  door: 'staff',
  body: Type.Object({ name: Text(60), ...Whichever, rights: Type.Optional(Ticked) }),
  reply: RoleRights,
})

export const changeRole = endpoint({
  method: 'PATCH',
  path: '/roles/:role_id',
  summary: 'Renames a role of the company or ticks other rights; holds at once for whoever has it',
  door: 'staff',
  params: Type.Object({ role_id: Id }),
  body: Type.Object({ name: Type.Optional(Text(60)), rights: Type.Optional(Ticked) }),
  reply: RoleRights,
})

export const archiveRole = endpoint({
  method: 'POST',
  path: '/roles/:role_id/archive',
  summary: 'Puts a role of the company away; whoever has it gets the named one instead',
  door: 'staff',
  params: Type.Object({ role_id: Id }),
  body: Type.Object({ to_role: Type.Optional(OfferedRole), to_role_id: Type.Optional(Id) }),
  reply: RoleRights,
})

export const restoreRole = endpoint({
  method: 'POST',
  path: '/roles/:role_id/restore',
  summary: 'Takes a role of the company back that was put away',
  door: 'staff',
  params: Type.Object({ role_id: Id }),
  reply: RoleRights,
})

export const setRole = endpoint({
  method: 'PUT',
  path: '/members/:member_id/role',
  summary: 'Gives one of the staff another role; holds at once',
  door: 'staff',
  params: Type.Object({ member_id: Id }),
  body: Type.Object(Whichever),
  reply: Member,
})
