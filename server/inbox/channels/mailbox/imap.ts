import type { ImapFlow } from 'imapflow'
import type { MailServer } from '#contract/inbox/mail-providers.ts'
import type { World } from '#platform/ctx.ts'
import { insistOutside, outsideLookup } from '#platform/outside/hosts.ts'
import { type Access, ChannelFault } from '../adapter.ts'
import { faultOf } from './faults.ts'
import { settingsOf } from './settings.ts'
import { forgetToken, loginOf } from './tokens.ts'

/** The largest letter that is taken whole, in bytes; of a larger one so much. */
export const LARGEST = 50_000_000

/** How long a server may take to answer at all, and to say anything in the middle of an answer, in milliseconds. */
const GREETING = 20_000
const SILENCE = 3 * 60_000

/** A mailbox, signed in. What is thrown is a ChannelFault. */
export async function openImap(access: Access, world: World): Promise<ImapFlow> {
  const { imap } = settingsOf(access)
  if (!imap) throw new ChannelFault('channel.servers_unknown')
  try {
    insistServer(world, imap)
    // Loaded with the first mailbox: a company without one does without its megabytes.
    const { ImapFlow: Client } = await import('imapflow')
    const client = new Client({
      host: imap.host,
      port: imap.port,
      secure: imap.tls === 'tls',
      doSTARTTLS: imap.tls === 'starttls',
      auth: await loginOf(access, world),
      tls: { lookup: outsideLookup(world.config) },
      logger: false,
      clientInfo: { name: 'Naryad' },
      disableAutoIdle: true,
      disableCompression: true,
      connectionTimeout: GREETING,
      greetingTimeout: GREETING,
      socketTimeout: SILENCE,
      maxLiteralSize: LARGEST + 1_000_000,
      maxResponseSize: LARGEST * 2,
    })
    // What breaks later is thrown by the command that waits, or seen by who listens for the end.
    client.on('error', () => {})
    await client.connect().catch((error: unknown) => {
      client.close()
      throw error
    })
    return client
  } catch (error) {
    const fault = faultOf(error, world.now())
    if (fault.code === 'channel.password_wrong') forgetToken(access)
    throw fault
  }
}

/** Passwords never cross the open internet in the clear. */
export function insistServer({ config }: World, { host, tls }: MailServer): void {
  insistOutside(config, host)
  if (tls === 'none' && !config.allowed_hosts.includes(host.toLowerCase()))
    throw new ChannelFault('channel.tls_needed', host)
}
