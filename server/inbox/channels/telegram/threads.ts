import type { Chat, Message } from 'grammy/types'
import type { Outgoing, Received } from '../adapter.ts'
import { nameOf } from './people.ts'

/** Where a message of a chat belongs: `42`, `-100…/7` in a topic, `business:<connection>:42` through somebody's own account. */
export type Place = { chat_id: number; topic_id?: number; business_connection_id?: string }

const BUSINESS = 'business'
const GUEST = 'guest'

export function placeOf(message: Message): Place {
  const { is_topic_message, message_thread_id, business_connection_id } = message
  return {
    chat_id: message.chat.id,
    ...(is_topic_message && message_thread_id ? { topic_id: message_thread_id } : {}),
    ...(business_connection_id ? { business_connection_id } : {}),
  }
}

export function keyOf({ chat_id, topic_id, business_connection_id }: Place): string {
  const chat = topic_id ? `${chat_id}/${topic_id}` : String(chat_id)
  return business_connection_id ? `${BUSINESS}:${business_connection_id}:${chat}` : chat
}

/** The thread of what was said in a chat that our bot is no member of; it can be read and not answered. */
export const guestKey = (chat_id: number): string => `${GUEST}:${chat_id}`

/** Where an answer goes; null when the key is none of ours, or names a thread that takes no answers. */
export function whereTo({ conversation, to }: Pick<Outgoing, 'conversation' | 'to'>): Place | null {
  const key = conversation.external_key ?? (to?.kind === 'telegram' ? to.value : '')
  const [, , connection, chat, topic] = /^(business:([^:]+):)?(-?\d+)(?:\/(\d+))?$/.exec(key) ?? []
  if (!chat) return null
  return {
    chat_id: Number(chat),
    ...(topic ? { topic_id: Number(topic) } : {}),
    ...(connection ? { business_connection_id: connection } : {}),
  }
}

/** A message's name that is its own among all chats of the bot. */
export const messageKey = (chat_id: number, message_id: number, connection?: string): string =>
  connection ? `${BUSINESS}:${connection}:${chat_id}:${message_id}` : `${chat_id}:${message_id}`

/** The number of a message within its chat; null when the key is of another chat. */
export function numberOf(external_id: string | null | undefined, { chat_id }: Place): number | null {
  const [, chat, message] = /(-?\d+):(\d+)$/.exec(external_id ?? '') ?? []
  return message && Number(chat) === chat_id ? Number(message) : null
}

export function threadOf(message: Message): Received['thread'] {
  const { chat } = message
  return threadIn(chat, keyOf(placeOf(message)), topicOf(message))
}

export function threadIn(chat: Chat, key: string, topic: string | null = null): Received['thread'] {
  if (chat.type === 'private') return { key, title: null, group: false }
  return { key, title: topic ? `${nameOf(chat)} · ${topic}` : nameOf(chat), group: true }
}

/** What a topic is called: its first message tells, and every message of it answers that one. */
const topicOf = (message: Message): string | null =>
  message.forum_topic_created?.name ??
  (message.is_topic_message ? (message.reply_to_message?.forum_topic_created?.name ?? null) : null)
