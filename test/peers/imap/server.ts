import { once } from 'node:events'
import { type AddressInfo, type Server, type Socket, createServer } from 'node:net'
import { type TlsOptions, createServer as createSecureServer } from 'node:tls'
import { Folder } from './folders.ts'
import { Session } from './session.ts'

type Settings = { user?: string; password?: string; token?: string | null; tls?: TlsOptions; capabilities?: string[] }

const OFFERED = 'IMAP4rev1 LITERAL+ SASL-IR UIDPLUS IDLE SPECIAL-USE ID AUTH=PLAIN AUTH=XOAUTH2'.split(' ')

/**
 * A mail server that keeps one mailbox and speaks the part of IMAP (RFC 3501) that a client of ours may use, strictly:
 * what does not fit the grammar, or the state, is answered by BAD and noted in `faults`.
 */
export class Mailbox {
  readonly inbox = new Folder('INBOX')
  readonly junk = new Folder('Spam', '\\Junk')
  readonly sent = new Folder('Sent', '\\Sent')
  readonly folders = [this.inbox, this.junk, this.sent, new Folder('Archive')]
  user: string
  password: string
  token: string | null
  capabilities: string[]
  /** What a client did that the protocol does not allow. */
  readonly faults: string[] = []
  /** Names of the commands, in their order. */
  readonly asked: string[] = []
  /** What every sign-in is refused with. */
  login_fault: string | null = null
  /** UIDs whose bodies the server fails to read. */
  readonly unreadable = new Set<number>()
  /** After how many letters the line breaks; null: never. */
  breaks_after: number | null = null
  port = 0
  private server: Server | null = null
  private readonly sockets = new Set<Socket>()
  private readonly tls: TlsOptions | undefined

  constructor({ user = 'info@firma.example', password = 'secret', token = null, tls, capabilities }: Settings = {}) {
    this.user = user
    this.password = password
    this.token = token
    this.capabilities = capabilities ?? OFFERED
    this.tls = tls
  }

  async open(): Promise<this> {
    const meet = (socket: Socket): void => {
      this.sockets.add(socket)
      socket.once('close', () => this.sockets.delete(socket))
      new Session(socket, this)
    }
    this.server = this.tls ? createSecureServer(this.tls, meet) : createServer(meet)
    this.server.listen(this.port, '127.0.0.1')
    await once(this.server, 'listening')
    this.port = (this.server.address() as AddressInfo).port
    return this
  }

  /** How many are connected now. */
  get lines(): number {
    return this.sockets.size
  }

  /** Gone, with everybody who was connected. */
  async close(): Promise<void> {
    const { server } = this
    this.server = null
    for (const socket of this.sockets) socket.destroy()
    if (server) await new Promise((resolve) => server.close(resolve))
  }

  letterGiven(socket: Socket): void {
    if (this.breaks_after === null) return
    this.breaks_after -= 1
    if (this.breaks_after >= 0) return
    this.breaks_after = null
    socket.destroy()
  }
}
