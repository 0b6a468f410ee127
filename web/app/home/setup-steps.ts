import { listCounterparties } from '#contract/counterparties.ts'
import { listOrders } from '#contract/orders.ts'
import { type CompanySettings, getCompanySettings, listInvitations, listMembers } from '#contract/people.ts'
import { useMaybe, useMaybeList } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { useRight } from '../me.ts'

export type StepId = 'requisites' | 'invite' | 'performers' | 'links' | 'customer' | 'order'
export type Step = {
  id: StepId
  done: boolean
  to: string
  search?: Record<string, string>
  /** Where the same is done for many at once. */
  many?: string
  /** What was done already, in words. */
  so_far?: string
}

/**
 * What a company still lacks to work, as far as this person can do it (S12): read from the data themselves, so a step
 * is done when the thing is there, whoever put it there. Undefined until all is known.
 */
export function useSetupSteps(): Step[] | undefined {
  const right = useRight()
  const leads = right('orders.lead')
  const owner = useOwnerSteps(right('company.settings'))
  const performers = useMaybeList(listMembers, { kind: 'performer' }, leads)
  const customers = useMaybeList(listCounterparties, {}, leads)
  const orders = useMaybeList(listOrders, { limit: 1 }, leads)
  const known = [performers, customers, orders].every(({ ready }) => ready)
  if (!leads || !owner || !known) return undefined
  const inside = performers.rows.filter(({ state }) => state === 'active').length
  return [
    ...owner,
    { id: 'performers', to: '/performers', search: { new: '1' }, ...peopleSoFar(performers.rows.length) },
    { id: 'links', to: '/performers', ...peopleSoFar(inside) },
    {
      id: 'customer',
      done: customers.rows.length > 0,
      to: '/counterparties',
      search: { new: '1' },
      ...(right('counterparties.manage') && { many: '/counterparties/import' }),
    },
    { id: 'order', done: orders.rows.length > 0, to: '/orders', search: { new: '1' } },
  ]
}

const peopleSoFar = (n: number) => (n > 0 ? { done: true, so_far: t('setup.people_n', { n }) } : { done: false })

/** Of owner and administrators besides: the company itself, and those who will lead. None for others. */
function useOwnerSteps(his: boolean): Step[] | undefined {
  const company = useMaybe(getCompanySettings, {}, his)
  const invitations = useMaybe(listInvitations, {}, his)
  if (!his) return []
  if (!company || !invitations) return undefined
  return [
    { id: 'requisites', done: isFilled(company), to: '/settings' },
    { id: 'invite', done: invitations.rows.length > 0, to: '/settings/people', search: { new: '1' } },
  ]
}

const isFilled = ({ requisites: { legal_name, tax_number, account } }: CompanySettings): boolean =>
  Boolean(legal_name && tax_number && account)
