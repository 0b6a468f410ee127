import type { Placed } from '#contract/tree.ts'

export type Node = {
  who: Placed
  /** 0 for the uppermost. */
  depth: number
  parent: Node | null
  /** Direct reports, by name. */
  reports: Node[]
  /** How many stand below him, near and far. */
  below: number
}

/** A tree in memory: its roots, and everybody by id. What the viewer does not see is not in it. */
export type Tree = { roots: Node[]; by_id: Map<string, Node> }

export function treeOf(rows: readonly Placed[]): Tree {
  const by_id = new Map<string, Node>(
    rows.map((who) => [who.id, { who, depth: 0, parent: null, reports: [], below: 0 }]),
  )
  const roots: Node[] = []
  for (const node of by_id.values()) {
    const parent = node.who.head_id ? by_id.get(node.who.head_id) : undefined
    if (parent) {
      node.parent = parent
      parent.reports.push(node)
    } else roots.push(node)
  }
  const measure = (node: Node, depth: number): number => {
    node.depth = depth
    node.below = node.reports.reduce((sum, report) => sum + 1 + measure(report, depth + 1), 0)
    return node.below
  }
  for (const root of roots) measure(root, 0)
  return { roots, by_id }
}

/** Up to this many people all of the tree is open at first. */
const ALL_AT_ONCE = 40

/** Whose reports are folded away at first: in a large company only the top and one's own line are open. */
export function foldedAtFirst({ by_id }: Tree, me: string | undefined): Set<string> {
  if (by_id.size <= ALL_AT_ONCE) return new Set()
  const line = new Set(me ? lineOf(by_id, me) : [])
  return new Set(
    [...by_id.values()]
      .filter(({ who, depth, reports }) => reports.length > 0 && depth > 0 && !line.has(who.id))
      .map(({ who }) => who.id),
  )
}

/** A person and those above him. */
export function lineOf(by_id: Tree['by_id'], id: string): string[] {
  const line: string[] = []
  for (let node = by_id.get(id); node; node = node.parent ?? undefined) line.push(node.who.id)
  return line
}

/** Those who are not folded away, from the top down, each before his reports. */
export function visible({ roots }: Tree, folded: ReadonlySet<string>): Node[] {
  const shown: Node[] = []
  const walk = (node: Node) => {
    shown.push(node)
    if (!folded.has(node.who.id)) node.reports.forEach(walk)
  }
  roots.forEach(walk)
  return shown
}

/** Whose name, position or phone has these words, in the order of the tree. */
export function matches(tree: Tree, search: string | undefined): Node[] {
  const wanted = bare(search ?? '')
  if (!wanted) return []
  const digits = wanted.replaceAll(/\D/g, '')
  return visible(tree, new Set()).filter(
    ({ who }) =>
      bare(`${who.name} ${who.position ?? ''}`).includes(wanted) ||
      (digits.length >= 3 && (who.phone ?? '').includes(digits)),
  )
}

const bare = (text: string): string => text.trim().toLowerCase().replaceAll('ё', 'е')

/** Opens all above these people, so that they are seen. */
export function unfolded(tree: Tree, folded: ReadonlySet<string>, ids: readonly string[]): Set<string> {
  const next = new Set(folded)
  for (const id of ids) for (const above of lineOf(tree.by_id, id).slice(1)) next.delete(above)
  return next
}

/** Everybody below a person, and himself: nobody of them can be his head. */
export function subtree(tree: Tree, id: string): Set<string> {
  const all = new Set<string>()
  const walk = (node: Node) => {
    all.add(node.who.id)
    node.reports.forEach(walk)
  }
  const node = tree.by_id.get(id)
  if (node) walk(node)
  return all
}
