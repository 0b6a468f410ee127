import type { LoadGroup, LoadRow } from '#contract/time/load.ts'

/** A line of the grid: the head of a trade, or a person. */
export type Line = { key: string; group: LoadGroup; row?: undefined } | { key: string; group?: undefined; row: LoadRow }

/** People under the heads of their trades, as they are drawn from top to bottom. */
export function linesOf(rows: readonly LoadRow[], groups: readonly LoadGroup[]): Line[] {
  const known = new Map(groups.map((group) => [group.id, group]))
  return [...Map.groupBy(rows, ({ group_id }) => group_id)].flatMap(([id, own]): Line[] => {
    const group = known.get(id)
    const people = own.map((row) => ({ key: row.member.id, row }))
    return group ? [{ key: `group ${id ?? ''}`, group }, ...people] : people
  })
}

/** How many lines there are when all are loaded, with the head of the table and its foot. */
export const linesInAll = (groups: readonly LoadGroup[]): number =>
  2 + groups.reduce((sum, { people }) => sum + 1 + people, 0)

export type Sizes = { group: number; row: number }
/** Which lines are drawn: from one to before another. */
export type Span = { from: number; to: number }

/** Where each line begins, and where the last one ends. */
export function topsOf(lines: readonly Line[], sizes: Sizes): number[] {
  const tops = [0]
  for (const [at, { row }] of lines.entries()) tops.push((tops[at] ?? 0) + (row ? sizes.row : sizes.group))
  return tops
}

/** How far beyond the edges of the box lines are drawn: a quick finger is not to outrun them. */
const SPARE = 480
/** The span goes on by so many lines at once: not each step of scrolling draws anew. */
const STEP = 6

/** The lines that stand between two heights, and some to spare. */
export function spanOf(tops: readonly number[], top: number, bottom: number): Span {
  const count = tops.length - 1
  const from = Math.max(0, lineAt(tops, top - SPARE))
  const to = Math.min(count, lineAt(tops, bottom + SPARE) + 1)
  return { from: from - (from % STEP), to: Math.min(count, Math.ceil(to / STEP) * STEP) }
}

/** The line that covers a height. */
function lineAt(tops: readonly number[], height: number): number {
  const after = tops.findIndex((top) => top > height)
  return after < 0 ? tops.length - 1 : Math.max(0, after - 1)
}

export type Piece = { line: Line; at: number } | { gap: number; key: string }

/** What stands in the body of the table: lines of the span, those that are kept besides, and between them as much room as the others take. */
export function piecesOf(
  lines: readonly Line[],
  tops: readonly number[],
  { from, to }: Span,
  kept: readonly number[],
): Piece[] {
  const count = lines.length
  const inside = Array.from({ length: to - from }, (_, n) => from + n)
  const drawn = [...new Set([...inside, ...kept])].filter((at) => at >= 0 && at < count).toSorted((a, b) => a - b)
  const pieces: Piece[] = []
  let next = 0
  for (const at of [...drawn, count]) {
    if (at > next) pieces.push({ gap: (tops[at] ?? 0) - (tops[next] ?? 0), key: `gap ${next}` })
    const line = lines[at]
    if (line) pieces.push({ line, at })
    next = at + 1
  }
  return pieces
}
