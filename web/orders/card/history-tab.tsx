import { getOrderTimeline } from '#contract/history.ts'
import type { Order } from '#contract/orders.ts'
import { Timeline } from '#web/history/entries.tsx'

/** Everything that happened, newest first, with what was and what is at each change. */
export const HistoryTab = ({ order }: { order: Order }) => (
  <Timeline at={getOrderTimeline} of={{ order_id: order.id }} />
)
