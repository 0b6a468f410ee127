import { isIP } from 'node:net'
import { callbackify } from 'node:util'
import nodemailer from 'nodemailer'
import type SMTPTransport from 'nodemailer/lib/smtp-transport'
import type { World } from '#platform/ctx.ts'
import { connectOutside } from '#platform/outside/hosts.ts'
import { type Access, ChannelFault } from '../adapter.ts'
import { insistServer } from './imap.ts'
import { settingsOf } from './settings.ts'
import { loginOf } from './tokens.ts'

/** What nodemailer's types leave out: a socket of one's own, which is judged when it is connected. */
type GetSocket = {
  getSocket(
    options: unknown,
    done: (error: NodeJS.ErrnoException | null, socket: { connection: unknown }) => void,
  ): void
}

/** The way out of a mailbox; to be closed by whoever opened it. */
export async function openSmtp(access: Access, world: World) {
  const { smtp } = settingsOf(access)
  if (!smtp) throw new ChannelFault('channel.servers_unknown')
  insistServer(world, smtp)
  const login = await loginOf(access, world)
  const { host, port, tls } = smtp
  const connected = async () => ({ connection: await connectOutside(world.config, { host, port }) })
  const options: SMTPTransport.Options & GetSocket = {
    host,
    port,
    secure: tls === 'tls',
    requireTLS: tls === 'starttls',
    ignoreTLS: tls === 'none',
    tls: isIP(host) ? {} : { servername: host },
    auth: 'pass' in login ? login : { type: 'OAuth2', ...login },
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 120_000,
    disableFileAccess: true,
    disableUrlAccess: true,
    getSocket: (_, done) => callbackify(connected)(done),
  }
  return nodemailer.createTransport(options)
}
