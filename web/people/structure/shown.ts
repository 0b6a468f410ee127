import { useMemo, useState } from 'react'
import type { Placed } from '#contract/tree.ts'
import { foldedAtFirst, matches, type Node, type Tree, treeOf, unfolded, visible } from './tree-model.ts'

export type Load = { orders: number; tasks: number }

/** What picture and list draw alike. */
export type Shown = {
  tree: Tree
  /** Whose reports are folded away. */
  folded: ReadonlySet<string>
  /** Everybody who is not folded away, from the top down. */
  shown: readonly Node[]
  /** Who fits what is searched for; empty when nothing is. */
  found: ReadonlySet<string>
  /** The one of them that was gone to. */
  at_found: Node | undefined
  load: ReadonlyMap<string, Load>
  me: string | undefined
  open_id: string | undefined
  /** The tree of today: people can be moved in it. */
  now: boolean
  onFold: (id: string, fold: boolean) => void
  onOpen: (id: string) => void
}

/** The tree with what is folded and found in it. */
export function useShown(
  rows: readonly Placed[],
  { search, me }: { search: string | undefined; me: string | undefined },
) {
  const tree = useMemo(() => treeOf(rows), [rows])
  const [own, setOwn] = useState<ReadonlySet<string> | null>(null)
  const first = useMemo(() => foldedAtFirst(tree, me), [tree, me])
  const hits = useMemo(() => matches(tree, search), [tree, search])
  const folded = useMemo(
    () =>
      unfolded(
        tree,
        own ?? first,
        hits.map(({ who }) => who.id),
      ),
    [tree, own, first, hits],
  )
  const shown = useMemo(() => visible(tree, folded), [tree, folded])
  const found = useMemo(() => new Set(hits.map(({ who }) => who.id)), [hits])
  const heads = useMemo(() => [...tree.by_id.values()].filter(({ reports }) => reports.length > 0), [tree])
  return {
    tree,
    folded,
    shown,
    found,
    ...useStep(hits, search),
    onFold: (id: string, fold: boolean) => {
      const next = new Set(folded)
      if (fold) next.add(id)
      else next.delete(id)
      setOwn(next)
    },
    foldAll: () => setOwn(new Set(heads.filter(({ depth }) => depth > 0).map(({ who }) => who.id))),
    openAll: () => setOwn(new Set()),
    all_open: folded.size === 0,
  }
}

/** Goes from one of those found to the next; another search begins anew. */
function useStep(hits: readonly Node[], search: string | undefined) {
  const [step, setStep] = useState({ search, n: 0 })
  if (step.search !== search) setStep({ search, n: 0 })
  const at = hits.length > 0 ? step.n % hits.length : 0
  return { hits: hits.length, at, at_found: hits[at], goToNext: () => setStep({ search, n: step.n + 1 }) }
}
