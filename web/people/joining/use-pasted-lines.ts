import { useCallback, useEffect, useRef, useState } from 'react'

type Pair<C, R> = { cells: C; read: R | undefined }
/** What the server is asked to read: the text as pasted, or the lines as they stand now. */
type Ask<C, R> = (what: { text: string } | { lines: C[] }, then: (read: R[]) => void) => void

/**
 * Lines of a pasted list with what the server read in them. A line that is mended keeps its earlier reading until the
 * new one is there, so that nothing blinks; of answers that overtake each other only the last counts.
 */
export function usePastedLines<C, R extends { cells: C }>(ask: Ask<C, R>) {
  const [pairs, setPairs] = useState<Pair<C, R>[] | null>(null)
  const turn = useRef(0)
  // `change` and `drop` stay the same for as long as the table stands: only the line that changed is drawn again.
  const kept = useRef({ pairs, ask })
  useEffect(() => {
    kept.current = { pairs, ask }
  })
  const again = useCallback((next: Pair<C, R>[]) => {
    turn.current += 1
    const mine = turn.current
    setPairs(next)
    if (next.length === 0) return
    kept.current.ask({ lines: next.map(({ cells }) => cells) }, (read) => {
      if (mine === turn.current) setPairs(next.map(({ cells }, at) => ({ cells, read: read[at] })))
    })
  }, [])
  const change = useCallback(
    (at: number, cells: C) => again(standing(kept).map((pair, n) => (n === at ? { ...pair, cells } : pair))),
    [again],
  )
  const drop = useCallback((at: number) => again(standing(kept).filter((_, n) => n !== at)), [again])
  const take = (read: R[]) => setPairs(read.map((one) => ({ cells: one.cells, read: one })))
  return {
    lines: pairs && pairs.map(({ cells }) => cells),
    read: (pairs ?? []).map(({ read }) => read),
    read_text: (text: string) => ask({ text }, take),
    /** What was read again of the same lines for another reason than theirs. */
    take,
    look: (lines: C[]) => again(lines.map((cells) => ({ cells, read: undefined }))),
    change,
    drop,
    back: () => setPairs(null),
  }
}

const standing = <P>({ current }: { current: { pairs: P[] | null } }): P[] => current.pairs ?? []
