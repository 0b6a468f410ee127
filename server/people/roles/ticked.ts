import { insist, invalid, type Refusal } from '#platform/errors.ts'
import { RIGHTS, type Right } from '../rights.ts'

/** What everybody of the staff may: it is no matter of a role. */
export const ALWAYS: readonly Right[] = ['orders.read', 'site_contact.read']

/** What a right does not work without. */
export const NEEDS: Partial<Record<Right, readonly Right[]>> = {
  'documents.issue': ['money.read'],
  'reports.read': ['money.read'],
  'people.view_as': ['orders.all', 'money.read'],
  'roles.manage': ['people.manage'],
}

/** Whether a word is a right that we know: a version later another may be gone. */
export const isRight = (word: string): word is Right => (RIGHTS as readonly string[]).includes(word)

/** The ticked cells as they are kept: in the order of the table, with what everybody has. */
export function tickedRights(ticked: readonly string[]): Right[] {
  insist(ticked.every(isRight) ? null : invalid('rights', 'roles.right_unknown'))
  const wanted = new Set<string>([...ticked, ...ALWAYS])
  const rights = RIGHTS.filter((right) => wanted.has(right))
  insist(lacking(rights))
  return rights
}

function lacking(rights: readonly Right[]): Refusal | null {
  const complete = rights.every((right) => (NEEDS[right] ?? []).every((other) => rights.includes(other)))
  return complete ? null : invalid('rights', 'roles.right_needs')
}
