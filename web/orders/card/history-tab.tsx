import { getOrderTimeline } from '#contract/history.ts'
import type { Order } from '#contract/orders.ts'
import { useList } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { EventRow } from '#web/ui/talk/timeline.tsx'
import { EventIcon } from './event-icon.tsx'
import { differencesOf, eventWords } from './event-words.ts'
import { actorName, Days } from './timeline.tsx'
import css from './card.module.css'

/** Everything that happened, newest first, with what was and what is at each change. */
export function HistoryTab({ order }: { order: Order }) {
  const { rows, has_more, loading_more, more } = useList(getOrderTimeline, { order_id: order.id })
  return (
    <div className={css.history}>
      <Days entries={rows} first={null}>
        {(entry) => (
          <EventRow at={entry.at} icon={<EventIcon entry={entry} />} who={actorName(entry)}>
            {eventWords(entry)}
            {differencesOf(entry).map(({ field, from, to }) => (
              <span key={field} className={css.change}>
                {field}: {from !== null && <s>{from}</s>} <b>{to}</b>
              </span>
            ))}
          </EventRow>
        )}
      </Days>
      {has_more && (
        <Button size="sm" busy={loading_more} onClick={more}>
          {t('do.more')}
        </Button>
      )}
    </div>
  )
}
