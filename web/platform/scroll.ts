import { useLayoutEffect, useRef } from 'react'

const kept = new Map<string, number>()
let back = false
if (typeof window !== 'undefined') {
  // wouter tells its own steps by events of these names.
  addEventListener('popstate', () => (back = true))
  addEventListener('pushState', () => (back = false))
}

/** Whether the page was come to by the browser's «back», so that its boxes stand where they stood. */
export const cameBack = (): boolean => back

/** Keeps the place in a scrolling box for the browser's «back»: give the ref to the box, and a name within its page. */
export function useKeptScroll<T extends HTMLElement>(name: string) {
  const box = useRef<T>(null)
  useLayoutEffect(() => {
    const element = box.current
    const key = `${location.pathname} ${name}`
    if (!element) return
    // Even to set it to where it stands makes the browser lay out the whole page at once.
    const stood = back ? (kept.get(key) ?? 0) : 0
    if (stood > 0 || kept.has(key)) element.scrollTop = stood
    const keep = () => kept.set(key, element.scrollTop)
    element.addEventListener('scroll', keep, { passive: true })
    return () => element.removeEventListener('scroll', keep)
  }, [name])
  return box
}
