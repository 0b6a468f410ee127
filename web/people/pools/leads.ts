import type { Member } from '#contract/people.ts'

/** Whose role gives tasks: others cannot curate a pool. */
export const mayLead = ({ role }: Pick<Member, 'role'>): boolean =>
  role === 'owner' || role === 'admin' || role === 'manager'
