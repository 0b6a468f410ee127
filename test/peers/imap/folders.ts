/** A letter as it lies in a mailbox. */
export type Stored = { uid: number; raw: Buffer; flags: Set<string>; date: Date }

/** A folder of a mailbox: letters by their UIDs, which only grow as long as `validity` stays. */
export class Folder {
  validity = 1
  next = 1
  letters: Stored[] = []
  readonly name: string
  readonly use: string | null
  private readonly watchers = new Set<() => void>()

  constructor(name: string, use: string | null = null) {
    this.name = name
    this.use = use
  }

  add(raw: Uint8Array | string, { date = new Date(), flags = [] }: { date?: Date; flags?: string[] } = {}): number {
    const uid = this.next++
    this.letters.push({ uid, raw: Buffer.from(raw), flags: new Set(flags), date })
    for (const tell of this.watchers) tell()
    return uid
  }

  /** As after a restored backup: the same letters under other UIDs. */
  renumber(): void {
    this.validity += 1
    this.next = 1
    for (const letter of this.letters) letter.uid = this.next++
  }

  watch(tell: () => void): () => void {
    this.watchers.add(tell)
    return () => this.watchers.delete(tell)
  }
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const two = (n: number): string => String(n).padStart(2, '0')

export const internalDate = (at: Date): string =>
  `${String(at.getUTCDate()).padStart(2, ' ')}-${MONTHS[at.getUTCMonth()]}-${at.getUTCFullYear()} ` +
  `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())} +0000`

/** A day of a search, or the moment of an APPEND. */
export function readDate(text: string): Date | null {
  const parts = /^\s?(\d{1,2})-(\w{3})-(\d{4})(?: (\d\d:\d\d:\d\d) ([+-]\d{4}))?$/.exec(text)
  if (!parts) return null
  const [, day, month, year, time = '00:00:00', zone = '+0000'] = parts
  const at = Date.parse(`${day} ${month} ${year} ${time} ${zone}`)
  return Number.isNaN(at) ? null : new Date(at)
}
