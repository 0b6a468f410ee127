import { Type, type Static } from 'typebox'
import { CHAT_FILES } from './chat-limits.ts'
import { Id, Nullable, OneOf, Text, When } from '../endpoint.ts'

/** What a visitor may be asked for before he writes. */
export const AskedOf = OneOf('name', 'phone', 'email')

/** The settings of a chat on a site (channel of kind `web_chat`). */
export const WebChatSettings = Type.Object({
  /** Addresses of the pages that may carry it: `https://example.by`, `https://*.example.by`. */
  sites: Type.Array(Text(200), { maxItems: 20 }),
  colour: Type.String({ pattern: '^#[0-9a-fA-F]{6}$' }),
  side: OneOf('right', 'left'),
  theme: OneOf('auto', 'light', 'dark'),
  /** `auto`: the page's own. */
  language: OneOf('auto', 'ru', 'en'),
  title: Text(60),
  greeting: Text(500, 0),
  /** What is said while nobody is there. */
  away: Text(500, 0),
  /** Whether somebody is there at any time, or when the company works. */
  hours: OneOf('always', 'calendar'),
  required: Type.Array(AskedOf, { maxItems: 3 }),
})
export type WebChatSettings = Static<typeof WebChatSettings>

export const usualWebChat: Omit<WebChatSettings, 'sites' | 'title'> = {
  colour: '#2748c4',
  side: 'right',
  theme: 'auto',
  language: 'auto',
  greeting: '',
  away: '',
  hours: 'calendar',
  required: [],
}

/** The key by which a site signs who its visitor is. */
export const WebChatSecrets = Type.Object({
  identity_secret: Type.Optional(Type.String({ minLength: 32, maxLength: 200 })),
})

/** What the loader of a page knows of its chat: nothing of it is secret. */
export type ChatLook = Omit<WebChatSettings, 'sites' | 'hours'> & {
  /** Where the product answers. */
  base: string
  channel_id: string
  /** Address of the widget's module, of the build that is served now. */
  widget: string
}

/** Who a signed-in user of the site is, by the site's own word; the signature proves it. */
export const ChatIdentity = Type.Object({
  id: Text(200),
  email: Type.Optional(Text(200)),
  phone: Type.Optional(Text(40)),
  name: Type.Optional(Text(100)),
  /** HMAC-SHA256 in hexadecimal of id, e-mail and phone, each on a line of its own, by the channel's secret. */
  signature: Type.String({ pattern: '^[0-9a-f]{64}$' }),
})
export type ChatIdentity = Static<typeof ChatIdentity>

export const ChatFile = Type.Object({
  id: Id,
  name: Type.String(),
  size: Type.Integer(),
  /** Signed, for a day, for this visitor's file only. */
  url: Type.String(),
  /** Its size in pixels, of a picture that can be shown. */
  picture: Nullable(Type.Object({ width: Type.Integer(), height: Type.Integer() })),
})
export type ChatFile = Static<typeof ChatFile>

export const ChatMessage = Type.Object({
  id: Id,
  /** Made by the browser of whoever wrote it; null of answers. */
  sent_id: Nullable(Type.String()),
  author: Nullable(Type.String()),
  text: Type.String(),
  files: Type.Array(ChatFile),
  sent_at: When,
  /** Of an answer: the visitor has seen it. */
  read: Type.Boolean(),
})
export type ChatMessage = Static<typeof ChatMessage>

/** `GET /chat/:channel_id/talk` */
export const ChatTalk = Type.Object({
  /** Whether somebody is there now, and if not, when again. */
  open: Type.Boolean(),
  opens_at: Nullable(When),
  /** What we know of the visitor, so that he is not asked twice. */
  known: Type.Array(AskedOf),
  messages: Type.Array(ChatMessage),
})
export type ChatTalk = Static<typeof ChatTalk>

/** `POST /chat/:channel_id/messages` */
export const ChatSaid = Type.Object({
  /** Made by the browser; the same at every try. */
  id: Id,
  text: Text(5000, 0),
  file_ids: Type.Optional(Type.Array(Id, { maxItems: CHAT_FILES })),
  /** What he typed into the form: claims, no proof. */
  name: Type.Optional(Text(100)),
  phone: Type.Optional(Text(40)),
  email: Type.Optional(Text(200)),
  /** Where he writes from; `language` is the one in which the chat speaks to him. */
  page: Type.Optional(
    Type.Object({ url: Text(2000), title: Text(300, 0), referrer: Text(2000, 0), language: Text(35, 0) }),
  ),
})
export type ChatSaid = Static<typeof ChatSaid>

/** `POST /chat/:channel_id/receipts`: answers that his browser has got, or that he has seen. */
export const ChatReceipts = Type.Object({
  ids: Type.Array(Id, { minItems: 1, maxItems: 100 }),
  state: OneOf('delivered', 'read'),
})
export type ChatReceipts = Static<typeof ChatReceipts>

/** What a visitor's stream tells. */
export type ChatNews = { kind: 'messages'; messages: ChatMessage[] } | { kind: 'typing'; name: string | null }
