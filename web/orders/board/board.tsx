import { lazy, Suspense, useState } from 'react'
import { getBoard, type OrderRow, type Phase } from '#contract/orders.ts'
import { useMayBegin } from '#web/app/me.ts'
import { useReply } from '#web/platform/ask.ts'
import { useDrops } from '#web/platform/drag.ts'
import { isFiltered, type OrderFilters, serverFilter, type SetFilters } from '../order-filters.ts'
import { NoOrders } from '../list/no-orders.tsx'
import { BoardColumn } from './board-column.tsx'
import { FoldedColumn } from './folded-column.tsx'
import { isEnded } from './stage.ts'
import { useMoves } from './use-moves.ts'
import css from './board.module.css'

// A dialog's code comes when it is first asked for.
const AfterMove = lazy(() => import('../acts/after-move.tsx').then((module) => ({ default: module.AfterMove })))

/** The board of a funnel: a column per stage. A card is dragged, or moved by its menu; a refused one springs back. */
export function Board({ filters, set }: { filters: OrderFilters; set: SetFilters }) {
  const { columns } = useReply(getBoard, serverFilter(filters))
  const may = useMayBegin()
  const { moves, move, refused, forget, asked, answered } = useMoves()
  const [dragged, setDragged] = useState<string | null>(null)
  useDrops<OrderRow>('order', {
    onDrag: (order) => setDragged(order?.id ?? null),
    onDrop: (order, stage_id) => {
      const stage = columns.find((column) => column.stage.id === stage_id)?.stage
      if (stage && stage.id !== order.stage.id) move(order, stage)
    },
  })
  if (columns.every(({ count }) => count === 0) && !isFiltered(filters))
    return <NoOrders onNew={() => set({ new: '1' })} />

  const all = columns.flatMap(({ rows }) => rows)
  const rowsOf = (stage_id: string, own: OrderRow[]): OrderRow[] => [
    ...all.filter(({ id, stage }) => moves.get(id)?.id === stage_id && stage.id !== stage_id),
    ...own.filter(({ id }) => !moves.has(id) || moves.get(id)?.id === stage_id),
  ]
  const stages = columns.map(({ stage }) => stage)
  const unfold = (phase: Phase, wide: boolean) => {
    const kept = (filters.wide ?? []).filter((one) => one !== phase)
    set({ wide: wide ? [...kept, phase] : kept.length > 0 ? kept : undefined })
  }
  return (
    <div className={css.board}>
      {columns.map((column) =>
        isEnded(column.stage.phase) && !filters.wide?.includes(column.stage.phase) ? (
          <FoldedColumn
            key={column.stage.id}
            stage={column.stage}
            count={column.count}
            dragging={dragged !== null}
            onUnfold={() => unfold(column.stage.phase, true)}
          />
        ) : (
          <BoardColumn
            key={column.stage.id}
            column={column}
            rows={rowsOf(column.stage.id, column.rows)}
            moved={moves}
            filter={serverFilter(filters)}
            stages={stages}
            open_id={filters.open}
            refused={refused}
            onForget={forget}
            onMove={move}
            onOpen={({ id }) => set({ open: id, task: undefined, tab: undefined }, { step: true })}
            {...(column.stage.phase === 'new' && may('orders.lead') && { onNew: () => set({ new: '1' }) })}
            {...(isEnded(column.stage.phase) && { onFold: () => unfold(column.stage.phase, false) })}
          />
        ),
      )}
      {asked && (
        <Suspense>
          <AfterMove order_id={asked.order_id} act={asked.act} onClose={answered} />
        </Suspense>
      )}
    </div>
  )
}
