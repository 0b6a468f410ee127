import type { Readable } from 'node:stream'
import type { Static, TObject } from 'typebox'
import type { ChannelKind, MessageContent, MessagePart } from '#contract/inbox/conversations.ts'
import type { Ctx, World } from '#platform/ctx.ts'

/** How a person is known at a provider: `email` in lower case, `phone` as `+375291234567`, else the provider's id. */
export type IdentityKind = 'phone' | 'email' | 'telegram' | 'web_chat' | 'max'
export type Identity = { kind: IdentityKind; value: string }

export type Sender = Identity & {
  name: string
  /** As he calls himself there: «@anna_europa». */
  label?: string
  /** What the provider vouches for beside it: the phone of a shared contact, a signed identity of a site. */
  proven?: readonly Identity[]
  /** What he says of himself without any proof: an address typed into a form. */
  claimed?: readonly Identity[]
}

/** A file of a message that came; without bytes the provider did not give it, and `fault` says why. */
export type ReceivedFile = { name: string; part: MessagePart; content_id?: string } & (
  | { bytes: Uint8Array }
  /** Already among the files of the company. */
  | { file_id: string }
  | { fault: string }
)

/** A message as an adapter reads it. `external_id` is the same however often the provider delivers it. */
export type Received = {
  kind: 'message'
  external_id: string
  /** By which it is kept when another message, with other words, came under the same external id before. */
  twin_id?: string
  /** Null: the adapter's `place` finds the dialogue by what the message refers to. */
  thread: { key: string | null; title?: string | null; facts?: Record<string, unknown>; group?: boolean }
  /** Null: the provider itself says it (somebody came into the group). */
  sender: Sender | null
  /** By the provider's clock; a time to come is taken for now. */
  sent_at: Date
  /** Place among messages of the same moment: the provider's running number. */
  position?: number
  /** What the writer says, and what he quotes or signs with. */
  text: string
  folded?: string
  html?: string | null
  content?: MessageContent | null
  files?: readonly ReceivedFile[]
  /** External id of the message that this one answers. */
  reply_to?: string | null
  /** Who wrote it first, of a message that was passed on. */
  forwarded_from?: string | null
  /** The same of messages that were sent as one: pictures of an album. */
  album?: string | null
  /** Present on a message that its writer has changed: when he did. */
  edited_at?: Date | null
  /** Null or absent: a person wrote it. A machine's message asks for no answer. */
  machine?: 'auto-reply' | 'bounce' | 'complaint' | 'notice' | null
  /** Present on what one of ours wrote in another program of the same account: as he calls himself there, and to whom. */
  elsewhere?: { author: string; to: readonly Identity[] }
  /** What the message refers to, for `place`: Message-IDs of a letter. */
  references?: readonly string[]
  /** As it came: the provider's JSON, or the bytes of a letter. */
  raw: { json: unknown } | { bytes: Uint8Array; name: string }
}

/** What else a provider tells. */
export type Signal =
  | Received
  /** What we sent has got so far. */
  | { kind: 'receipt'; external_id: string; state: 'delivered' | 'read'; at: Date }
  /** What we sent did not arrive after all. */
  | { kind: 'returned'; external_id: string; permanent: boolean; words: string; at: Date }
  /** Nothing reaches a person there any more ('blocked', 'bounced'), or it does again (null). */
  | { kind: 'reach'; identity: Identity; fault: 'blocked' | 'bounced' | null; at: Date }
  /** A group has got another id at the provider. */
  | { kind: 'moved'; from_key: string; to_key: string }
  /** Its writer took a message back; what it said stays in the history. */
  | { kind: 'removed'; external_id: string; at: Date }

/** By what an adapter reaches its provider. */
export type Access = {
  company_id: string
  channel_id: string
  settings: Record<string, unknown>
  secrets: Record<string, unknown>
}

export type Cursor = Record<string, unknown>

