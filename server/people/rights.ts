import type { Role, Viewer } from '#platform/ctx.ts'

/** What a role may do at all; whether it may do it to this thing is the policy's word. */
export type Right =
  | 'company.settings'
  | 'people.invite'
  | 'people.manage'
  | 'performers.manage'
  | 'counterparties.manage'
  | 'orders.read'
  | 'orders.all'
  | 'orders.lead'
  | 'tasks.give'
  | 'money.read'
  | 'documents.issue'
  | 'reports.read'
  | 'dialogues.read'
  | 'dialogues.answer'
  | 'channels.manage'
  | 'site_contact.read'
  | 'mail.read'
  | 'people.view_as'
  | 'roles.manage'

/** One readable table: a row is a right, a mark says who has it. */
const TABLE: Record<Right, readonly Role[]> = {
  'company.settings': ['owner', 'admin'],
  'people.invite': ['owner', 'admin', 'manager'],
  'people.manage': ['owner', 'admin'],
  'performers.manage': ['owner', 'admin', 'manager'],
  'counterparties.manage': ['owner', 'admin', 'manager', 'accountant'],
  'orders.read': ['owner', 'admin', 'manager', 'accountant', 'member'],
  /** Sees all orders and tasks of the company; without it those that reach him (sight.ts). */
  'orders.all': ['owner', 'admin', 'manager', 'accountant'],
  'orders.lead': ['owner', 'admin', 'manager'],
  'tasks.give': ['owner', 'admin', 'manager'],
  'money.read': ['owner', 'admin', 'manager', 'accountant'],
  'documents.issue': ['owner', 'admin', 'manager', 'accountant'],
  'reports.read': ['owner', 'admin', 'manager', 'accountant'],
  /** Of a person who does not see everything: those that are his, that nobody has taken, or that he was called into. */
  'dialogues.read': ['owner', 'admin', 'manager', 'accountant', 'member'],
  'dialogues.answer': ['owner', 'admin', 'manager'],
  'channels.manage': ['owner', 'admin'],
  /** Of a task: whom to ask on site. */
  'site_contact.read': ['owner', 'admin', 'manager', 'accountant', 'member', 'performer'],
  'mail.read': ['owner', 'admin'],
  /** Looks at the company with the eyes of another of its people (viewing/). */
  'people.view_as': ['owner', 'admin'],
  /** Makes roles of the company's own and ticks what they may. */
  'roles.manage': ['owner', 'admin'],
}

export const RIGHTS = Object.keys(TABLE) as readonly Right[]

/** Whether the viewer has a right: what he comes in with says it (viewers.ts), not his role. */
export const can = ({ rights }: Pick<Viewer, 'rights'>, right: Right): boolean => rights.has(right)

/** What a role may do by itself; what a person of it may do in his company is told by `rightsIn`. */
export const rightsOf = (role: Role): Right[] => RIGHTS.filter((right) => TABLE[right].includes(role))

/** The same of whatever role a person has: one of the company's own says for itself what it may (RGT-8). */
export const rightsOfHolder = ({ role, role_rights }: { role: Role; role_rights: readonly string[] | null }): Right[] =>
  role_rights === null ? rightsOf(role) : RIGHTS.filter((right) => role_rights.includes(right))

/** The switches of a company that give or take rights (RGT-2). */
export type Switches = { orders_open: boolean; site_contact_open: boolean }

/** What a role may do in a company with these switches. */
export function rightsIn(role: Role, { orders_open, site_contact_open }: Switches): Set<Right> {
  const rights = new Set(rightsOf(role))
  if (role === 'manager' && !orders_open) rights.delete('orders.all')
  if (role === 'performer' && !site_contact_open) rights.delete('site_contact.read')
  return rights
}
