import { type KeyboardEvent, useState } from 'react'
import type { Node } from './tree-model.ts'

type Keys = {
  shown: readonly Node[]
  folded: ReadonlySet<string>
  onFold: (id: string, fold: boolean) => void
  onOpen: (id: string) => void
  /** The next one is to be brought into view before it is given the focus. */
  onGo?: (node: Node) => void
}

/**
 * A tree walked by keys, as the ARIA pattern has it: down and up to the next that is seen, right opens and goes in, left
 * folds and goes out, Enter opens the person. One of all is in the order of tabs.
 */
export function useTreeKeys({ shown, folded, onFold, onOpen, onGo }: Keys) {
  const [held, hold] = useState<string | null>(null)
  const active = shown.find(({ who }) => who.id === held) ?? shown[0]

  const focus = (node: Node | undefined) => {
    if (!node) return
    hold(node.who.id)
    onGo?.(node)
    // At once, so that the next key finds it there; one that is not drawn yet is there with the next frame.
    const go = () => placed(node)?.focus({ preventScroll: Boolean(onGo) })
    if (placed(node)) go()
    else requestAnimationFrame(go)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!active || event.altKey || event.ctrlKey || event.metaKey) return
    const at = shown.indexOf(active)
    const { id } = active.who
    const closed = folded.has(id)
    const acts: Record<string, () => void> = {
      ArrowDown: () => focus(shown[at + 1]),
      ArrowUp: () => focus(shown[at - 1]),
      Home: () => focus(shown[0]),
      End: () => focus(shown.at(-1)),
      ArrowRight: () => (active.reports.length > 0 && closed ? onFold(id, false) : focus(active.reports[0])),
      ArrowLeft: () => (active.reports.length > 0 && !closed ? onFold(id, true) : focus(active.parent ?? undefined)),
      Enter: () => onOpen(id),
      ' ': () => onOpen(id),
    }
    const act = acts[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  const itemProps = (node: Node) => ({
    ...placeOf(node, folded),
    tabIndex: node === active ? 0 : -1,
    onFocus: () => hold(node.who.id),
  })
  return { active, onKeyDown, itemProps, focus }
}

/** Where a person stands, for those who listen. */
const placeOf = (node: Node, folded: ReadonlySet<string>) => ({
  id: idOf(node.who.id),
  'aria-level': node.depth + 1,
  'aria-setsize': node.parent?.reports.length ?? 1,
  'aria-posinset': (node.parent?.reports.indexOf(node) ?? 0) + 1,
  ...(node.reports.length > 0 && { 'aria-expanded': !folded.has(node.who.id) }),
})

const placed = ({ who }: Node) => document.getElementById(idOf(who.id))

/** Where a person's card is found on the page. */
export const idOf = (id: string): string => `placed-${id}`
