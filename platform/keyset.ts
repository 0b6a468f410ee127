import { insist, invalid } from './errors.ts'

/** A place in a list as text for an address: the key of the last row, opaque to the caller. */
export const toCursor = (key: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url')

/** The key behind `after`; of a text that no list of ours gave, a refusal. `size` is how many parts the key has. */
export function fromCursor(after: string, size: number): (string | number)[] {
  const key = parsed(after)
  const right =
    Array.isArray(key) && key.length === size && key.every((part) => ['string', 'number'].includes(typeof part))
  insist(right ? null : invalid('after', 'field.format'))
  return key as (string | number)[]
}

function parsed(after: string): unknown {
  try {
    return JSON.parse(Buffer.from(after, 'base64url').toString())
  } catch {
    return null
  }
}

/** A page of the rows that a query gave when asked for one more than fits: the rows, and where the next begins. */
export function pageOf<T>(
  rows: T[],
  limit: number,
  keyOf: (row: T) => (string | number)[],
): { rows: T[]; next: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > limit && last !== undefined ? toCursor(keyOf(last)) : null }
}
