/**
 * A long text in parts of at most `limit` UTF-16 units, cut where it hurts least: between paragraphs, lines, sentences,
 * words. Joined they are the whole but for the white space at the cuts.
 */
export function splitText(text: string, limit: number): string[] {
  const parts: string[] = []
  let rest = text.trim()
  while (rest.length > limit) {
    const at = cutOf(rest, limit)
    parts.push(rest.slice(0, at).trimEnd())
    rest = rest.slice(at).trimStart()
  }
  return rest ? [...parts, rest] : parts
}

const CUTS: readonly [string, number][] = [
  ['\n\n', 0],
  ['\n', 0],
  ['. ', 1],
  [' ', 0],
]

function cutOf(text: string, limit: number): number {
  // A part that would be very short is not worth a finer place to cut.
  for (const [mark, behind] of CUTS) {
    const at = text.lastIndexOf(mark, limit - behind)
    if (at > limit / 3) return at + behind
  }
  // Never between the two halves of a sign.
  return /[\uD800-\uDBFF]/.test(text[limit - 1] ?? '') ? limit - 1 : limit
}
