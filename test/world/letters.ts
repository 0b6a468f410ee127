import * as inbox from '#contract/inbox/conversations.ts'
import { signalsOf } from '#server/inbox/channels/mailbox/letter-signals.ts'
import { done, type Person } from '../as.ts'
import { product } from '../product.ts'
import { arrive, type Channel } from './inbox.ts'

/** Whose mailbox the letters of a test lie in. */
export const MAILBOX = 'info@firma.example'

export type MailWish = {
  from?: string
  to?: string
  subject?: string
  text?: string
  /** Further lines of the header. */
  head?: string[]
  /** The whole letter instead of the above. */
  raw?: Buffer
  at?: Date
  junk?: boolean
  /** It lies among the sent: one of ours wrote it in another program. */
  sent?: boolean
}

let uid = 0

/** A letter lies in the mailbox, and is taken in. */
export async function comes(channel: Channel, wish: MailWish): Promise<void> {
  const { secret } = (await product()).process.world.config
  const { raw = rawOf(wish), at = new Date(), junk = false, sent = false } = wish
  uid += 1
  const letter = { raw, uid, came_at: at, junk, sent, cut: false }
  await arrive(channel, ...(await signalsOf(letter, { address: MAILBOX, secret })))
}

function rawOf(wish: MailWish): Buffer {
  const { from = 'Пётр <petr@svet.example>', to = MAILBOX, subject = 'Yamato', text = 'Нужен мастер', head = [] } = wish
  const type = 'Content-Type: text/plain; charset=utf-8'
  return Buffer.from([`From: ${from}`, `To: ${to}`, `Subject: ${subject}`, type, ...head, '', text, ''].join('\r\n'))
}

/** All dialogues with their messages, oldest first. */
export async function dialoguesOf(person: Person) {
  const { rows } = await done(person, inbox.listConversations, {})
  return Promise.all(
    rows.map(async (row) => ({
      ...row,
      messages: (await done(person, inbox.listMessages, { conversation_id: row.id })).rows.toReversed(),
    })),
  )
}
