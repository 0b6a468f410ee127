import { listOffers } from '#contract/invitations.ts'
import type { Input } from '#contract/endpoint.ts'
import type { invite } from '#contract/people.ts'
import { useMaybe } from '#web/platform/ask.ts'

export type Offered = Input<typeof invite>['role']

/** The roles that this person may offer whomever he invites, and which of them may curate pools. */
export function useOffers(): { roles: readonly Offered[]; leads: (role: Offered) => boolean } {
  const rows = useMaybe(listOffers, {})?.rows ?? []
  return {
    roles: rows.map(({ role }) => role),
    leads: (role) => rows.some((one) => one.role === role && one.leads_pools),
  }
}
