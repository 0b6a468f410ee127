import type { Role, Viewer } from '#platform/ctx.ts'

/** What a role may do at all; whether it may do it to this thing is the policy's word. */
export type Right =
  | 'company.settings'
  | 'people.invite'
  | 'people.manage'
  | 'performers.manage'
  | 'counterparties.manage'
  | 'orders.read'
  | 'orders.lead'
  | 'tasks.give'
  | 'money.read'
  | 'documents.issue'
  | 'reports.read'
  | 'mail.read'

/** One readable table: a row is a right, a mark says who has it. */
const TABLE: Record<Right, readonly Role[]> = {
  'company.settings': ['owner', 'admin'],
  'people.invite': ['owner', 'admin', 'manager'],
  'people.manage': ['owner', 'admin'],
  'performers.manage': ['owner', 'admin', 'manager'],
  'counterparties.manage': ['owner', 'admin', 'manager', 'accountant'],
  'orders.read': ['owner', 'admin', 'manager', 'accountant', 'member'],
  'orders.lead': ['owner', 'admin', 'manager'],
  'tasks.give': ['owner', 'admin', 'manager'],
  'money.read': ['owner', 'admin', 'manager', 'accountant'],
  'documents.issue': ['owner', 'admin', 'manager', 'accountant'],
  'reports.read': ['owner', 'admin', 'manager', 'accountant'],
  'mail.read': ['owner', 'admin'],
}

/** Whether the viewer has a right: what he comes in with says it (viewers.ts), not his role. */
export const can = ({ rights }: Pick<Viewer, 'rights'>, right: Right): boolean => rights.has(right)

export const rightsOf = (role: Role): Right[] =>
  (Object.keys(TABLE) as Right[]).filter((right) => TABLE[right].includes(role))
