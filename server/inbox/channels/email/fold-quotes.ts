import { attributionAt, headerBlockAt, isDelimiter, isSentFrom, type Found } from './quote-marks.ts'

/** A letter's text in two: what its writer says, and what he repeats or signs with. Together they hold every line. */
export type Folded = { shown_text: string; folded_text: string }

const isQuoted = (line: string): boolean => /^\s{0,3}(?:>|&gt;)/.test(line)
const isBlank = (line: string): boolean => !line.trim()

/** A line that only draws: `____`, `====`, Gmail's mark. */
const isDrawn = (line: string): boolean => /^[\s_=*#~+\-—–ᐧ]+$/.test(line) && /[_=*#~+\-—–ᐧ]/.test(line)

/** The lines with a mark for each that is folded. Lines are never changed, so nothing can be lost between the two. */
class Folding {
  readonly lines: string[]
  readonly hidden: boolean[]
  /** Where marked quotations stand, from and to. */
  readonly quotes: [number, number][] = []
  at = 0

  constructor(text: string) {
    this.lines = text.replaceAll(/\r\n?/g, '\n').split('\n')
    this.hidden = this.lines.map(() => false)
  }

  line(at: number): string {
    return this.lines[at] ?? ''
  }

  fold(from: number, to: number): void {
    this.hidden.fill(true, from, to)
  }

  foldQuote(from: number, to: number): void {
    this.fold(from, to)
    this.quotes.push([from, to])
  }

  /** Whether the writer has said anything above. */
  saidBefore(at: number): boolean {
    return this.saidIn(0, at, () => true)
  }

  saidIn(from: number, to: number, counts: (line: string) => boolean): boolean {
    for (let at = from; at < to; at++) {
      const line = this.line(at)
      if (!this.hidden[at] && !isBlank(line) && !isDrawn(line) && counts(line)) return true
    }
    return false
  }

  /** The first line from here that says something. */
  nextSaid(from: number): number {
    let at = from
    while (at < this.lines.length && isBlank(this.line(at))) at++
    return at
  }

  /** The end of the run of quoted lines that begins here; blank lines inside it belong to it. */
  endOfQuote(from: number): number {
    let end = from
    for (let at = from; at < this.lines.length; at++) {
      if (isQuoted(this.line(at)) || this.isTornOff(at)) end = at + 1
      else if (!isBlank(this.line(at))) break
    }
    return end
  }

  /** A quoted line that was broken by a mail program: its end stands alone, in lower case, between quoted lines. */
  isTornOff(at: number): boolean {
    const [before, line] = [this.line(at - 1), this.line(at)]
    return (
      isQuoted(before) &&
      before.length >= 60 &&
      /[\p{L},]$/u.test(before) &&
      /^\p{Ll}/u.test(line) &&
      isQuoted(this.line(at + 1))
    )
  }
}

/**
 * Folds the quoted letter and the signature away.
 *
 * Losing a line of the writer is the worst that can happen, so what may be his stays: text below and between quotes,
 * all of a letter that has nothing of its own above what looks like a quotation, code.
 */
export function foldQuotes(text: string): Folded {
  const folding = new Folding(text)
  while (folding.at < folding.lines.length) folding.at = step(folding)
  keepAnswered(folding)
  trimDrawn(folding)
  if (!folding.saidBefore(folding.lines.length) && !folding.hidden.includes(true)) folding.hidden.fill(false)
  const part = (hidden: boolean): string =>
    folding.lines
      .filter((_, at) => folding.hidden[at] === hidden)
      .join('\n')
      .replace(/^(?:[^\S\n]*\n)+/, '')
      .trimEnd()
  return { shown_text: part(false), folded_text: part(true) }
}

/** Looks at one line and says where to go on. */
function step(folding: Folding): number {
  const { at, lines } = folding
  const line = folding.line(at)
  if (isBlank(line)) return at + 1
  if (line.trim().startsWith('```')) return endOfCode(lines, at)
  if (isQuoted(line)) return foldQuoted(folding, at)
  const found = isDelimiter(lines, at) ?? headerBlockAt(lines, at) ?? attributionAt(lines, at)
  if (found) return foldBelow(folding, at, found)
  if (isSentFrom(line) && (isBlank(folding.line(at - 1)) || isBlank(folding.line(at + 1)))) {
    folding.fold(at, at + 1)
    return at + 1
  }
  const ends = /^-- ?$/.test(line) || (/^_{10,}$/.test(line) && folding.hidden[at - 1] === true)
  return ends ? foldSignature(folding, at) : at + 1
}

function endOfCode(lines: string[], from: number): number {
  const end = lines.findIndex((line, at) => at > from && line.trim().startsWith('```'))
  return end < 0 ? from + 1 : end + 1
}

/** Quoted lines are folded; those above everything else, with nobody named, are what the writer begins with. */
function foldQuoted(folding: Folding, at: number): number {
  const end = folding.endOfQuote(at)
  const bare = folding.lines.slice(at, end).map((line) => line.replace(/^\s*(?:>|&gt;) ?/, ''))
  const first = bare.findIndex((line) => !isBlank(line))
  const named = first >= 0 && (isDelimiter(bare, first) ?? headerBlockAt(bare, first) ?? attributionAt(bare, first))
  if (named || folding.saidBefore(at) || folding.hidden.includes(true)) folding.foldQuote(at, end)
  return end
}

/**
 * Below the line that names the quoted letter: quoted lines as far as they go, or, where the lines carry no mark, all of
 * the rest. With nothing said above, the unmarked rest is what the letter is about: a forwarded letter, an answer below.
 */
function foldBelow(folding: Folding, at: number, { lines: length, sure }: Found): number {
  const below = folding.nextSaid(at + length)
  if (below < folding.lines.length && isQuoted(folding.line(below))) {
    const end = folding.endOfQuote(below)
    folding.fold(at, below)
    folding.foldQuote(below, end)
    return end
  }
  if (!sure && below < folding.lines.length) return at + length
  const end = folding.saidBefore(at) ? folding.lines.length : at + length
  folding.fold(at, end)
  return end
}

const LONGEST_SIGNATURE = 15

/** `-- ` begins a signature (RFC 3676); `--` without its space too, unless more follows than anyone signs with. */
function foldSignature(folding: Folding, at: number): number {
  const { lines } = folding
  let end = at + 1
  while (end < lines.length && !isQuoted(folding.line(end)) && !beginsQuote(lines, end)) end++
  const said = lines.slice(at + 1, end).filter((line) => !isBlank(line)).length
  if (folding.line(at) !== '-- ' && (said > LONGEST_SIGNATURE || isParting(lines, at))) return at + 1
  folding.fold(at, end)
  return end
}

/**
 * What is quoted between the writer's own lines is what he answers to point by point: without it they say nothing.
 * The end of a broken line, in lower case, is no answer.
 */
function keepAnswered(folding: Folding): void {
  for (const [from, to] of folding.quotes.toReversed()) {
    const after = folding.saidIn(to, folding.lines.length, (line) => !/^\p{Ll}|^\s*>/u.test(line))
    if (after && folding.saidBefore(from)) folding.hidden.fill(false, from, to)
  }
}

/** Dashes that stand more than once part what is listed. */
const isParting = (lines: string[], at: number): boolean =>
  lines.some((line, other) => other !== at && line === lines[at])

const beginsQuote = (lines: string[], at: number): boolean =>
  (isDelimiter(lines, at) ?? headerBlockAt(lines, at) ?? attributionAt(lines, at)) !== null

/** Lines that only draw belong to what is folded below them, or to nothing. */
function trimDrawn(folding: Folding): void {
  const { lines, hidden } = folding
  for (let at = lines.length - 1; at >= 0; at--) {
    const below = hidden[at + 1] ?? true
    if (below && (isBlank(lines[at] ?? '') || isDrawn(lines[at] ?? ''))) hidden[at] = true
  }
}
