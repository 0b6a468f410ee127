import { type Word, BadCommand, atomOf, inSet, listOf, textOf } from './commands.ts'
import { type Stored, internalDate, readDate } from './folders.ts'

/** What one FETCH asks of each letter. */
export type Fetch = { items: string[]; peeks: boolean }

const PLAIN = new Set(['UID', 'FLAGS', 'INTERNALDATE', 'RFC822.SIZE'])
const BODY = /^BODY(\.PEEK)?\[(|HEADER|TEXT)\](?:<(\d+)\.(\d+)>)?$/

export function readFetch(words: Word[], by_uid: boolean): Fetch {
  const [first] = words
  if (words.length !== 1 || !first) throw new BadCommand('FETCH asks for one thing or a list')
  const asked = ('list' in first ? listOf(first) : [first]).map((word) => atomOf(word).toUpperCase())
  for (const item of asked) if (!PLAIN.has(item) && !BODY.test(item)) throw new BadCommand(`${item} is not known here`)
  const items = by_uid && !asked.includes('UID') ? ['UID', ...asked] : asked
  return { items, peeks: !asked.some((item) => BODY.exec(item)?.[1] === undefined && item.startsWith('BODY[')) }
}

/** The answer about one letter, in parts so that bodies go out as bytes. */
export function fetched(letter: Stored, sequence: number, { items }: Fetch): Buffer {
  const parts: Buffer[] = [Buffer.from(`* ${sequence} FETCH (`)]
  for (const [at, item] of items.entries()) {
    if (at > 0) parts.push(Buffer.from(' '))
    parts.push(...valueOf(letter, item))
  }
  return Buffer.concat([...parts, Buffer.from(')\r\n')])
}

function valueOf({ uid, raw, flags, date }: Stored, item: string): Buffer[] {
  if (item === 'UID') return [Buffer.from(`UID ${uid}`)]
  if (item === 'FLAGS') return [Buffer.from(`FLAGS (${[...flags].join(' ')})`)]
  if (item === 'INTERNALDATE') return [Buffer.from(`INTERNALDATE "${internalDate(date)}"`)]
  if (item === 'RFC822.SIZE') return [Buffer.from(`RFC822.SIZE ${raw.length}`)]
  const [, , section = '', from, count] = BODY.exec(item) ?? []
  const end = raw.indexOf('\r\n\r\n')
  const head = end < 0 ? raw : raw.subarray(0, end + 4)
  const whole = section === 'HEADER' ? head : section === 'TEXT' ? raw.subarray(head.length) : raw
  const bytes = from === undefined ? whole : whole.subarray(Number(from), Number(from) + Number(count))
  return [Buffer.from(`BODY[${section}]${from === undefined ? '' : `<${from}>`} {${bytes.length}}\r\n`), bytes]
}

const day = (at: Date): number => Math.floor(at.getTime() / 86_400_000)

/** Letters that fit every key of a SEARCH. */
export function found(letters: readonly Stored[], words: Word[]): Stored[] {
  let rest = [...letters]
  const left = [...words]
  if (left.length === 0) throw new BadCommand('SEARCH for what?')
  while (left.length > 0) {
    const key = atomOf(left.shift()).toUpperCase()
    if (key === 'CHARSET') {
      if (!/^(?:utf-8|us-ascii)$/i.test(textOf(left.shift()))) throw new BadCommand('that charset is not known')
    } else if (key === 'UID') {
      const among = new Set(
        inSet(
          atomOf(left.shift()),
          letters.map(({ uid }) => uid),
        ),
      )
      rest = rest.filter(({ uid }) => among.has(uid))
    } else if (key === 'SINCE') {
      const since = readDate(textOf(left.shift()))
      if (!since) throw new BadCommand('SINCE which day?')
      rest = rest.filter(({ date }) => day(date) >= day(since))
    } else if (key === 'HEADER') {
      const [name, value] = [textOf(left.shift()), textOf(left.shift()).toLowerCase()]
      const field = new RegExp(`^${name}:(.*(?:\r\n[ \t].*)*)`, 'im')
      const headOf = (raw: Buffer): string => raw.toString('latin1').split('\r\n\r\n')[0] ?? ''
      rest = rest.filter(({ raw }) => field.exec(headOf(raw))?.[1]?.toLowerCase().includes(value))
    } else if (key === 'UNSEEN') rest = rest.filter(({ flags }) => !flags.has('\\Seen'))
    else if (key !== 'ALL') throw new BadCommand(`SEARCH ${key} is not known here`)
  }
  return rest
}
