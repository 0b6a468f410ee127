import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LoadGroup, LoadRow } from '#contract/time/load.ts'
import { linesInAll, linesOf, piecesOf, spanOf, topsOf } from './lines.ts'

const group = (id: string | null, people: number): LoadGroup => ({
  id,
  name: id,
  people,
  planned: [],
  actual: [],
  available: [],
})
const row = (id: string, group_id: string | null): LoadRow => ({
  member: { id, name: id },
  specialities: [],
  group_id,
  planned: [],
  actual: [],
  available: [],
  away: [],
  points: [],
})

const groups = [group('a', 600), group(null, 1000)]
const rows = Array.from({ length: 1600 }, (_, n) => row(`${n}`, n < 600 ? 'a' : null))
const lines = linesOf(rows, groups)
const tops = topsOf(lines, { group: 32, row: 40 })

test('S24: people stand under the heads of their trades; all lines are counted, also those that are not loaded', () => {
  assert.deepEqual([lines[0]?.group?.id, lines[1]?.row?.member.id, lines[601]?.group?.id], ['a', '0', null])
  assert.deepEqual([lines.length, linesInAll(groups), linesOf(rows.slice(0, 50), groups).length], [1602, 1604, 51])
  assert.equal(tops.at(-1), 2 * 32 + 1600 * 40)
})

test('S24: what is drawn covers what is seen, at every place, and is never many', () => {
  for (let top = 0; top <= (tops.at(-1) ?? 0) - 800; top += 37) {
    const { from, to } = spanOf(tops, top, top + 800)
    assert.ok((tops[from] ?? 0) <= top && (tops[to] ?? 0) >= top + 800, `at ${top}: ${from}–${to}`)
    assert.ok(to - from < 70, `at ${top}: ${to - from} lines`)
  }
})

test('S24: the room of lines that are not drawn is kept, also around one that is kept for its focus', () => {
  const span = spanOf(tops, 20_000, 20_800)
  for (const kept of [[], [1], [1, 1601], [span.from + 1]]) {
    const pieces = piecesOf(lines, tops, span, kept)
    const drawn = pieces.flatMap((piece) => ('line' in piece ? piece.at : []))
    const height = pieces.reduce(
      (sum, one) => sum + ('gap' in one ? one.gap : (tops[one.at + 1] ?? 0) - (tops[one.at] ?? 0)),
      0,
    )
    assert.equal(height, tops.at(-1))
    assert.deepEqual(
      drawn,
      drawn.toSorted((a, b) => a - b),
    )
    for (const at of kept) assert.equal(drawn.filter((one) => one === at).length, 1)
  }
  assert.deepEqual(piecesOf([], [0], { from: 0, to: 0 }, [1]), [])
})
