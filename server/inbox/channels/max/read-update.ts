import { createHmac } from 'node:crypto'
import type { MessageContent, MessagePart } from '#contract/inbox/conversations.ts'
import { toE164 } from '#platform/phone.ts'
import type { Identity, Received, Sender, Signal } from '../adapter.ts'
import type { Attachment, MaxMessage, Person, Update } from './updates.ts'

/** A file that a message names: its address, or what MAX must be asked for it. */
export type Wanted = { name: string; part: MessagePart; url: string | null; video: string | null }

export type Reading = Omit<Received, 'files'> & { wanted: readonly Wanted[] }
export type Read = { signals: (Signal | Reading)[]; pressed: string | null }

const NOTICES: Record<string, string> = {
  bot_started: 'started',
  bot_stopped: 'bot_blocked',
  bot_added: 'bot_added',
  bot_removed: 'bot_removed',
  user_added: 'joined',
  user_removed: 'left',
  chat_title_changed: 'renamed',
  dialog_removed: 'dialog_gone',
  dialog_cleared: 'dialog_gone',
  dialog_muted: 'muted',
  dialog_unmuted: 'unmuted',
}

/** Reads an update of any kind; `token` proves cards that MAX vouches for. What is not known is a placeholder. */
export function readUpdate(update: Update, token: string): Read {
  const { update_type: kind, message, callback } = update
  const pressed = callback?.callback_id ?? null
  if (kind === 'message_callback' && callback) return { signals: pressedOf(update), pressed }
  if (/^(message|comment)_removed$/.test(kind) && update.message_id)
    return { signals: [{ kind: 'removed', external_id: update.message_id, at: new Date(update.timestamp) }], pressed }
  if (message) return { signals: [messageOf(message, update, token)], pressed }
  return { signals: happened(update), pressed }
}

function messageOf(message: MaxMessage, update: Update, token: string): Reading {
  const { body, sender, link, timestamp } = message
  const { all, text, forwarded_from } = wholeOf(message)
  const content = contentOf(all) ?? (text || all.length ? null : { kind: 'unknown' as const, name: update.update_type })
  return {
    kind: 'message',
    external_id: body.mid,
    thread: threadOf(message),
    sender: sender ? { ...personOf(sender), ...provenBy(all, sender, token) } : null,
    sent_at: new Date(timestamp),
    position: Math.trunc(body.seq ?? 0),
    text: [text, ...all.map(wordsOf)].filter(Boolean).join('\n'),
    content,
    wanted: all.flatMap((one, at) => wantedOf(one, at)),
    reply_to: link?.type === 'reply' ? (link.message?.mid ?? null) : null,
    forwarded_from,
    edited_at: update.update_type.endsWith('_edited') ? new Date(update.timestamp) : null,
    machine: machineOf(message),
    raw: { json: update },
  }
}

/** Its words and files with those of what was passed on, which stand inside of the link. */
function wholeOf({ body, link }: MaxMessage) {
  const passedOn = link?.type === 'forward' ? link : null
  const all = [...(body.attachments ?? []), ...(passedOn?.message?.attachments ?? [])]
  const text = [body.text, passedOn?.message?.text].filter(Boolean).join('\n')
  const from = passedOn?.sender ? nameOf(passedOn.sender) : 'MAX'
  return { all, text, forwarded_from: passedOn ? from : null }
}

function machineOf({ recipient, sender }: MaxMessage): 'notice' | 'auto-reply' | null {
  if (recipient.chat_type === 'channel') return 'notice'
  return sender?.is_bot ? 'auto-reply' : null
}

function threadOf({ recipient, sender }: MaxMessage): Received['thread'] {
  const group = recipient.chat_type === 'chat' || recipient.chat_type === 'channel'
  return { key: String(recipient.chat_id ?? sender?.user_id ?? ''), group }
}

export const nameOf = ({ first_name, last_name, name, username }: Person): string =>
  [first_name, last_name].filter(Boolean).join(' ').trim() || name || username || 'MAX'

const personOf = (person: Person): Sender => ({
  kind: 'max',
  value: String(person.user_id),
  name: nameOf(person),
  ...(person.username ? { label: `@${person.username}` } : {}),
})

const phoneIn = (vcf = ''): string => /^TEL[^:\r\n]*:(.+)$/im.exec(vcf)?.[1]?.trim() ?? ''
const nameIn = (vcf = ''): string => /^FN[^:\r\n]*:(.+)$/im.exec(vcf)?.[1]?.trim() ?? ''
const tidyPhone = (written: string): string | null => toE164(`+${written.replace(/\D/g, '')}`, 'other')

