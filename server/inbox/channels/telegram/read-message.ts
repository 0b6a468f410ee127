import type { Message } from 'grammy/types'
import type { MessageContent } from '#contract/inbox/conversations.ts'
import type { Received } from '../adapter.ts'
import { type Wanted, filesBetween, filesOf } from './message-files.ts'
import { nameOf, originOf, phoneOf, senderOf } from './people.ts'
import { plainText, readRich } from './rich-text.ts'
import { type Said, serviceOf } from './service-messages.ts'
import { messageKey, placeOf, threadOf } from './threads.ts'

/** A message whose files have not been fetched yet. */
export type Reading = Omit<Received, 'files'> & { wanted: readonly Wanted[] }

/** What a message says: its words, what it is beside them, and its files. */
type Saying = {
  text: string
  content?: MessageContent | null
  wanted?: readonly Wanted[]
  machine?: Received['machine']
}

/** Before this Telegram was not there: a date of an answer to a message that is out of reach is 0. */
const BEGINNING = Date.UTC(2013, 7) / 1000

export const timeOf = (seconds: number | undefined, now: Date): Date =>
  seconds && seconds > BEGINNING ? new Date(seconds * 1000) : now

/** Reads a message of any kind; `raw` is the whole update, for whoever asks why it is read so. */
export function readMessage(message: Message, raw: unknown, now: Date): Reading {
  const saying = sayingOf(message)
  const sender = senderOf(message)
  const { chat_id, business_connection_id: connection } = placeOf(message)
  const ours = ownOf(message)
  return {
    kind: 'message',
    external_id: messageKey(chat_id, message.message_id, connection),
    thread: { ...threadOf(message), ...factsOf(message) },
    sender: ours ? null : sender,
    sent_at: timeOf(message.date, now),
    position: message.message_id,
    text: saying.text,
    folded: quoteOf(message),
    content: ours && !saying.content ? notice({ code: 'by_own_hand', who: ours }) : (saying.content ?? null),
    wanted: saying.wanted ?? [],
    reply_to: answeredOf(message),
    forwarded_from: originOf(message.forward_origin),
    album: message.media_group_id ?? null,
    edited_at: message.edit_date ? timeOf(message.edit_date, now) : null,
    machine: ours ? 'notice' : (saying.machine ?? machineOf(message)),
    raw: { json: raw },
  }
}

export const notice = ({ code, who }: Said): MessageContent => ({
  kind: 'notice',
  code: `notice.${code}`,
  who: who || null,
})

function sayingOf(message: Message): Saying {
  if (isStart(message))
    return { text: '', content: notice({ code: 'started', who: startedBy(message) }), machine: 'notice' }
  const said = serviceOf(message)
  if (said) return { text: said.text ?? '', content: notice(said), machine: 'notice' }
  const rich = message.rich_message ? readRich(message.rich_message) : null
  const wanted = [...filesOf(message), ...filesBetween(rich?.media ?? [], message.message_id)]
  const words = message.text
    ? plainText(message.text, message.entities)
    : plainText(message.caption ?? '', message.caption_entities)
  const content = contentOf(message)
  const text = [words, rich?.text, besideOf(message)].filter(Boolean).join('\n')
  if (content || text || wanted.length) return { text, content, wanted }
  return { text: '', content: unknownOf(message) }
}

/** What a message is beside its words. */
function contentOf({ venue, location, contact, sticker, story, dice }: Message): MessageContent | null {
  if (location ?? venue?.location) return placeContent(location ?? venue?.location, venue)
  if (contact) return { kind: 'contact', ...cardOf(contact) }
  if (sticker) return { kind: 'sticker', emoji: sticker.emoji ?? '' }
  if (dice) return { kind: 'sticker', emoji: dice.emoji }
  if (story) return { kind: 'unknown', name: 'story' }
  return null
}

function placeContent(place: Message['location'], venue: Message['venue']): MessageContent | null {
  if (!place) return null
  const { latitude, longitude } = place
  return { kind: 'location', latitude, longitude, title: venue?.title ?? null, address: venue?.address ?? null }
}

const cardOf = (card: NonNullable<Message['contact']>): { name: string; phone: string } => ({
  name: nameOf(card),
  phone: phoneOf(card.phone_number) ?? card.phone_number,
})

/** The words of what has none: the question of a poll with its answers, the lines of a list, the number of a die. */
function besideOf({ poll, checklist, game, dice }: Message): string {
  if (poll) return [`📊 ${poll.question}`, ...poll.options.map(({ text }) => `• ${text}`)].join('\n')
  if (checklist) return [`🗒 ${checklist.title}`, ...checklist.tasks.map(lineOf)].join('\n')
  if (game) return [`🎮 ${game.title}`, game.description].filter(Boolean).join('\n')
  return dice ? `${dice.emoji} ${dice.value}` : ''
}

const lineOf = ({ text, completion_date }: { text: string; completion_date?: number }): string =>
  `${completion_date ? '☑' : '☐'} ${text}`

/** Fields that stand around what a message says and are nothing to be shown. */
const AROUND =
  /^(message_id|message_thread_id|from|sender_|date|chat|.*_origin|is_|reply_|external_reply|quote|via_bot|edit_date|has_|media_group_id|author_signature|paid_star_count|.*entities|link_preview_options|effect_id|show_|business_connection_id|guest_|direct_messages_topic|suggested_post_info|ephemeral_|receiver)/

const unknownOf = (message: Message): MessageContent => ({
  kind: 'unknown',
  name: Object.keys(message).find((field) => !AROUND.test(field)) ?? 'empty',
})

/** «/start», alone or with the word of the link by which he came: nothing that is to be answered by itself. */
export const isStart = ({ text, chat }: Message): boolean =>
  chat.type === 'private' && /^\/start(@\w+)?( \S*)?$/.test(text ?? '')
const startedBy = (message: Message): string => senderOf(message)?.name ?? ''

function factsOf(message: Message): { facts?: Record<string, unknown> } {
  const token = isStart(message) ? message.text?.split(' ')[1] : undefined
  return token ? { facts: { start: token } } : {}
}

/** The part of an older message that he quotes by name. */
function quoteOf({ quote }: Message): string {
  if (!quote?.text) return ''
  return quote.text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n')
}

function answeredOf(message: Message): string | null {
  const { reply_to_message: answered } = message
  // Every message of a topic «answers» the one that opened it.
  if (!answered || answered.forum_topic_created) return null
  return messageKey(answered.chat.id, answered.message_id, message.business_connection_id)
}

/** Through somebody's own account: what its owner wrote himself from his telephone, and is our side's. */
function ownOf({ business_connection_id, from, chat }: Message): string | null {
  return business_connection_id && chat.type === 'private' && from && from.id !== chat.id ? nameOf(from) : null
}

/** Whether a program wrote it: another bot, a post of a channel or its copy in the discussion. */
function machineOf({ chat, from, sender_chat, is_automatic_forward }: Message): 'notice' | 'auto-reply' | null {
  if (chat.type === 'channel' || is_automatic_forward) return 'notice'
  // Behind a chat that writes stands a person, though a bot of Telegram's lends him its name.
  return from?.is_bot && !sender_chat ? 'auto-reply' : null
}
