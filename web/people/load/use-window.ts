import { type RefObject, useEffect, useMemo, useState } from 'react'
import { flushSync } from 'react-dom'
import { type Line, type Sizes, spanOf, topsOf } from './lines.ts'

/** As the style sheet has them at a desk; what the browser makes of it is measured. */
const GUESS: Sizes = { group: 33, row: 40 }

/**
 * Which lines of the grid are drawn: those that its box shows and some to spare. Of 1,600 people all would be twenty
 * thousand buttons, and a press would take half a second. On paper stand all that are loaded.
 */
export function useWindow(box: RefObject<HTMLElement | null>, lines: readonly Line[]) {
  const [sizes, setSizes] = useState(GUESS)
  const [whole, setWhole] = useState(false)
  const tops = useMemo(() => topsOf(lines, sizes), [lines, sizes])
  const [view, setView] = useState(() => ({ top: 0, bottom: innerHeight }))
  const span = useMemo(() => spanOf(tops, view.top, view.bottom), [tops, view])
  useEffect(() => {
    const element = box.current
    if (!element) return
    const look = () => setView((now) => sameOr(now, seenIn(element)))
    const measured = new ResizeObserver(() => {
      setSizes((now) => sameOr(now, sizesIn(element, now)))
      look()
    })
    measured.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      measured.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [box])
  useEffect(() => {
    // The sheet is laid out right after: what it needs is there by then.
    const print = () => flushSync(() => setWhole(true))
    const printed = () => setWhole(false)
    addEventListener('beforeprint', print)
    addEventListener('afterprint', printed)
    return () => {
      removeEventListener('beforeprint', print)
      removeEventListener('afterprint', printed)
    }
  }, [])
  // Narrowed meanwhile, the list may be shorter than what was seen of it.
  const to = Math.min(span.to, lines.length)
  const shown = whole ? { from: 0, to: lines.length } : { from: Math.min(span.from, to), to }
  // Some lines before the end is seen: those to spare are drawn already.
  return { tops, span: shown, near_end: span.to >= lines.length }
}

function sizesIn(box: HTMLElement, guess: Sizes): Sizes {
  const heightOf = (line: string) => box.querySelector<HTMLElement>(`tr[data-line=${line}]`)?.offsetHeight
  return { group: heightOf('group') ?? guess.group, row: heightOf('row') ?? guess.row }
}

/** What of its content the box shows, by steps: not each pixel of scrolling draws anew. */
const PIXELS = 120

function seenIn({ scrollTop, clientHeight }: HTMLElement) {
  const top = Math.floor(scrollTop / PIXELS) * PIXELS
  return { top, bottom: Math.ceil((scrollTop + clientHeight) / PIXELS) * PIXELS }
}

const sameOr = <T extends Record<string, number>>(now: T, next: T): T =>
  Object.entries(next).every(([name, value]) => now[name] === value) ? now : next
