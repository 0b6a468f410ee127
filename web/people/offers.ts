import { listOffers } from '#contract/invitations.ts'
import type { Input, Reply } from '#contract/endpoint.ts'
import type { invite } from '#contract/people.ts'
import { useMaybe } from '#web/platform/ask.ts'
import { roleName } from './role-name.ts'

export type Offered = NonNullable<Input<typeof invite>['role']>
export type Offer = Reply<typeof listOffers>['rows'][number]

const FIXED: readonly string[] = ['admin', 'manager', 'accountant', 'member']

/** What is chosen in a list of roles, as a request says it: a fixed role, or the id of the company's own. */
export const asRole = (role: string) => (FIXED.includes(role) ? { role: role as Offered } : { role_id: role })

/** Roles as a list offers them: a fixed one by its name, the company's own by its id. */
export const asOptions = (offers: readonly Offer[]) =>
  offers.map(({ role, role_id, name }) => ({ value: role_id ?? role, label: roleName({ role, role_name: name }) }))

/** The roles that this person may offer whomever he invites, the company's own among them, and which of them may curate pools. */
export function useOffers(): {
  roles: readonly Offered[]
  all: readonly Offer[]
  leads: (role: string) => boolean
} {
  const rows = useMaybe(listOffers, {})?.rows ?? []
  return {
    roles: rows.filter(({ role_id }) => role_id === null).map(({ role }) => role),
    all: rows,
    leads: (role) => rows.some((one) => (one.role_id ?? one.role) === role && one.leads_pools),
  }
}
