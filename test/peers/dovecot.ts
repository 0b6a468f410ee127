import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ImapFlow } from 'imapflow'

const BINARY = '/usr/sbin/dovecot'

/** Whether a real Dovecot can be run here: it must be there, and it wants to be started by root. */
export const hasDovecot = (): boolean => existsSync(BINARY) && process.getuid?.() === 0

/** A Dovecot of one's own on a port of its own, with one mailbox; whoever does not have it tests without. */
export class Dovecot {
  readonly user: string
  readonly password: string
  port = 0
  private readonly home = mkdtempSync('/tmp/naryad-dovecot-')
  private running: ChildProcess | null = null
  private client: ImapFlow | null = null

  constructor({ user = 'info@firma.example', password = 'secret' } = {}) {
    this.user = user
    this.password = password
  }

  async open(): Promise<this> {
    this.port ||= await freePort()
    const mail = join(this.home, 'mail')
    mkdirSync(mail, { recursive: true })
    execFileSync('chown', ['-R', 'mail:mail', mail])
    execFileSync('chmod', ['755', this.home])
    const conf = join(this.home, 'dovecot.conf')
    writeFileSync(conf, configOf(this.home, { port: this.port, password: this.password }))
    this.running = spawn(BINARY, ['-F', '-c', conf], { stdio: 'ignore' })
    for (let tries = 0; !(await isOpen(this.port)); tries++) {
      if (tries > 100) throw new Error(`dovecot does not answer; see ${this.home}/log`)
      await sleep(50)
    }
    return this
  }

  async deliver(raw: Uint8Array | string, { folder = 'INBOX', date = new Date() } = {}): Promise<void> {
    this.client ??= await this.enter()
    await this.client.append(folder, Buffer.from(raw), [], date)
  }

  async raws(folder: string): Promise<string[]> {
    this.client ??= await this.enter()
    await this.client.mailboxOpen(folder, { readOnly: true })
    const all = await this.client.fetchAll('1:*', { source: true, flags: true })
    return all.map(({ source }) => String(source))
  }

  /** As after a restored backup: what it knew of UIDs is gone. */
  async renumber(): Promise<void> {
    await this.close()
    const maildir = join(this.home, 'mail', 'Maildir')
    for (const name of readdirSync(maildir))
      if (name.startsWith('dovecot')) rmSync(join(maildir, name), { recursive: true })
    // Its new UIDVALIDITY is the second of its making.
    await sleep(1100)
    await this.open()
  }

  async close(): Promise<void> {
    this.client?.close()
    this.client = null
    if (!this.running) return
    const over = once(this.running, 'exit')
    this.running.kill('SIGTERM')
    this.running = null
    await over
  }

  async remove(): Promise<void> {
    await this.close()
    rmSync(this.home, { recursive: true, force: true })
  }

  private async enter(): Promise<ImapFlow> {
    const { port, user, password } = this
    const client = new ImapFlow({
      host: '127.0.0.1',
      port,
      secure: false,
      doSTARTTLS: false,
      auth: { user, pass: password },
      logger: false,
    })
    client.on('error', () => {})
    await client.connect()
    return client
  }
}

const configOf = (home: string, { port, password }: { port: number; password: string }): string => `
base_dir = ${home}/run
state_dir = ${home}/state
log_path = ${home}/log
protocols = imap
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain
listen = 127.0.0.1
mail_location = maildir:${home}/mail/Maildir
first_valid_uid = 1
mail_max_userip_connections = 50
passdb {
  driver = static
  args = password=${password}
}
userdb {
  driver = static
  args = uid=mail gid=mail home=${home}/mail
}
namespace inbox {
  inbox = yes
  mailbox Spam {
    auto = create
    special_use = \\Junk
  }
  mailbox Sent {
    auto = create
    special_use = \\Sent
  }
}
service imap-login {
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
`

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

const isOpen = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => (socket.destroy(), resolve(true)))
    socket.once('error', () => resolve(false))
  })
