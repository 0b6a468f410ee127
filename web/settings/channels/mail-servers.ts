import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { findMailServers } from '#contract/inbox/channels.ts'
import { type MailProvider, mailProviders, type MailServer } from '#contract/inbox/mail-providers.ts'
import { replyOf } from '#web/platform/ask.ts'
import { worded } from './worded.ts'

/** How long a person pauses before the address is looked up. */
const PAUSE = 500
const WHOLE = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]{2,}$/

export type MailFound = {
  /** `none`: there is no whole address yet. */
  state: 'none' | 'looking' | 'found' | 'unknown'
  imap: MailServer | undefined
  smtp: MailServer | undefined
  provider: MailProvider | null
}

export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase()

/** The servers of a mailbox as it is typed: those that were given, else those that its address leads to. */
export function useMailServers(settings: Record<string, unknown>): MailFound {
  const address = worded(settings['address'])
  const given = { imap: settings['imap'] as MailServer | undefined, smtp: settings['smtp'] as MailServer | undefined }
  const known = knownProvider(address, given)
  const { looking, looked } = useLooked(address, !known && !(given.imap && given.smtp))
  if (!WHOLE.test(address)) return { state: 'none', ...given, provider: null }
  const { imap, smtp } = known ?? looked ?? {}
  const servers = { imap: given.imap ?? imap, smtp: given.smtp ?? smtp }
  const provider = known ?? mailProviders.find(({ id }) => id === looked?.provider) ?? null
  const whole = servers.imap && servers.smtp
  return { state: whole ? 'found' : looking ? 'looking' : 'unknown', ...servers, provider }
}

function knownProvider(address: string, { imap, smtp }: Pick<MailFound, 'imap' | 'smtp'>): MailProvider | null {
  const hosts = [imap, smtp].flatMap((server) => server?.host ?? [])
  return (
    mailProviders.find(({ domains }) => domains.includes(domainOf(address))) ??
    mailProviders.find((one) => hosts.includes(one.imap.host) || hosts.includes(one.smtp.host)) ??
    null
  )
}

/** What the server finds by an address, once a person pauses after it. */
function useLooked(address: string, needed: boolean) {
  const [paused] = useDebouncedValue(address, PAUSE)
  const enabled = needed && WHOLE.test(paused)
  const asked = useQuery({ ...replyOf(findMailServers, { address: paused }), enabled, staleTime: 60_000 })
  return {
    looking: needed && (paused !== address || asked.isFetching),
    looked: paused === address ? asked.data?.found : null,
  }
}
