import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { callbackify } from 'node:util'
import { SMTPServer } from 'smtp-server'

export type Posted = { from: string; to: string[]; raw: string }

/** A mail server that lets one user in and takes his letters, or says no as it is told to. */
export class PostOffice {
  readonly letters: Posted[] = []
  /** Answers to RCPT TO by address, and to the end of DATA: `[550, '5.1.1 no such user']`. */
  readonly recipients = new Map<string, [number, string]>()
  refusal: [number, string] | null = null
  user = 'info@firma.example'
  password = 'secret'
  token: string | null = null
  port = 0
  private server: SMTPServer | null = null
  private readonly waiting = new Set<() => void>()

  async open({ secure = false } = {}): Promise<this> {
    const server = new SMTPServer({
      secure,
      authMethods: ['PLAIN', 'LOGIN', 'XOAUTH2'],
      allowInsecureAuth: true,
      disabledCommands: ['STARTTLS'],
      onAuth: ({ username, password, accessToken }, _, done) => {
        const right = accessToken === undefined ? password === this.password : accessToken === this.token
        if (username === this.user && right) return done(null, { user: username })
        done(
          Object.assign(new Error('5.7.8 Error: authentication failed: Invalid user or password'), {
            responseCode: 535,
          }),
        )
      },
      onRcptTo: ({ address }, _, done) => done(refused(this.recipients.get(address))),
      onData: (stream, { envelope }, done) => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : ''
        const keep = async (): Promise<void> => {
          const raw = await text(stream)
          const no = refused(this.refusal)
          if (no) throw no
          this.letters.push({ from, to: envelope.rcptTo.map(({ address }) => address), raw })
        }
        callbackify(keep)((fault) => {
          done(fault)
          for (const tell of this.waiting) tell()
        })
      },
    })
    server.on('error', () => {})
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve))
    this.port = (server.server.address() as AddressInfo).port
    this.server = server
    return this
  }

  /** The letters once there are so many. */
  async posted(count: number): Promise<Posted[]> {
    while (this.letters.length < count)
      await new Promise<void>((resolve) => {
        const tell = () => (this.waiting.delete(tell), resolve())
        this.waiting.add(tell)
      })
    return this.letters
  }

  async close(): Promise<void> {
    const { server } = this
    this.server = null
    if (server) await new Promise<void>((resolve) => server.close(resolve))
  }
}

const refused = (answer: [number, string] | null | undefined): Error | null =>
  answer ? Object.assign(new Error(answer[1]), { responseCode: answer[0] }) : null
