import { listOffers } from '#contract/invitations.ts'
import type { Input, Reply } from '#contract/endpoint.ts'
import type { invite } from '#contract/people.ts'
import { useMaybe } from '#web/platform/ask.ts'

export type Offered = NonNullable<Input<typeof invite>['role']>
export type Offer = Reply<typeof listOffers>['rows'][number]

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
