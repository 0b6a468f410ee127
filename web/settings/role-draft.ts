import type { RoleRights, Roles } from '#contract/access/roles.ts'

/** A role as it is being ticked: one of the company's, or a new one from another. */
export type Draft = {
  role_id: string | null
  name: string
  /** From which it is made: the id of one of the company's, or the name of a fixed one. */
  from: string
  rights: readonly string[]
  version: number | null
}

const FIRST = 'member'

export const emptyDraft = (roles: Roles): Draft => ({
  role_id: null,
  name: '',
  from: FIRST,
  rights: rightsFrom(roles, FIRST),
  version: null,
})

export const draftOf = (row: RoleRights): Draft => ({
  role_id: row.role_id,
  name: row.name ?? '',
  from: keyOf(row),
  rights: row.rights,
  version: row.version,
})

export const keyOf = ({ role_id, role }: Pick<RoleRights, 'role_id' | 'role'>): string => role_id ?? role

export const rightsFrom = (roles: Roles, from: string): readonly string[] =>
  roles.rows.find((row) => keyOf(row) === from)?.rights ?? []

type Known = Pick<Roles, 'rights'>

/** A right ticked with what it needs, or taken away with what needs it. */
export function toggled(known: Known, held: readonly string[], right: string): string[] {
  return held.includes(right) ? without(known, held, right) : withNeeds(known, held, right)
}

function withNeeds(known: Known, held: readonly string[], right: string): string[] {
  const needs = known.rights.find((one) => one.right === right)?.needs ?? []
  const before = needs
    .filter((need) => !held.includes(need))
    .reduce((all: readonly string[], need) => withNeeds(known, all, need), held)
  return [...new Set([...before, right])]
}

function without(known: Known, held: readonly string[], right: string): string[] {
  const rest = held.filter((one) => one !== right)
  const hanging = known.rights.filter((one) => rest.includes(one.right) && one.needs.includes(right))
  return hanging.reduce((all: string[], one) => without(known, all, one.right), rest)
}
