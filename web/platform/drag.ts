import { draggable, dropTargetForElements, monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react'

type Place = { clientX: number; clientY: number }
type Drops<T> = {
  onDrag?: (thing: T | null) => void
  /** `onto` is the place's own word; it is heard of only where a place was hit. */
  onDrop: (thing: T, onto: string, at: Place) => void
}

/** Hears of every thing of a kind that is picked up and put down on this page, by the mouse. */
export function useDrops<T>(kind: string, { onDrag, onDrop }: Drops<T>): void {
  const picked = useEffectEvent((thing: unknown) => onDrag?.(thing as T))
  const dropped = useEffectEvent((thing: unknown, onto: unknown, at: Place) => {
    onDrag?.(null)
    if (typeof onto === 'string') onDrop(thing as T, onto, at)
  })
  useEffect(
    () =>
      monitorForElements({
        canMonitor: ({ source }) => kind in source.data,
        onDragStart: ({ source }) => picked(source.data[kind]),
        onDrop: ({ source, location: { current } }) =>
          dropped(source.data[kind], current.dropTargets[0]?.data['onto'], current.input),
      }),
    [kind],
  )
}

/** Makes an element draggable by the mouse; tells whether it is in the air. */
export function useDrag<T, E extends HTMLElement = HTMLElement>(
  kind: string,
  thing: T,
  may = true,
): [RefObject<E | null>, boolean] {
  const element = useRef<E>(null)
  const [away, setAway] = useState(false)
  const data = useEffectEvent(() => ({ [kind]: thing }))
  useEffect(() => {
    if (!element.current || !may) return
    return draggable({
      element: element.current,
      getInitialData: () => data(),
      onDragStart: () => setAway(true),
      onDrop: () => setAway(false),
    })
  }, [kind, may])
  return [element, away]
}

type Taking<E> = {
  takes?: (thing: unknown) => boolean
  /** What is dragged itself takes others, too. */
  at?: RefObject<E | null>
}

/** Makes an element take things of a kind; tells whether one that it takes hangs over it. */
export function useDropTarget<E extends HTMLElement>(
  kind: string,
  onto: string,
  { takes = () => true, at }: Taking<E> = {},
): [RefObject<E | null>, boolean] {
  const own = useRef<E>(null)
  const element = at ?? own
  const [over, setOver] = useState(false)
  const fits = useEffectEvent((data: Record<string | symbol, unknown>) => kind in data && takes(data[kind]))
  useEffect(() => {
    if (!element.current) return
    return dropTargetForElements({
      element: element.current,
      canDrop: ({ source }) => fits(source.data),
      getData: () => ({ onto }),
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: () => setOver(false),
    })
  }, [element, kind, onto])
  return [element, over]
}

const BACK = 240

/** From where it was to where it stays, in 240 ms; who wants no motion sees it there at once. */
export function springBack(card: HTMLElement | null, from: { left: number; top: number }): void {
  if (!card || matchMedia('(prefers-reduced-motion: reduce)').matches) return
  const to = card.getBoundingClientRect()
  // On paper that is scaled a step is longer or shorter than on the screen.
  const k = to.width / card.offsetWidth
  const [x, y] = [(from.left - to.left) / k, (from.top - to.top) / k]
  // What stands by a transform of its own goes on from it.
  const own = getComputedStyle(card).transform
  const stays = own === 'none' ? '' : own
  card.animate([{ transform: `translate(${x}px, ${y}px) ${stays}` }, { transform: stays || 'none' }], {
    duration: BACK,
    easing: 'cubic-bezier(.2,.8,.2,1)',
  })
}
