import { hierarchy, tree as layTree } from 'd3-hierarchy'
import type { Node, Tree } from './tree-model.ts'

/** The measure of a card, and what parts it from the next one, down and to the right. */
export const CARD = { w: 248, h: 76 }
const GAP = { down: 12, right: 56 }

export type Spot = { node: Node; x: number; y: number }
export type Drawing = { spots: Spot[]; lines: { id: string; path: string; sure: boolean }[]; w: number; h: number }

type Branch = { node: Node | null; children: Branch[] }

/** Where each card stands: heads at the left, their reports to the right of them, none over another. */
export function layOut({ roots }: Tree, folded: ReadonlySet<string>): Drawing {
  const branch = (node: Node): Branch => ({
    node,
    children: folded.has(node.who.id) ? [] : node.reports.map(branch),
  })
  // Several roots hang on one that is not drawn.
  const top = hierarchy<Branch>({ node: null, children: roots.map(branch) })
  const laid = layTree<Branch>()
    .nodeSize([CARD.h + GAP.down, CARD.w + GAP.right])
    .separation((one, other) => (one.parent === other.parent ? 1 : 1.25))(top)
  const drawn = laid.descendants().filter(({ data }) => data.node !== null)
  const least = Math.min(0, ...drawn.map(({ x }) => x))
  const at = (point: { x: number; depth: number }) => ({
    x: (point.depth - 1) * (CARD.w + GAP.right),
    y: point.x - least,
  })
  const spots = drawn.flatMap((point) => (point.data.node ? [{ node: point.data.node, ...at(point) }] : []))
  const lines = drawn.flatMap((point) => {
    const { node } = point.data
    if (!node || !point.parent?.data.node) return []
    return [{ id: node.who.id, path: pathOf(at(point.parent), at(point)), sure: node.who.confirmed }]
  })
  return {
    spots,
    lines,
    w: Math.max(0, ...spots.map(({ x }) => x)) + CARD.w,
    h: Math.max(0, ...spots.map(({ y }) => y)) + CARD.h,
  }
}

/** From the right edge of the head to the left edge of the report, square with rounded corners. */
function pathOf(head: { x: number; y: number }, report: { x: number; y: number }): string {
  const [x1, y1] = [head.x + CARD.w, head.y + CARD.h / 2]
  const [x2, y2] = [report.x, report.y + CARD.h / 2]
  const middle = x1 + GAP.right / 2
  const down = y2 - y1
  if (Math.abs(down) < 1) return `M${x1} ${y1}H${x2}`
  const r = Math.min(8, Math.abs(down) / 2) * Math.sign(down)
  const bend = Math.abs(r)
  return `M${x1} ${y1}H${middle - bend}Q${middle} ${y1} ${middle} ${y1 + r}V${y2 - r}Q${middle} ${y2} ${middle + bend} ${y2}H${x2}`
}
