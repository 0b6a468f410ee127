import type { World } from '#platform/ctx.ts'
import { type Access, type Adapter, ChannelFault } from '../adapter.ts'
import { faultOf } from './faults.ts'
import { guessServers } from './guess.ts'
import { openImap } from './imap.ts'
import { MailSecrets, MailSettings, secretsOf, settingsOf } from './settings.ts'
import { openSmtp } from './smtp.ts'
import { follow } from './follow.ts'
import { send } from './send.ts'
import { place } from './place.ts'

/** A mailbox, at whatever provider: read by IMAP, written through by SMTP. */
export const email: Adapter<typeof MailSettings, typeof MailSecrets> = {
  kind: 'email',
  settings: MailSettings,
  secrets: MailSecrets,
  opens: 'email',
  check,
  follow,
  place,
  send,
}

/** Finds the servers where they are not given, and signs in at both. */
async function check(access: Access, world: World) {
  const { password, refresh_token } = secretsOf(access)
  if (!password && !refresh_token) throw new ChannelFault('channel.password_needed', '', { field: 'secrets.password' })
  const settings = await withServers(access, world)
  const whole = { ...access, settings }
  const secret = refresh_token ? 'refresh_token' : 'password'
  const tried = (server: 'imap' | 'smtp', knock: () => Promise<void>) =>
    knock().catch((error: unknown) => {
      const { code, words, retry_at } = faultOf(error, world.now())
      throw new ChannelFault(code, words, { retry_at, field: fieldOf(code, server, secret) })
    })
  await tried('imap', async () => {
    const client = await openImap(whole, world)
    client.close()
  })
  await tried('smtp', async () => {
    const way = await openSmtp(whole, world)
    try {
      await way.verify()
    } finally {
      way.close()
    }
  })
  return { name: settings.address, settings }
}

/** The field to look at when one of the two servers says no. */
function fieldOf(code: string, server: 'imap' | 'smtp', secret: string): string {
  if (code === 'channel.password_wrong' || code === 'channel.grant_over') return `secrets.${secret}`
  if (code === 'channel.token_url_needed') return 'settings.token_url'
  return `settings.${server}.${code.startsWith('channel.tls_') ? 'tls' : 'host'}`
}

async function withServers(access: Access, world: World): Promise<MailSettings> {
  const given = settingsOf(access)
  if (given.imap && given.smtp) return given
  const guessed = await guessServers(given.address, world)
  const { imap = guessed?.imap, smtp = guessed?.smtp } = given
  if (!imap || !smtp)
    throw new ChannelFault('channel.servers_unknown', given.address, {
      field: `settings.${imap ? 'smtp' : 'imap'}.host`,
    })
  return { plus: guessed?.plus ?? false, ...given, imap, smtp }
}
