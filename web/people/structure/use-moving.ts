import { useState } from 'react'
import { moveMember } from '#contract/tree.ts'
import { useCall } from '#web/platform/ask.ts'
import { springBack, useDrag, useDrops, useDropTarget } from '#web/platform/drag.ts'
import { Problem } from '#web/platform/problem.ts'
import { t } from '#web/platform/words.ts'
import { toast } from '#web/ui/over/toast.tsx'
import { type Node, subtree, type Tree } from './tree-model.ts'
import { idOf } from './use-tree-keys.ts'

export type StayedUnder = { node: Node; code: string; facts: Record<string, unknown> }
/** Who leads others is moved with them or without: that is asked, with the head already named. */
export type AskedMove = { node: Node; head: { id: string; name: string }; along: boolean }

/**
 * People dragged onto a new head. The server says whether it may be, as it says to the dialog; a refused card goes back
 * to its place, seen to go, with the reason. By keys and by finger the dialog does the same.
 */
export function useMoving(tree: Tree) {
  const [stayed, setStayed] = useState<StayedUnder | null>(null)
  const [asked, setAsked] = useState<AskedMove | null>(null)
  const call = useCall(moveMember, { inline: true })

  const put = ({ who }: Node, head: Node['who']) =>
    call.mutateAsync({ member_id: who.id, head_id: head.id, with_reports: true })
  const move = (node: Node, head: Node, at: { clientX: number; clientY: number }) => {
    const before = node.parent?.who
    const undo = before && (() => void put(node, before))
    put(node, head.who)
      .then(() => toast(t('move.done', { name: node.who.name, head: head.who.name }), undo))
      .catch((error: unknown) => {
        const { code, facts } = error instanceof Problem ? error : new Problem(0, {})
        setStayed({ node, code, facts })
        springBack(document.getElementById(idOf(node.who.id)), { left: at.clientX, top: at.clientY })
      })
  }
  useDrops<string>('person', {
    onDrop: (id, onto, at) => {
      const [node, head] = [tree.by_id.get(id), tree.by_id.get(onto)]
      if (!node || !head) return
      setStayed(null)
      if (node.below === 0) move(node, head, at)
      else setAsked({ node, head: head.who, along: !subtree(tree, id).has(onto) })
    },
  })
  return { stayed, forget: () => setStayed(null), asked, answered: () => setAsked(null) }
}

/** A card that can be picked up, where its person may be moved, and takes others than its own reports. */
export function useMovable({ who, reports }: Node, now: boolean) {
  const [ref, away] = useDrag<string, HTMLDivElement>('person', who.id, now && who.can.move === null)
  const takes = (id: unknown) => now && id !== who.id && !reports.some((one) => one.who.id === id)
  const [, over] = useDropTarget('person', who.id, { takes, at: ref })
  return { ref, away, over }
}
