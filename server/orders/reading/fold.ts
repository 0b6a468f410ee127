import { LRUCache } from 'lru-cache'

/**
 * The text in lower case, ё as е, with every sign in its place: what is found in it stands at the same place of the
 * original, and so can be quoted.
 */
export const fold = (text: string): string =>
  text.replace(/\p{Lu}|ё|Ё|’|ʼ/gu, (sign) => known[sign] ?? sameLength(sign))

const known: Record<string, string> = { ё: 'е', Ё: 'е', '’': "'", ʼ: "'" }

function sameLength(sign: string): string {
  const lower = sign.toLowerCase()
  return lower.length === sign.length ? lower : sign
}

/** A piece of the text: where it begins and where it ends. */
export type Span = { start: number; end: number }

/** `\b` knows Latin letters only. */
export const BEGIN = String.raw`(?<![\p{L}\p{N}])`
export const END = String.raw`(?![\p{L}\p{N}])`

const made = new LRUCache<string, RegExp>({ max: 2000 })

/**
 * A pattern for folded text. It is kept: patterns of a company's trades come again with every request, and to compile
 * one takes longer than to look for it.
 */
export function patternOf(source: string): RegExp {
  const known = made.get(source)
  if (known) return known
  const fresh = new RegExp(source, 'gu')
  made.set(source, fresh)
  return fresh
}

/** A pattern of whole words, for folded text. */
export const words = (pattern: string): RegExp => patternOf(`${BEGIN}(?:${pattern})${END}`)

/** All places of a pattern, with its named groups. */
export function* places(
  pattern: RegExp,
  text: string,
): Generator<Span & { at: Record<string, string | undefined>; text: string }> {
  // Not matchAll: it compiles the pattern anew.
  for (let from = 0; ;) {
    pattern.lastIndex = from
    const match = pattern.exec(text)
    if (!match) return
    const end = match.index + match[0].length
    from = end > match.index ? end : end + 1
    yield { start: match.index, end, at: match.groups ?? {}, text: match[0] }
  }
}

/** Whether a pattern stands anywhere in the text. */
export function stands(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0
  return pattern.test(text)
}

/** The text with these pieces blanked out, every other sign in its place. */
export function without(text: string, spans: readonly Span[]): string {
  let [rest, from] = ['', 0]
  for (const { start, end } of apart(spans)) {
    rest += text.slice(from, start) + '\uE000'.repeat(end - start)
    from = end
  }
  return rest + text.slice(from)
}

/** In their order; where two overlap the one that begins first, and of these the longer. */
export function apart<T extends Span>(spans: readonly T[]): T[] {
  let end = -1
  const sorted = spans.toSorted((a, b) => a.start - b.start || b.end - a.end)
  return sorted.filter((span) => {
    if (span.start < end) return false
    end = span.end
    return true
  })
}

/** What stands before a place, near enough to say what it means. */
export const before = (text: string, start: number): string => text.slice(Math.max(0, start - 40), start)
