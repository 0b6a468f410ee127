import type { Chat, Message, ReactionType, Update, User } from 'grammy/types'
import type { Received, Signal } from '../adapter.ts'
import { nameOf, personOf } from './people.ts'
import { type Reading, notice, readMessage, timeOf } from './read-message.ts'
import type { Said } from './service-messages.ts'
import { guestKey, messageKey, threadIn } from './threads.ts'

/** What an update tells: signals, messages whose files are to be fetched yet, and buttons that wait for a word. */
export type Read = { signals: (Signal | Reading)[]; pressed: string[] }

type Reader<K extends keyof Update> = (part: NonNullable<Update[K]>, update: Update, now: Date) => Read['signals']

const asMessage = (message: Message, update: Update, now: Date): Read['signals'] => [
  ...movesOf(message),
  readMessage(message, update, now),
]

const readers: { [K in keyof Update]?: Reader<K> } = {
  message: asMessage,
  edited_message: asMessage,
  channel_post: asMessage,
  edited_channel_post: asMessage,
  business_message: asMessage,
  edited_business_message: asMessage,
  guest_message: asGuest,
  deleted_business_messages: ({ business_connection_id, chat, message_ids }, _update, now) =>
    message_ids.map((id) => ({
      kind: 'removed',
      external_id: messageKey(chat.id, id, business_connection_id),
      at: now,
    })),
  business_connection: ({ user, user_chat_id, is_enabled, date }, update, now) => {
    const said = { code: is_enabled ? 'business_connected' : 'business_disconnected', who: nameOf(user) }
    return [told(update, { thread: privately(user_chat_id), sender: personOf(user), at: timeOf(date, now), said })]
  },
  message_reaction: ({ chat, message_id, user, actor_chat, new_reaction, date }, update, now) => {
    const who = nameOf(user ?? actor_chat ?? {})
    const said = {
      code: new_reaction.length ? 'reacted' : 'reaction_gone',
      who,
      text: new_reaction.map(signOf).join(' '),
    }
    const sender = user && personOf(user)
    return [
      {
        ...told(update, { ...inChat(chat), sender, at: timeOf(date, now), said }),
        reply_to: messageKey(chat.id, message_id),
      },
    ]
  },
  message_reaction_count: ({ chat, message_id, reactions, date }, update, now) => {
    const text = reactions.map(({ type, total_count }) => `${signOf(type)} ${total_count}`).join(', ')
    const said = { code: 'reactions', text }
    return [
      { ...told(update, { ...inChat(chat), at: timeOf(date, now), said }), reply_to: messageKey(chat.id, message_id) },
    ]
  },
  callback_query: ({ from, message, data = '' }, update, now) => {
    const thread = message ? threadIn(message.chat, String(message.chat.id)) : privately(from.id)
    const reply_to = message ? messageKey(message.chat.id, message.message_id) : null
    const said = { code: '', text: labelOf(message, data) }
    // A person asks for something by it, as by a word.
    const spoken = { content: null, machine: null, reply_to }
    return [{ ...told(update, { thread, sender: personOf(from), at: now, said }), ...spoken }]
  },
  my_chat_member: ({ chat, from, date, new_chat_member, old_chat_member }, update, now) => {
    const at = timeOf(date, now)
    const there = isThere(new_chat_member.status)
    if (there === isThere(old_chat_member.status)) return []
    const alone = chat.type === 'private'
    const code = alone ? (there ? 'bot_unblocked' : 'bot_blocked') : there ? 'bot_added' : 'bot_removed'
    const said = told(update, {
      ...inChat(chat),
      sender: personOf(from),
      at,
      said: { code, who: nameOf(from) },
    })
    if (!alone) return [said]
    const identity = { kind: 'telegram', value: String(chat.id) } as const
    return [{ kind: 'reach', identity, fault: there ? null : 'blocked', at }, said]
  },
  chat_join_request: ({ chat, from, date, bio = '' }, update, now) => [
    told(update, {
      ...inChat(chat),
      sender: personOf(from),
      at: timeOf(date, now),
      said: { code: 'asks_to_join', who: nameOf(from), text: bio },
    }),
  ],
}

