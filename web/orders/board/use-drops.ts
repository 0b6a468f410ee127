import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react'
import { draggable, dropTargetForElements, monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import type { OrderRow } from '#contract/orders.ts'

type Drops = { onDrag: (order_id: string | null) => void; onDrop: (order: OrderRow, stage_id: string) => void }

/** Hears of every card that is picked up and put down on this board. */
export function useDrops({ onDrag, onDrop }: Drops): void {
  const picked = useEffectEvent((order: OrderRow) => onDrag(order.id))
  const dropped = useEffectEvent((order: OrderRow, stage_id: unknown) => {
    onDrag(null)
    if (typeof stage_id === 'string') onDrop(order, stage_id)
  })
  useEffect(
    () =>
      monitorForElements({
        canMonitor: ({ source }) => 'order' in source.data,
        onDragStart: ({ source }) => picked(source.data['order'] as OrderRow),
        onDrop: ({ source, location }) =>
          dropped(source.data['order'] as OrderRow, location.current.dropTargets[0]?.data['stage_id']),
      }),
    [],
  )
}

/** Makes a card draggable by the mouse; tells whether it is in the air. */
export function useDrag(order: OrderRow): [RefObject<HTMLElement | null>, boolean] {
  const card = useRef<HTMLElement>(null)
  const [away, setAway] = useState(false)
  const data = useEffectEvent(() => ({ order }))
  useEffect(() => {
    if (!card.current) return
    return draggable({
      element: card.current,
      getInitialData: () => data(),
      onDragStart: () => setAway(true),
      onDrop: () => setAway(false),
    })
  }, [])
  return [card, away]
}

/** Makes a column take cards; tells whether one hangs over it. */
export function useDropTarget<E extends HTMLElement>(stage_id: string): [RefObject<E | null>, boolean] {
  const column = useRef<E>(null)
  const [over, setOver] = useState(false)
  useEffect(() => {
    if (!column.current) return
    return dropTargetForElements({
      element: column.current,
      getData: () => ({ stage_id }),
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: () => setOver(false),
    })
  }, [stage_id])
  return [column, over]
}
