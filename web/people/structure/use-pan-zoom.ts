import { type RefObject, useEffect, useState } from 'react'
import { select, type Selection } from 'd3-selection'
import { zoom, type ZoomBehavior, zoomIdentity, zoomTransform } from 'd3-zoom'
import type { Drawing, Spot } from './layout.ts'
import { CARD } from './layout.ts'

/** Paper around the drawing that can be moved into view. */
const MARGIN = 40
const LEAST = 0.25
const MOST = 1.5

type Zooming = ZoomBehavior<HTMLElement, unknown>

/**
 * Moves and scales what is drawn: dragged by mouse or finger, two fingers and Ctrl with the wheel scale, the wheel alone
 * moves. The library keeps the numbers; what they are shows React.
 */
export function usePanZoom(box: RefObject<HTMLElement | null>, drawing: Drawing) {
  const [view, setView] = useState({ x: 0, y: 0, k: 1 })
  const [{ stage, size }, setPlace] = useState<Place>({ stage: null, size: { w: 0, h: 0 } })
  useEffect(() => {
    const element = box.current
    if (!element) return undefined
    const made = begin(element, ({ x, y, k }) => setView({ x, y, k }))
    const begun = { on: select<HTMLElement, unknown>(element), by: made.behaviour }
    const measure = () => setPlace({ stage: begun, size: { w: element.clientWidth, h: element.clientHeight } })
    const watcher = new ResizeObserver(measure)
    // It tells the first measure as well.
    watcher.observe(element)
    return () => {
      watcher.disconnect()
      made.end()
    }
  }, [box])
  const { w, h } = drawing
  useEffect(() => {
    stage?.by.translateExtent([
      [-MARGIN, -MARGIN],
      [w + MARGIN, h + MARGIN],
    ])
  }, [stage, w, h])

  const act: Act = (run) => {
    if (stage) run(stage.on, stage.by)
  }
  return { view, size, ...actsOn(act, drawing, size) }
}

type Stage = { on: Selection<HTMLElement, unknown, null, undefined>; by: Zooming }
type Place = { stage: Stage | null; size: { w: number; h: number } }
type Act = (run: (on: Stage['on'], by: Zooming) => void) => void

const actsOn = (act: Act, { w, h }: Drawing, size: { w: number; h: number }) => ({
  scaleBy: (factor: number) => act((on, by) => by.scaleBy(on, factor)),
  moveBy: (x: number, y: number) => act((on, by) => by.translateBy(on, x, y)),
  /** The whole drawing, as large as it fits; never so small that nothing can be read at all. */
  fit: () =>
    act((on, by) => {
      const k = Math.max(LEAST, Math.min(1, size.w / (w + 2 * MARGIN), size.h / (h + 2 * MARGIN)))
      by.transform(on, zoomIdentity.translate((size.w - w * k) / 2, (size.h - h * k) / 2).scale(k))
    }),
  /** At its full size with a card at the left, in the middle of the height. */
  startAt: ({ x, y }: Spot) =>
    act((on, by) => by.transform(on, zoomIdentity.translate(MARGIN - x, size.h / 2 - y - CARD.h / 2))),
  /** Moves no more than needed to have a card in view. */
  show: ({ x, y }: Spot) =>
    act((on, by) => {
      const { k, x: left, y: top } = zoomTransform(on.node() as HTMLElement)
      const dx = into(x * k + left, CARD.w * k, size.w)
      const dy = into(y * k + top, CARD.h * k, size.h)
      if (dx !== 0 || dy !== 0) by.translateBy(on, dx / k, dy / k)
    }),
})

/** How far a stretch must go to lie inside a length. */
function into(from: number, length: number, all: number): number {
  if (from < MARGIN) return MARGIN - from
  return from + length > all - MARGIN ? all - MARGIN - from - length : 0
}

function begin(element: HTMLElement, onView: (view: { x: number; y: number; k: number }) => void) {
  const selection = select<HTMLElement, unknown>(element)
  const behaviour: Zooming = zoom<HTMLElement, unknown>()
    .scaleExtent([LEAST, MOST])
    .filter((event: Event) => !(event instanceof MouseEvent && event.button !== 0) && plain(event) && !ofCard(event))
    .on('zoom', ({ transform }: { transform: { x: number; y: number; k: number } }) => onView(transform))
  selection.call(behaviour).on('dblclick.zoom', null)
  const onWheel = (event: WheelEvent) => {
    if (event.ctrlKey || event.metaKey) return
    event.preventDefault()
    const { k } = zoomTransform(element)
    behaviour.translateBy(selection, -event.deltaX / k, -event.deltaY / k)
  }
  element.addEventListener('wheel', onWheel, { passive: false })
  const end = () => {
    element.removeEventListener('wheel', onWheel)
    selection.on('.zoom', null)
  }
  return { behaviour, end }
}

/** The wheel scales with Ctrl only. */
const plain = (event: Event): boolean => !(event instanceof WheelEvent) || event.ctrlKey || event.metaKey

/** Whom the mouse takes by his card is moved himself; a finger moves the paper there, too. */
const ofCard = (event: Event): boolean =>
  event.type === 'mousedown' && event.target instanceof Element && event.target.closest('[draggable="true"]') !== null
