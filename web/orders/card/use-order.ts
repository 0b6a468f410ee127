import { getOrder, type Order } from '#contract/orders.ts'
import { useReply } from '#web/platform/ask.ts'
import { oneOf, text, useFilters } from '#web/platform/route.ts'

export const useOrder = (order_id: string): Order => useReply(getOrder, { order_id })

/** What can be done to an order; each opens its dialog. */
export type ActName =
  | 'customer'
  | 'agree'
  | 'demands'
  | 'task'
  | 'send'
  | 'decision'
  | 'documents'
  | 'complete'
  | 'reopen'
  | 'cancel'
  | 'link'
export type Ask = { act: ActName; demand_id?: string }
export type OnAct = (act: ActName, demand_id?: string) => void

/** Tab and open task of a card, in the address of page and panel alike. */
const shape = { tab: oneOf('tasks', 'documents', 'history'), task: text }
export const useCardPlace = () => useFilters(shape)
