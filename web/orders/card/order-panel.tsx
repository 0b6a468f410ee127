import { Suspense } from 'react'
import { t } from '#web/platform/words.ts'
import { SidePanel } from '#web/ui/over/side-panel.tsx'
import { RowBones } from '#web/ui/state.tsx'
import { useOrder } from './use-order.ts'
import { OrderCard } from './order-card.tsx'
import css from './card.module.css'

type Props = { order_id: string; onClose: () => void }

/** An order beside its list: the same card as on its page, in one column. */
export function OrderPanel({ order_id, onClose }: Props) {
  return (
    <SidePanel
      title={
        <Suspense fallback="…">
          <Number order_id={order_id} />
        </Suspense>
      }
      page={`/orders/${order_id}`}
      onClose={onClose}
    >
      <Suspense
        fallback={
          <div className={css.waiting}>
            <RowBones rows={8} />
          </div>
        }
      >
        <OrderCard key={order_id} order_id={order_id} in_panel />
      </Suspense>
    </SidePanel>
  )
}

const Number = ({ order_id }: { order_id: string }) => t('order.heading', { number: useOrder(order_id).number })
