import { useParam } from '#web/platform/route.ts'
import { OrderCard } from './card/order-card.tsx'

/** The card of an order on its own page. */
export function OrderPage() {
  const order_id = useParam('order_id')
  return <OrderCard key={order_id} order_id={order_id} />
}
