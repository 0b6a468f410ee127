import { attributionAt, headerBlockAt, isDelimiter, isSentFrom } from './quote-marks.ts'

/**
 * Whether what is folded away of a letter is its signature, or what a telephone adds, and nothing that anybody wrote
 * before: the page calls the one so and not the other (INB-4).
 */
export function isOnlySignature(folded: string): boolean {
  const lines = folded.split('\n')
  const first = lines.find((line) => line.trim()) ?? ''
  if (!/^(?:--|_{10,}) ?$/.test(first) && !isSentFrom(first)) return false
  const quotes = (line: string, at: number): boolean =>
    /^\s{0,3}(?:>|&gt;)/.test(line) ||
    (isDelimiter(lines, at) ?? headerBlockAt(lines, at) ?? attributionAt(lines, at)) !== null
  return !lines.some(quotes)
}
