import { Suspense } from 'react'
import { IconHistory } from '@tabler/icons-react'
import type { CounterpartyCard } from '#contract/counterparties.ts'
import { getCounterpartyHistory } from '#contract/parties/history.ts'
import { Days } from '#web/history/days.tsx'
import { useList } from '#web/platform/ask.ts'
import { useFilters } from '#web/platform/route.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Empty, RowBones } from '#web/ui/state.tsx'
import { HistoryFilterBar } from './history-filter.tsx'
import { asked, type HistoryFilters, type SetHistoryFilters, shape } from './history-filters.ts'
import { HistoryRow } from './history-row.tsx'
import css from './history.module.css'

/** Everything that was with a counterparty, newest first, each line a door to its record. */
export function HistoryTab({ card }: { card: CounterpartyCard }) {
  const [filters, set] = useFilters(shape)
  return (
    <div className={css.tab}>
      <HistoryFilterBar {...{ card, filters, set }} />
      <Suspense fallback={<Coming />}>
        <Lines {...{ card, filters, set }} />
      </Suspense>
    </div>
  )
}

const Coming = () => (
  <div className={css.lines}>
    <RowBones rows={8} />
  </div>
)

type LinesProps = { card: CounterpartyCard; filters: HistoryFilters; set: SetHistoryFilters }

function Lines({ card, filters, set }: LinesProps) {
  const chosen = asked(filters)
  const { rows, has_more, loading_more, more } = useList(getCounterpartyHistory, {
    counterparty_id: card.id,
    ...chosen,
  })
  if (rows.length === 0) return <Nothing chosen={Object.keys(chosen).length > 0} set={set} />
  return (
    <div className={css.lines}>
      <Days entries={rows} first={null}>
        {(line) => <HistoryRow line={line} />}
      </Days>
      {has_more && (
        <Button size="sm" className={css.more} busy={loading_more} onClick={more}>
          {t('do.more')}
        </Button>
      )}
    </div>
  )
}

function Nothing({ chosen, set }: { chosen: boolean; set: SetHistoryFilters }) {
  const clear = () =>
    set({ kind: undefined, contact: undefined, site: undefined, search: undefined, from: undefined, till: undefined })
  return (
    <div className={css.nothing}>
      <Empty
        icon={<IconHistory size={24} stroke={1.75} />}
        title={t(chosen ? 'history.none_found' : 'history.none')}
        hint={t(chosen ? 'history.none_found_hint' : 'history.none_hint')}
      >
        {chosen && <Button onClick={clear}>{t('history.clear')}</Button>}
      </Empty>
    </div>
  )
}
