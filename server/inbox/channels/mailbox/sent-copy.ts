import { providerOfHosts } from '#contract/inbox/mail-providers.ts'
import type { World } from '#platform/ctx.ts'
import type { Access } from '../adapter.ts'
import { openImap } from './imap.ts'
import { settingsOf } from './settings.ts'

type Letter = { raw: Buffer; message_id: string }

/** Lays a copy among the sent, once: not where the provider does so itself, not where it lies already. */
export async function keepAmongSent(access: Access, world: World, { raw, message_id }: Letter): Promise<void> {
  const { imap, smtp } = settingsOf(access)
  const hosts = [imap, smtp].flatMap((server) => server?.host ?? [])
  if (providerOfHosts(hosts)?.keeps_sent) return
  const client = await openImap(access, world)
  try {
    const sent = (await client.list()).find(({ specialUse }) => specialUse === '\\Sent')
    if (!sent) return
    await client.mailboxOpen(sent.path, { readOnly: true })
    const there = await client.search({ header: { 'message-id': message_id } }, { uid: true })
    if (!there || there.length === 0) await client.append(sent.path, raw, ['\\Seen'])
    await client.logout()
  } finally {
    client.close()
  }
}
