import { getOrderTimeline } from '#contract/history.ts'
import type { Order } from '#contract/orders.ts'
import { Entries } from '#web/history/entries.tsx'
import { useList } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import css from './card.module.css'

/** Everything that happened, newest first, with what was and what is at each change. */
export function HistoryTab({ order }: { order: Order }) {
  const { rows, has_more, loading_more, more } = useList(getOrderTimeline, { order_id: order.id })
  return (
    <div className={css.history}>
      <Entries entries={rows} />
      {has_more && (
        <Button size="sm" busy={loading_more} onClick={more}>
          {t('do.more')}
        </Button>
      )}
    </div>
  )
}