/** Kinds that are asked for: all of the above. Queries of other chats' authors as they type, and polls of ours, are not. */
export const ASKED_FOR = Object.keys(readers) as Exclude<keyof Update, 'update_id'>[]

/**
 * Reads an update of any kind. What this product has no reader for is kept as a placeholder where a chat or a person
 * can be told from it, and passed over otherwise.
 */
export function readUpdate(update: Update, now: Date): Read {
  const kind = Object.keys(update).find((name) => name !== 'update_id')
  if (!kind) return { signals: [], pressed: [] }
  const part = update[kind as keyof Update]
  const reader = readers[kind as keyof Update] as Reader<keyof Update> | undefined
  const pressed = update.callback_query ? [update.callback_query.id] : []
  return { signals: reader ? reader(part as never, update, now) : strange(kind, part, update, now), pressed }
}

/** An answer through an API that gives nothing back to us: it is shown, and said to be what it is. */
function asGuest(message: Message, update: Update, now: Date): Read['signals'] {
  const read = readMessage(message, update, now)
  const thread = { ...read.thread, key: guestKey(message.chat.id), group: true }
  return [
    { ...read, external_id: `guest:${read.external_id}`, thread, content: read.content ?? notice({ code: 'guest' }) },
  ]
}

/** A group that grew into a supergroup has another id from now on. */
function movesOf({ chat, migrate_to_chat_id: to, migrate_from_chat_id: from }: Message): Signal[] {
  if (to) return [{ kind: 'moved', from_key: String(chat.id), to_key: String(to) }]
  return from ? [{ kind: 'moved', from_key: String(from), to_key: String(chat.id) }] : []
}

type Telling = { thread: Received['thread']; sender?: Received['sender'] | undefined; at: Date; said: Said }

/** What happened in a thread without being a message of it. */
const told = (update: Update, { thread, sender = null, at, said }: Telling): Reading => ({
  kind: 'message',
  external_id: `update:${update.update_id}`,
  thread,
  sender,
  sent_at: at,
  text: said.text ?? '',
  content: notice(said),
  wanted: [],
  machine: 'notice',
  raw: { json: update },
})

const inChat = (chat: Chat): Pick<Telling, 'thread'> => ({ thread: threadIn(chat, String(chat.id)) })
const privately = (chat_id: number): Received['thread'] => ({ key: String(chat_id), title: null, group: false })

/** What any kind of update may carry that says where it belongs. */
type Located = { chat?: Chat; message?: { chat?: Chat }; from?: User; user?: User; date?: number }

function strange(kind: string, part: unknown, update: Update, now: Date): Read['signals'] {
  const { chat: own, message, from, user, date } = (typeof part === 'object' && part ? part : {}) as Located
  const chat = own ?? message?.chat
  const person = from ?? user
  if (!chat?.id && !person?.id) return []
  const thread = chat ? threadIn(chat, String(chat.id)) : privately(person?.id ?? 0)
  const shown = told(update, {
    thread,
    sender: person ? personOf(person) : null,
    at: timeOf(date, now),
    said: { code: '' },
  })
  return [{ ...shown, content: { kind: 'unknown', name: kind } }]
}

const isThere = (status: string): boolean => status !== 'kicked' && status !== 'left'

function signOf(reaction: ReactionType): string {
  if (reaction.type === 'emoji') return reaction.emoji
  return reaction.type === 'paid' ? '⭐' : '▫️'
}

/** What the pressed button says; older buttons are told by their data only. */
function labelOf(message: { reply_markup?: Message['reply_markup'] } | undefined, data: string): string {
  const buttons = message?.reply_markup?.inline_keyboard.flat() ?? []
  return buttons.find((button) => 'callback_data' in button && button.callback_data === data)?.text ?? data
}
