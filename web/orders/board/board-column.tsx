import { useState } from 'react'
import { IconChevronsLeft, IconPlus } from '@tabler/icons-react'
import { type getBoard, listOrders, type OrderFilter, type OrderRow } from '#contract/orders.ts'
import type { Reply } from '#contract/endpoint.ts'
import { useMaybeList } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { cx } from '#web/ui/cx.ts'
import { Money } from '#web/ui/figures.tsx'
import { PhaseMark } from '#web/ui/phase.tsx'
import { BoardCard } from './board-card.tsx'
import type { Stage } from './stage.ts'
import { RefusedMove } from './refused-move.tsx'
import type { Refused } from './use-moves.ts'
import { useDropTarget } from '#web/platform/drag.ts'
import css from './board.module.css'

type Column = Reply<typeof getBoard>['columns'][number]
type Props = {
  column: Column
  /** What stands here now, with cards on their way. */
  rows: OrderRow[]
  moved: ReadonlyMap<string, Stage>
  filter: OrderFilter
  stages: Stage[]
  open_id: string | undefined
  refused: Refused | null
  onForget: () => void
  onMove: (order: OrderRow, stage: Stage) => void
  onOpen: (order: OrderRow) => void
  onNew?: () => void
  onFold?: () => void
}

/** A stage: how many, what they add up to, and its cards. */
export function BoardColumn({ column, rows, moved, filter, stages, refused, onForget, ...on }: Props) {
  const { stage, count, sum, currency, next } = column
  const [place, over] = useDropTarget<HTMLElement>('order', stage.id)
  const [all, setAll] = useState(false)
  const rest = useMaybeList(listOrders, { ...filter, stage_id: [stage.id] }, all)
  const known = new Set(rows.map(({ id }) => id))
  const more = all ? rest.rows.filter(({ id }) => !known.has(id) && !moved.has(id)) : []
  const has_more = all ? rest.has_more : next !== null
  return (
    <section ref={place} className={cx(css.column, over && css.over)} aria-label={stage.name}>
      <header className={css.top}>
        <PhaseMark phase={stage.phase} />
        <h2 title={stage.name}>{stage.name}</h2>
        <span className={css.count}>{count}</span>
        <span className={css.acts}>
          {on.onNew && (
            <IconButton
              size="sm"
              label={t('orders.new')}
              icon={<IconPlus size={16} stroke={1.75} />}
              onClick={on.onNew}
            />
          )}
          {on.onFold && (
            <IconButton
              size="sm"
              label={t('board.fold')}
              icon={<IconChevronsLeft size={16} stroke={1.75} />}
              onClick={on.onFold}
            />
          )}
        </span>
      </header>
      <div className={css.stack}>
        {sum !== null && count > 0 && (
          <div className={css.sum}>{sum === '0' ? t('board.no_sum') : <Money minor={sum} currency={currency} />}</div>
        )}
        {[...rows, ...more].map((order) => (
          <div key={order.id} className={css.slot}>
            <BoardCard
              order={order}
              on={order.id === on.open_id}
              waiting={moved.has(order.id)}
              stages={stages}
              onMove={on.onMove}
              onOpen={on.onOpen}
            />
            {refused?.order.id === order.id && <RefusedMove refused={refused} onClose={onForget} />}
          </div>
        ))}
        {has_more && (
          <Button
            size="sm"
            variant="quiet"
            busy={all && (!rest.ready || rest.loading_more)}
            onClick={() => (all ? rest.more() : setAll(true))}
          >
            {t('board.more', { n: Math.max(1, count - rows.length - more.length) })}
          </Button>
        )}
      </div>
    </section>
  )
}