/** A card proves a phone when it is its sender's own and carries MAX's signature by the key of our bot. */
function provenBy(all: readonly Attachment[], sender: Person, token: string): { proven?: Identity[] } {
  for (const { type, payload } of all) {
    if (type !== 'contact' || payload?.max_info?.user_id !== sender.user_id || !payload.vcf_info) continue
    const signature = createHmac('sha256', token).update(payload.vcf_info).digest('hex')
    const phone = tidyPhone(phoneIn(payload.vcf_info))
    if (phone && payload.hash?.toLowerCase() === signature) return { proven: [{ kind: 'phone', value: phone }] }
  }
  return {}
}

function contentOf(all: readonly Attachment[]): MessageContent | null {
  for (const { type, payload, latitude, longitude } of all) {
    if (type === 'location' && latitude !== undefined && longitude !== undefined)
      return { kind: 'location', latitude, longitude, title: null, address: null }
    if (type === 'contact') {
      const written = phoneIn(payload?.vcf_info)
      const name = nameIn(payload?.vcf_info) || (payload?.max_info ? nameOf(payload.max_info) : '')
      return { kind: 'contact', name, phone: tidyPhone(written) ?? written }
    }
    if (type === 'sticker') return { kind: 'sticker', emoji: '' }
    if (!KNOWN.has(type)) return { kind: 'unknown', name: type }
  }
  return null
}

const KNOWN = new Set(['image', 'video', 'audio', 'file', 'share', 'inline_keyboard', 'reply_keyboard'])

/** Where a shared link leads. */
const wordsOf = ({ type, title, payload }: Attachment): string =>
  type === 'share' ? [title, payload?.url].filter(Boolean).join(' ') : ''

function wantedOf({ type, payload, filename }: Attachment, at: number): Wanted[] {
  const url = payload?.url ?? null
  if (type === 'image') return [{ name: `photo_${at + 1}.jpg`, part: 'picture', url, video: null }]
  if (type === 'audio') return [{ name: `voice_${at + 1}.mp3`, part: 'voice', url, video: null }]
  if (type === 'file') return [{ name: filename ?? `file_${at + 1}`, part: 'file', url, video: null }]
  if (type === 'sticker' && url) return [{ name: `sticker_${at + 1}.webp`, part: 'sticker', url, video: null }]
  // Of a video the message names a player's page: its bytes are asked for by its key.
  if (type === 'video') return [{ name: `video_${at + 1}.mp4`, part: 'video', url, video: payload?.token ?? null }]
  return []
}

function pressedOf(update: Update): Reading[] {
  const { callback, message, timestamp } = update
  if (!callback) return []
  const key = String(message?.recipient.chat_id ?? callback.user.user_id)
  const group = message?.recipient.chat_type === 'chat'
  return [
    {
      kind: 'message',
      external_id: `callback:${callback.callback_id}`,
      thread: { key, group },
      sender: personOf(callback.user),
      sent_at: new Date(timestamp),
      text: labelOf(message, callback.payload ?? ''),
      wanted: [],
      reply_to: message?.body.mid ?? null,
      raw: { json: update },
    },
  ]
}

/** What the pressed button says. */
function labelOf(message: MaxMessage | null | undefined, payload: string): string {
  type Button = { text?: string; payload?: string }
  const keyboards = (message?.body.attachments ?? []) as { payload?: { buttons?: Button[][] } | null }[]
  const buttons = keyboards.flatMap((one) => one.payload?.buttons?.flat() ?? [])
  return buttons.find((button) => button.payload === payload)?.text ?? payload
}

/** What happened in a chat without being a message: who came, who stopped the bot; a kind that came later by its name. */
function happened(update: Update): Read['signals'] {
  const { update_type, chat_id, user, timestamp, payload, title, is_channel } = update
  if (chat_id === undefined) return []
  const code = NOTICES[update_type]
  const at = new Date(timestamp)
  const group = is_channel !== undefined || update_type.startsWith('chat_')
  const start = update_type === 'bot_started' && payload ? { facts: { start: payload } } : {}
  const content: MessageContent = code
    ? { kind: 'notice', code: `notice.${code}`, who: user ? nameOf(user) : null }
    : { kind: 'unknown', name: update_type }
  const told: Reading = {
    kind: 'message',
    external_id: `${update_type}:${chat_id}:${timestamp}:${user?.user_id ?? ''}`,
    thread: { key: String(chat_id), group, ...(title ? { title } : {}), ...start },
    sender: user ? personOf(user) : null,
    sent_at: at,
    text: title ?? '',
    content,
    wanted: [],
    machine: 'notice',
    raw: { json: update },
  }
  return [...reachOf(update), told]
}

/** Who stops the bot is not reached any more; who starts it is again. */
function reachOf({ update_type, user, timestamp }: Update): Signal[] {
  if (!user || (update_type !== 'bot_started' && update_type !== 'bot_stopped')) return []
  const identity = { kind: 'max' as const, value: String(user.user_id) }
  return [{ kind: 'reach', identity, fault: update_type === 'bot_stopped' ? 'blocked' : null, at: new Date(timestamp) }]
}
