import { useMe } from '#web/app/me.ts'

export type Offered = 'admin' | 'manager' | 'accountant' | 'member'
const ROLES: readonly Offered[] = ['member', 'manager', 'accountant', 'admin']
/** What a role may offer: nobody gives rights that he has not. */
const OFFERS: Record<string, readonly Offered[]> = {
  owner: ROLES,
  admin: ROLES,
  manager: ['member', 'manager', 'accountant'],
  accountant: ['member', 'accountant'],
  member: ['member'],
}

/** The roles that this person may offer whomever he invites. */
export function useOffers(): readonly Offered[] {
  const { member } = useMe()
  return OFFERS[member?.role ?? ''] ?? ['member']
}
