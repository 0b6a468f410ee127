/** A word of a command: an atom as it stands, a string, or a list in parentheses. */
export type Word = { atom: string } | { string: Buffer } | { list: Word[] }
export type Command = { tag: string; name: string; words: Word[] }

/** What a client sent that RFC 3501 does not allow. */
export class BadCommand extends Error {
  readonly tag: string
  constructor(words: string, tag = '*') {
    super(words)
    this.tag = tag
  }
}

/**
 * Makes commands of bytes: lines end in CRLF, literals are announced and asked for. `ask` sends the «+» that a client
 * waits for; what it sends without waiting must be announced as `{n+}`.
 */
export class CommandReader {
  private rest: Buffer = Buffer.alloc(0)
  private segments: (string | Buffer)[] = []
  private literal: number | null = null
  private readonly ask: () => void

  constructor(ask: () => void) {
    this.ask = ask
  }

  /** The commands, or bare lines, that are whole now. */
  *take(bytes: Buffer): Generator<(string | Buffer)[]> {
    this.rest = Buffer.concat([this.rest, bytes])
    for (;;) {
      if (this.literal !== null) {
        if (this.rest.length < this.literal) return
        this.segments.push(this.rest.subarray(0, this.literal))
        this.rest = this.rest.subarray(this.literal)
        this.literal = null
      }
      const end = this.rest.indexOf('\r\n')
      if (end < 0) {
        if (this.rest.length > 64_000) throw new BadCommand('line too long')
        return
      }
      const line = this.rest.subarray(0, end).toString('utf8')
      if (/[\r\n\0]/.test(line)) throw new BadCommand('bare CR, LF or NUL')
      this.rest = this.rest.subarray(end + 2)
      this.segments.push(line)
      const announced = /\{(\d+)(\+?)\}$/.exec(line)
      if (announced) {
        this.literal = Number(announced[1])
        if (!announced[2]) this.ask()
        continue
      }
      const whole = this.segments
      this.segments = []
      yield whole
    }
  }
}

/** Reads a command as RFC 3501 writes it: tag, one space, name, one space between words. */
export function parseCommand(segments: (string | Buffer)[]): Command {
  const [head = ''] = segments
  const begun = /^([^\s(){%*"\\+]+) ([A-Za-z]+)(?= |$)/.exec(head.toString())
  if (!begun) throw new BadCommand('no tag and name')
  const [, tag = '', name = ''] = begun
  const reader = new Words([head.toString().slice(begun[0].length), ...segments.slice(1)], tag)
  return { tag, name: name.toUpperCase(), words: reader.all() }
}

class Words {
  private at = 0
  private readonly segments: (string | Buffer)[]
  private readonly tag: string
  private line: string

  constructor(segments: (string | Buffer)[], tag: string) {
    this.segments = segments.slice(1)
    this.line = String(segments[0])
    this.tag = tag
  }

  all(): Word[] {
    const words: Word[] = []
    while (this.at < this.line.length) {
      this.expect(' ')
      words.push(this.word())
    }
    return words
  }

  private expect(sign: string): void {
    if (this.line[this.at] !== sign) throw new BadCommand(`«${sign}» expected at ${this.line.slice(this.at)}`, this.tag)
    this.at++
  }

  private word(): Word {
    const rest = this.line.slice(this.at)
    if (rest.startsWith('(')) return this.list()
    const quoted = /^"((?:[^"\\\r\n]|\\["\\])*)"/.exec(rest)
    if (quoted) {
      this.at += quoted[0].length
      return { string: Buffer.from((quoted[1] ?? '').replaceAll(/\\(.)/g, '$1')) }
    }
    if (/^\{\d+\+?\}$/.test(rest)) {
      const [bytes, line] = this.segments.splice(0, 2)
      if (!Buffer.isBuffer(bytes) || typeof line !== 'string') throw new BadCommand('literal without bytes', this.tag)
      this.line = line
      this.at = 0
      return { string: bytes }
    }
    const atom = /^(?:\\?[^\s(){"\\[\]]+(?:\[[^\]]*\](?:<\d+\.\d+>)?)?|\\\*)/.exec(rest)
    if (!atom) throw new BadCommand(`no word at ${rest}`, this.tag)
    this.at += atom[0].length
    return { atom: atom[0] }
  }

  private list(): Word {
    this.expect('(')
    const words: Word[] = []
    while (this.line[this.at] !== ')') {
      if (words.length > 0) this.expect(' ')
      words.push(this.word())
    }
    this.expect(')')
    return { list: words }
  }
}

export const atomOf = (word: Word | undefined): string => {
  if (!word || !('atom' in word)) throw new BadCommand('an atom expected')
  return word.atom
}

export const textOf = (word: Word | undefined): string => {
  if (word && 'string' in word) return word.string.toString('utf8')
  return atomOf(word)
}

export const listOf = (word: Word | undefined): Word[] => {
  if (!word || !('list' in word)) throw new BadCommand('a list expected')
  return word.list
}

/** Which of the given ascending numbers a sequence set names; `*` is the last of them. */
export function inSet(set: string, numbers: readonly number[]): number[] {
  if (!/^(?:(?:\d+|\*)(?::(?:\d+|\*))?)(?:,(?:\d+|\*)(?::(?:\d+|\*))?)*$/.test(set) || /(?:^|[:,])0/.test(set))
    throw new BadCommand(`no sequence set: ${set}`)
  const last = numbers.at(-1) ?? 0
  const value = (each: string): number => (each === '*' ? last : Number(each))
  const ranges = set.split(',').map((range) => {
    const [from = '', to = from] = range.split(':')
    return [Math.min(value(from), value(to)), Math.max(value(from), value(to))] as const
  })
  return numbers.filter((each) => ranges.some(([from, to]) => each >= from && each <= to))
}
