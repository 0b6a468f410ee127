import assert from 'node:assert/strict'

export type Move = { member_id: string; head_id: string; with_reports: boolean }

/** What a tree is, told as simply as can be: to be compared with what the product makes of the same changes. */
export class ModelTree {
  readonly heads: Map<string, string | null>

  constructor(heads: Map<string, string | null>) {
    this.heads = new Map(heads)
  }

  /** Makes a change; null, or the code of the refusal. */
  move({ member_id, head_id, with_reports }: Move): string | null {
    const old = this.heads.get(member_id) ?? null
    if (old === null) return 'tree.root'
    const up = this.#lineOf(head_id)
    if (head_id === member_id || (with_reports && up.includes(member_id))) return 'tree.circle'
    if (!with_reports) for (const [id, head] of this.heads) if (head === member_id) this.heads.set(id, old)
    this.heads.set(member_id, head_id)
    return null
  }

  #lineOf(id: string): string[] {
    const line: string[] = []
    for (let at: string | null = id; at !== null; at = this.heads.get(at) ?? null) line.push(at)
    return line
  }
}

/** One root, everybody there, and everybody comes to the root by going up. */
export function checkTree(heads: ReadonlyMap<string, string | null>, size: number, about: string): void {
  assert.equal(heads.size, size, `${about}: people`)
  assert.equal([...heads.values()].filter((head) => head === null).length, 1, `${about}: roots`)
  for (const id of heads.keys()) {
    let steps = 0
    for (let at: string | null | undefined = id; at !== null; at = heads.get(at))
      assert.ok(at !== undefined && steps++ <= size, `${about}: a circle at ${id}`)
  }
}

/** Whole numbers below `n`, the same ones for the same seed (mulberry32). */
export function randomFrom(seed: number): (n: number) => number {
  let state = seed
  return (n) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * n)
  }
}