/** What a node lends to an adapter that follows its provider. */
export type Following = {
  access: Access
  world: World
  /** How far the provider has been read. */
  cursor: Cursor
  /** Ends the following: the node stops, the channel was changed, or another node has taken it. */
  signal: AbortSignal
  /** Keeps what came together with how far it is read now, whole or not at all; what came before is passed over. */
  take(signals: readonly Signal[], cursor: Cursor): Promise<void>
  /** The provider answers, whether or not there was anything. Also keeps the node's claim on the channel. */
  alive(): Promise<void>
  log(line: string, error?: unknown): void
}

/** A file on its way out. */
export type OutgoingFile = { id: string; name: string; mime: string; size: number; open(): Readable }

/** What another message says, for quoting it and for answering it in its thread. */
export type Quoted = {
  external_id: string | null
  references: readonly string[]
  author: string
  sent_at: Date
  text: string
}

export type Outgoing = {
  /** Ours; the same at every try. */
  message_id: string
  to: Identity | null
  conversation: { id: string; external_key: string | null; title: string | null; facts: Record<string, unknown> }
  author: { name: string | null; company: string }
  /** By whose clock people read when something was written. */
  time_zone?: string
  text: string
  files: readonly OutgoingFile[]
  /** The message that it answers by name; otherwise null. */
  reply_to: Quoted | null
  /** The last that came in, whatever it says. */
  last_in: Quoted | null
  now: Date
}

/** What the provider made of it; `facts` become the conversation's. */
export type Sent = { external_id: string; facts?: Record<string, unknown> }

/**
 * Why a provider could not be reached or refused. `code` is a refusal's (`channel.token_wrong`), `words` the
 * provider's own. Of a message: `permanent` when no further try helps; `reach` when the person cannot be reached there.
 * Of settings that are tried: `field` is the one to look at (`settings.imap.host`).
 */
export class ChannelFault extends Error {
  readonly code: string
  readonly words: string
  readonly permanent: boolean
  readonly retry_at: Date | null
  readonly reach: 'blocked' | 'bounced' | null
  readonly field: string | null

  constructor(
    code: string,
    words = '',
    more: Partial<Pick<ChannelFault, 'permanent' | 'retry_at' | 'reach' | 'field'>> = {},
  ) {
    super(`${code}: ${words}`)
    this.code = code
    this.words = words
    this.permanent = more.permanent ?? false
    this.retry_at = more.retry_at ?? null
    this.reach = more.reach ?? null
    this.field = more.field ?? null
  }
}

/**
 * A door to one provider. A new channel is a folder with its adapter and samples, and one line in adapters.ts.
 * Adapters know nothing of rights and hold no transaction; what they throw on purpose is a ChannelFault.
 */
export type Adapter<S extends TObject = TObject, K extends TObject = TObject> = {
  kind: ChannelKind
  /** What may be shown of the settings, and what is sealed. */
  settings: S
  secrets: K
  /** Which identity of a contact a new dialogue can be begun with; null where only the other side can begin. */
  opens: IdentityKind | null
  /**
   * Tries the settings at the provider before they are kept.
   * @returns what the provider calls us, and settings that only it knows
   */
  check(access: Access, world: World): Promise<{ name: string; settings?: Partial<Static<S>> }>
  /** Follows the provider until the signal: asks, waits, and gives on what comes. Absent where the provider calls us. */
  follow?(following: Following): Promise<void>
  /** The dialogue of a message whose thread has no key; null for a new one. */
  place?(ctx: Ctx, channel_id: string, received: Received): Promise<string | null>
  /** Sends one message. What it throws that is no ChannelFault is tried again. */
  send?(message: Outgoing, access: Access, world: World): Promise<Sent>
  /** Shows the other side that somebody writes, where the provider can. */
  typing?(to: Pick<Outgoing, 'to' | 'conversation'>, access: Access, world: World): Promise<void>
}
