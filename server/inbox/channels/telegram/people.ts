import type { Chat, Message, MessageOrigin, User } from 'grammy/types'
import { toE164 } from '#platform/phone.ts'
import type { Identity, Sender } from '../adapter.ts'

/** What Telegram names a person or a chat by; recordings lack any part of it. */
type Named = { [part in 'first_name' | 'last_name' | 'title' | 'username']?: string | undefined }

export const nameOf = (who: Named): string =>
  who.title?.trim() || [who.first_name, who.last_name].filter(Boolean).join(' ').trim() || who.username || 'Telegram'

const labelled = (who: Named): Pick<Sender, 'label'> => (who.username ? { label: `@${who.username}` } : {})

export const personOf = (user: User): Sender => ({
  kind: 'telegram',
  value: String(user.id),
  name: nameOf(user),
  ...labelled(user),
})

/** Whoever writes behind a chat: an administrator without a name, a channel in its discussion. */
const chatAsSender = (chat: Chat, signature?: string): Sender => ({
  kind: 'telegram',
  value: String(chat.id),
  name: signature ? `${nameOf(chat)} (${signature})` : nameOf(chat),
  ...labelled(chat),
})

/** Who wrote a message. In a channel it is the channel itself that speaks: nobody. */
export function senderOf(message: Message): Sender | null {
  if (message.chat.type === 'channel') return null
  if (message.sender_chat) return chatAsSender(message.sender_chat, message.author_signature)
  const user = message.from
  if (user) return { ...personOf(user), ...provenBy(message, user) }
  // Recordings and answers to old messages lack the writer; in a private chat there is only one.
  return message.chat.type === 'private' ? chatAsSender(message.chat) : null
}

/** A phone counts as proven only when the card is its sender's own: anybody may pass on the card of another. */
function provenBy({ contact }: Message, { id }: User): { proven?: Identity[] } {
  if (!contact || contact.user_id !== id) return {}
  const phone = phoneOf(contact.phone_number)
  return phone ? { proven: [{ kind: 'phone', value: phone }] } : {}
}

/** Telegram writes numbers with or without the plus, never the national way. */
export const phoneOf = (written: string): string | null => toE164(`+${written.replace(/\D/g, '')}`, 'other')

/** Who wrote first what was passed on. */
export function originOf(origin: MessageOrigin | undefined): string | null {
  if (!origin) return null
  if (origin.type === 'user') return nameOf(origin.sender_user)
  if (origin.type === 'hidden_user') return origin.sender_user_name || 'Telegram'
  if (origin.type === 'chat') return signed(nameOf(origin.sender_chat), origin.author_signature)
  if (origin.type === 'channel') return signed(nameOf(origin.chat), origin.author_signature)
  // A sort of origin that came after this was written.
  return 'Telegram'
}

const signed = (name: string, signature?: string): string => (signature ? `${name} (${signature})` : name)
