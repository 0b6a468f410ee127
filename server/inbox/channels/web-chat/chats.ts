import type { WebChatSettings } from '#contract/inbox/web-chat.ts'
import { missing, Refused } from '#platform/errors.ts'
import { againIfUndone, inTransaction } from '#platform/db/transaction.ts'
import type { Frame } from '#platform/http/serve.ts'
import type { Ctx } from '#platform/ctx.ts'
import { accessOf } from '../../connecting/access.ts'
import { inCompany } from '../../intake/take-in.ts'
import { admits } from './sites.ts'

/** A chat as its visitors' pages reach it: by the channel's id, before any company is known. */
export type Chat = {
  company_id: string
  id: string
  settings: WebChatSettings
  /** Opened for whoever comes by the site's signed word; guests, who are most, need none. */
  identitySecret: () => string | null
}

const RELAY = { kind: 'relay', company_id: '', subject_id: null, only_order_id: null } as const

async function findChat(frame: Frame, channel_id: string): Promise<Chat> {
  const row = await inTransaction(frame, RELAY, {
    read_only: true,
    run: (db) =>
      db
        .selectFrom('channels')
        .select(['company_id', 'id', 'settings', 'sealed'])
        .where('id', '=', channel_id)
        .where('kind', '=', 'web_chat')
        .where('archived_at', 'is', null)
        .executeTakeFirst(),
  })
  if (!row) throw new Refused(missing('chat'))
  const { company_id, id, settings } = row
  return {
    company_id,
    id,
    settings: settings as WebChatSettings,
    identitySecret: () => (accessOf(frame.world, row).secrets as { identity_secret?: string }).identity_secret ?? null,
  }
}

/** The same for all who ask while it is being looked up: a rush looks it up as often as the database answers. */
export function chatFinder(frame: Frame): (channel_id: string) => Promise<Chat> {
  const asked = new Map<string, Promise<Chat>>()
  return (channel_id) => {
    const now = asked.get(channel_id) ?? findChat(frame, channel_id).finally(() => asked.delete(channel_id))
    asked.set(channel_id, now)
    return now
  }
}

/** Only pages of the sites that the company has named may speak with its chat. */
export function insistOnSite({ settings }: Chat, origin: string | undefined): void {
  if (!admits(settings.sites, origin)) throw new Refused({ status: 403, code: 'chat.foreign_site' })
}

/** The program's own eyes in the company of a chat: a visitor has none of his own, each use case says what is his. */
export const inChat = <T>(frame: Frame, { company_id }: Chat, act: (ctx: Ctx) => Promise<T>): Promise<T> =>
  againIfUndone(() => inCompany({ doorway: frame, world: frame.world }, company_id, act))
