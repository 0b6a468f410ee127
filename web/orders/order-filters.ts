import type { OrderFilter, Phase } from '#contract/orders.ts'
import { day, flag, list, oneOf, text, useFilters } from '#web/platform/route.ts'

const PHASES = ['new', 'agreement', 'work', 'acceptance', 'closing', 'done', 'cancelled'] as const

/** What the address of «Воронки» may say: one filter language for board and list. */
const shape = {
  view: oneOf('board', 'list'),
  funnel: text,
  responsible: list(),
  customer: text,
  due: day,
  urgent: flag,
  troubled: flag,
  phase: list<Phase>(...PHASES),
  search: text,
  /** The order in the side panel; its tab, and the task over it. */
  open: text,
  tab: text,
  task: text,
  /** Ended columns that are unfolded. */
  wide: list<Phase>('done', 'cancelled'),
  /** Quick entry: `1` by hand, `call` while the phone rings. */
  new: oneOf('1', 'call'),
  /** Of quick entry begun from a counterparty's card: whose order it will be. */
  counterparty_id: text,
}

export const useOrderFilters = () => useFilters(shape)
export type OrderFilters = ReturnType<typeof useOrderFilters>[0]
export type SetFilters = ReturnType<typeof useOrderFilters>[1]

/** The address as the server's filter; the board shows all phases, so only the list narrows by them. */
export function serverFilter(filters: OrderFilters): OrderFilter {
  const { funnel, responsible, customer, due, urgent, troubled, search, phase, view } = filters
  return {
    ...(funnel && { funnel_id: funnel }),
    ...(responsible && { responsible_id: responsible }),
    ...(customer && { counterparty_id: customer }),
    ...(due && { due_until: due }),
    ...(urgent && { urgent }),
    ...(troubled && { troubled }),
    ...(search && { search }),
    ...(view === 'list' && phase && { phase }),
  }
}

/** Whether anything narrows what is shown, so that an empty screen can say which emptiness it is. */
export const isFiltered = ({ responsible, customer, due, urgent, troubled, search, phase }: OrderFilters): boolean =>
  [responsible, customer, due, urgent, troubled, search, phase].some((value) => value !== undefined)
