import type { World } from '#platform/ctx.ts'
import { askOutside } from '#platform/outside/hosts.ts'
import { providerOfAddress, providerOfHosts } from '#contract/inbox/mail-providers.ts'
import { type Access, ChannelFault } from '../adapter.ts'
import { secretsOf, settingsOf } from './settings.ts'

/** A token is not used any more so long before its end, in milliseconds. */
const MARGIN = 60_000

type Token = { value: string; until: number }
/** By what they were given for: a channel that is connected anew asks anew. */
const held = new Map<string, Token>()

export type MailLogin = { user: string } & ({ pass: string } | { accessToken: string })

/** By what the mailbox lets us in: its password, or a token that is got for as long as it holds. */
export async function loginOf(access: Access, world: World): Promise<MailLogin> {
  const settings = settingsOf(access)
  const user = settings.user || settings.address
  const { password, refresh_token } = secretsOf(access)
  if (refresh_token) return { user, accessToken: await tokenOf(access, world) }
  if (!password) throw new ChannelFault('channel.password_wrong', '')
  return { user, pass: password }
}

/** A server that refuses a token which should hold has its reasons: the next sign-in comes with a new one. */
export const forgetToken = (access: Access): boolean => held.delete(keyOf(access))

const keyOf = (access: Access): string => `${access.channel_id} ${secretsOf(access).refresh_token ?? ''}`

async function tokenOf(access: Access, world: World): Promise<string> {
  const kept = held.get(keyOf(access))
  if (kept && kept.until > Date.now()) return kept.value
  const { client_id = '', client_secret, refresh_token = '' } = secretsOf(access)
  const body = new URLSearchParams({
    grant_type: 'refresh_token',
    client_id,
    refresh_token,
    ...(client_secret ? { client_secret } : {}),
  })
  const given = await ask(world, tokenUrl(access), body.toString())
  held.set(keyOf(access), { value: given.access_token, until: Date.now() + given.expires_in * 1000 - MARGIN })
  return given.access_token
}

function tokenUrl(access: Access): string {
  const { address, imap, token_url } = settingsOf(access)
  const known = providerOfAddress(address) ?? providerOfHosts(imap ? [imap.host] : [])
  const url = token_url ?? known?.oauth?.token_url
  if (!url) throw new ChannelFault('channel.token_url_needed')
  return url
}

async function ask(world: World, url: string, body: string): Promise<{ access_token: string; expires_in: number }> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' }
  const reply = await askOutside(world.config, url, { headers, body })
  const said = read(reply.body)
  const words = [said['error'], said['error_description']].filter(Boolean).join(': ') || `HTTP ${reply.status}`
  if (reply.status >= 500 || reply.status === 429) throw new ChannelFault('channel.unreachable', words)
  if (typeof said['access_token'] !== 'string')
    throw new ChannelFault('channel.grant_over', words, { retry_at: new Date(world.now().getTime() + 15 * 60_000) })
  return { access_token: said['access_token'], expires_in: Number(said['expires_in']) || 3600 }
}

function read(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return {}
  }
}
