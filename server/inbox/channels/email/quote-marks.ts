import { BEGIN, DAY, FROM, MONTH, ON, ORIGINAL, OTHER, SENT, SENT_FROM, WROTE } from './quote-words.ts'

/** What mail programs write above the letter that is answered or forwarded, in the languages of their users. */

/** How many lines the mark takes; `sure` when it can be nothing else, though no quoted lines follow it. */
export type Found = { lines: number; sure: boolean }

const DATE = new RegExp(
  `\\d{4}\\s?[-./年]\\s?\\d{1,2}|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|\\d{1,2}\\.?\\s(?:de\\s)?\\p{L}{3,}|(?:^|[^\\p{L}])(?:${MONTH})\\p{L}*\\.?\\s\\d{1,2}`,
  'iu',
)
const TIME = /(?<![\d.])\d{1,2}[:.]\d{2}(?!\.?\d)/
const EMAIL = /[^\s<>"'(]+@[^\s<>"')]+/
const WROTE_WORD = new RegExp(`(?:^|[^\\p{L}])(?:${WROTE})(?:[^\\p{L}]|$)`, 'iu')
const WROTE_END = new RegExp(`(?:^|[^\\p{L}])(?:${WROTE})\\s*-*\\s*[:：]?\\s*$`, 'iu')

const BEGINS = new RegExp(
  `^(?:-{2,}\\s*)?(?:(?:${ON})[\\s\\d]|(?:${DAY})\\p{L}*[.,]?\\s|\\d|["«“]?\\p{L}.*[<(&])`,
  'iu',
)

/** Above 400 signs it is no line of a mail program any more. */
const LONGEST = 400

/** Whether these words, the lines of the mark put together, name who wrote what is quoted below. */
function names(text: string, quoted: boolean): Found | null {
  if (text.length > LONGEST) return null
  if (isSurelyNaming(text)) return { lines: 1, sure: true }
  return quoted && mayName(text) ? { lines: 1, sure: false } : null
}

const ENDS_WITH_ADDRESS = /<[^<>\s]*\s?\S+@[^<>]+>\s*[:：]\s*$/
const COLON = /[:：]\s*$/

/** An address with a date, or with «wrote»; a date and a time with «wrote» at the end: no sentence is like that. */
function isSurelyNaming(text: string): boolean {
  if (/^\d{4}-\d{2}-\d{2} \d{1,2}:\d{2} GMT[+-]\d{2}:\d{2} \S/.test(text)) return true
  const wrote = WROTE_WORD.test(text)
  const email = EMAIL.test(text)
  if (!COLON.test(text)) return email && DATE.test(text) && WROTE_END.test(text)
  if (wrote && /<\S+@\S+>/.test(text)) return true
  if (!DATE.test(text)) return false
  if (!email) return TIME.test(text) && WROTE_END.test(text)
  return wrote || (TIME.test(text) && ENDS_WITH_ADDRESS.test(text))
}

/** Right above quoted lines less is enough. */
const mayName = (text: string): boolean =>
  COLON.test(text) && (WROTE_END.test(text) || EMAIL.test(text) || (DATE.test(text) && TIME.test(text)))

/** The line that names the writer of what is quoted below, though it be broken over some lines. */
export function attributionAt(lines: readonly string[], at: number): Found | null {
  const first = lines[at] ?? ''
  if (first.length > LONGEST) return null
  const begins =
    BEGINS.test(first.trim()) ||
    EMAIL.test(first) ||
    WROTE_END.test(first) ||
    (/[:：]\s*$/.test(first) && isQuotedNext(lines, at + 1))
  if (!begins) return null
  for (let count = 1; count <= 4; count++) {
    const part = lines.slice(at, at + count).map((line) => line.slice(0, LONGEST + 1))
    if (part.some((line) => !line.trim()) || part.length < count) return null
    if (count > 1 && isQuoteOf(part)) return null
    const found = names(joined(part), isQuotedNext(lines, at + count))
    if (found && !laterBegins(part, lines, at + count)) return { ...found, lines: count }
  }
  return null
}

/** A quoted line ends the mark, unless it is the rest of an address that was broken before its `>`. */
function isQuoteOf(part: readonly string[]): boolean {
  const last = part.at(-1) ?? ''
  const open = /<[^>]*$/.test(joined(part.slice(0, -1)))
  return /^\s*>/.test(last) && !(open && /^\s*>\s*(?:\S+\s*)?[:：]\s*$/.test(last))
}

/** In one line, without the invisible signs that turn the writing round. */
const joined = (part: readonly string[]): string =>
  part.map((line) => line.replaceAll(/[\u200e\u200f\u202a-\u202e]/g, '').trim()).join(' ')

function isQuotedNext(lines: readonly string[], from: number): boolean {
  const next = lines.slice(from, from + 3).find((line) => line.trim())
  return next !== undefined && /^\s{0,3}(?:>|&gt;)/.test(next)
}

/** The mark is as short as it can be: a line of the writer right above it is no part of it. */
function laterBegins(part: readonly string[], lines: readonly string[], end: number): boolean {
  const quoted = isQuotedNext(lines, end)
  return part.some(
    (line, at) => at > 0 && BEGINS.test(line.trim()) && names(joined(part.slice(at)), quoted)?.sure === true,
  )
}

const DASHED = new RegExp(`^\\s*\\*?[-–—_=*]{2,}\\s*(?:${ORIGINAL})\\s*[-–—_=*]*\\s*:?\\s*$`, 'iu')
const BEGINS_FORWARD = new RegExp(`^\\s*(?:${BEGIN})\\s*:\\s*$`, 'iu')

export function isDelimiter(lines: readonly string[], at: number): Found | null {
  const line = lines[at] ?? ''
  if (line.length > LONGEST) return null
  if (!DASHED.test(line) && !BEGINS_FORWARD.test(line)) return null
  let count = 1
  while (!(lines[at + count] ?? 'x').trim()) count++
  const head = headerBlockAt(lines, at + count, true)
  return { lines: head ? count + head.lines : 1, sure: true }
}

const head = (names: string): RegExp => new RegExp(`^[\\s>]*\\*?(?:${names})\\s?\\*?\\s?[:：]`, 'iu')
const [IS_FROM, IS_SENT, IS_OTHER] = [head(FROM), head(SENT), head(OTHER)]

/** The head of the quoted letter as Outlook puts it: who, when, to whom, about what, one under another. */
export function headerBlockAt(lines: readonly string[], at: number, below_mark = false): Found | null {
  const first = lines[at] ?? ''
  if (first.length > LONGEST) return null
  if (!IS_FROM.test(first) && !IS_SENT.test(first) && !(below_mark && IS_OTHER.test(first))) return null
  const after = lines.slice(at, at + 12).map((line) => line.slice(0, LONGEST))
  const end = after.findIndex((line) => !line.trim())
  const part = end < 0 ? after : after.slice(0, end)
  const block = part.slice(
    0,
    part.findLastIndex((line) => [IS_FROM, IS_SENT, IS_OTHER].some((each) => each.test(line))) + 1,
  )
  const count = (pattern: RegExp): number => block.filter((line) => pattern.test(line)).length
  const [from, sent, other] = [count(IS_FROM), count(IS_SENT), count(IS_OTHER)]
  const all = block.join(' ')
  // Papers of people have heads too («От: … Кому: … Дата: …»): those of letters know the minute, or an address.
  const full = from > 0 && other > 0 && (EMAIL.test(all) ? sent > 0 || other > 1 : sent > 0 && TIME.test(all))
  return full ? { lines: block.length, sure: true } : null
}

const ADDED = new RegExp(`^\\s*(?:${SENT_FROM})`, 'iu')

/** What a telephone adds by itself. A sentence that begins alike is longer, or ends as sentences do. */
export const isSentFrom = (line: string): boolean => line.length <= 110 && ADDED.test(line) && !/[!?:]\s*$/.test(line)
