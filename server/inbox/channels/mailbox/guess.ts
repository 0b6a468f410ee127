import { resolveMx } from 'node:dns/promises'
import { connect } from 'node:tls'
import { type MailServer, providerOfAddress, providerOfHosts } from '#contract/inbox/mail-providers.ts'
import type { World } from '#platform/ctx.ts'
import { connectOutside } from '#platform/outside/hosts.ts'

/** How long one door is knocked at, in milliseconds: somebody waits for all of them. */
const KNOCK = 5000

/** `provider`: the id of a known one. */
export type Servers = { imap: MailServer; smtp: MailServer; plus: boolean; provider: string | null }

/** The servers of an address: of a known provider, also behind a company's own domain; else those that answer. */
export async function guessServers(address: string, world: World): Promise<Servers | null> {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase()
  const known = providerOfAddress(address) ?? providerOfHosts(await takers(domain))
  if (known) return { imap: known.imap, smtp: known.smtp, plus: known.plus, provider: known.id }
  const [imap, smtp] = await Promise.all([
    firstOpen(
      world,
      ['imap', 'mail'].flatMap((name) => doors(`${name}.${domain}`, 993, 143)),
    ),
    firstOpen(
      world,
      ['smtp', 'mail'].flatMap((name) => doors(`${name}.${domain}`, 465, 587)),
    ),
  ])
  return imap && smtp ? { imap, smtp, plus: false, provider: null } : null
}

const takers = async (domain: string): Promise<string[]> => {
  const found = await resolveMx(domain).catch(() => [])
  return found.sort((a, b) => a.priority - b.priority).map(({ exchange }) => exchange)
}

const doors = (host: string, secure: number, bare: number): MailServer[] => [
  { host, port: secure, tls: 'tls' },
  { host, port: bare, tls: 'starttls' },
]

/** All are knocked at at once; the first of the list that opens is taken. */
async function firstOpen(world: World, servers: MailServer[]): Promise<MailServer | null> {
  const open = await Promise.all(servers.map((server) => answers(world, server)))
  return servers.find((_, at) => open[at]) ?? null
}

async function answers({ config }: World, { host, port, tls }: MailServer): Promise<boolean> {
  try {
    const socket = await connectOutside(config, { host, port, timeout: KNOCK })
    if (tls !== 'tls') return (socket.destroy(), true)
    return await new Promise((resolve) => {
      const over = (open: boolean) => (socket.destroy(), resolve(open))
      const secured = connect({ socket, servername: host }, () => over(true))
      secured.on('error', () => over(false))
      secured.setTimeout(KNOCK, () => over(false))
    })
  } catch {
    return false
  }
}
