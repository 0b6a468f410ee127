import type { Access, Cursor, Following, Received, Signal } from '#server/inbox/channels/adapter.ts'
import type { World } from '#platform/ctx.ts'
import { Dovecot, hasDovecot } from './dovecot.ts'
import { Mailbox } from './imap/server.ts'

/** What a suite does with a mail server, whichever it is. */
export type MailPeer = {
  readonly port: number
  readonly user: string
  readonly password: string
  deliver(raw: Uint8Array | string, at?: { folder?: string; date?: Date }): Promise<void>
  raws(folder: string): Promise<string[]>
  renumber(): Promise<void>
  open(): Promise<unknown>
  close(): Promise<void>
  remove(): Promise<void>
}

/** Our own server as others see it. */
export class OwnPeer extends Mailbox implements MailPeer {
  deliver(raw: Uint8Array | string, { folder = 'INBOX', date = new Date() } = {}): Promise<void> {
    this.named(folder).add(raw, { date })
    return Promise.resolve()
  }

  raws(folder: string): Promise<string[]> {
    return Promise.resolve(this.named(folder).letters.map(({ raw }) => raw.toString()))
  }

  async renumber(): Promise<void> {
    await this.close()
    this.inbox.renumber()
    await this.open()
  }

  remove(): Promise<void> {
    return this.close()
  }

  private named(name: string) {
    const folder = this.folders.find((each) => each.name === name)
    if (!folder) throw new Error(`no folder ${name}`)
    return folder
  }
}

/** The servers that suites run against: ours, and a real Dovecot where there is one. */
export const mailPeers: Record<string, (() => Promise<MailPeer>) | null> = {
  own: () => new OwnPeer().open(),
  dovecot: hasDovecot() ? () => new Dovecot().open() : null,
}

export const SECRET = 'a secret of the tests that is long enough'

/** As much of a world as an adapter needs. */
export const mailWorld = (allowed_hosts: readonly string[] = ['127.0.0.1', 'localhost']): World =>
  ({ config: { secret: SECRET, allowed_hosts }, now: () => new Date() }) as unknown as World

export const accessTo = (
  imap: { port: number; user: string; password: string },
  smtp_port = 1,
  settings: object = {},
): Access => ({
  company_id: 'c0000000-0000-4000-8000-000000000001',
  channel_id: 'c0000000-0000-4000-8000-000000000002',
  settings: {
    address: imap.user,
    imap: { host: '127.0.0.1', port: imap.port, tls: 'none' },
    smtp: { host: '127.0.0.1', port: smtp_port, tls: 'none' },
    ...settings,
  },
  secrets: { password: imap.password },
})

/** Follows a mailbox as a node does, but keeps what comes in memory. */
export class Node {
  readonly signals: Signal[] = []
  cursor: Cursor = {}
  batches = 0
  done: Promise<void> = Promise.resolve()
  private stopper = new AbortController()
  private readonly waiting = new Set<() => void>()
  private readonly follow: (following: Following) => Promise<void>
  /** Called before a batch is kept; what it throws is a crash in the middle. */
  before: (signals: readonly Signal[]) => void = () => {}

  constructor(follow: (following: Following) => Promise<void>) {
    this.follow = follow
  }

  start(access: Access, world: World): this {
    this.stopper = new AbortController()
    this.done = this.follow({
      access,
      world,
      cursor: this.cursor,
      signal: this.stopper.signal,
      take: (signals, cursor) => {
        this.before(signals)
        this.batches += 1
        this.signals.push(...signals)
        this.cursor = cursor
        for (const tell of this.waiting) tell()
        return Promise.resolve()
      },
      alive: () => {
        for (const tell of this.waiting) tell()
        return Promise.resolve()
      },
      log: () => {},
    })
    // Whoever waits for it sees its fault.
    this.done.catch(() => {
      for (const tell of this.waiting) tell()
    })
    return this
  }

  get messages(): Received[] {
    return this.signals.filter((signal) => signal.kind === 'message')
  }

  /** Until it holds; ends in the fault where the following does. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds())
      await Promise.race([
        new Promise<void>((resolve) => {
          const tell = () => (this.waiting.delete(tell), resolve())
          this.waiting.add(tell)
        }),
        this.done.then(() => {
          throw new Error('the following ended')
        }),
      ])
  }

  async stop(): Promise<void> {
    this.stopper.abort()
    await this.done.catch(() => {})
  }
}
