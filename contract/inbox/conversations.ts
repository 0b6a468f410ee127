import { Type, type Static } from 'typebox'
import { Contact, Counterparty, Site } from '../counterparties.ts'
import { Can, Id, Nothing, Nullable, OneOf, Page, Text, When, endpoint } from '../endpoint.ts'
import { StoredFile } from '../files.ts'
import { Person } from '../member-card.ts'

export const ChannelKind = OneOf('email', 'telegram', 'web_chat', 'max', 'phone')
export type ChannelKind = Static<typeof ChannelKind>

/** What a file is to the reader of a message. */
export const MessagePart = OneOf('file', 'picture', 'voice', 'video', 'round', 'sticker')
export type MessagePart = Static<typeof MessagePart>

/** What a message is beside or instead of its text. */
export const MessageContent = Type.Union([
  Type.Object({
    kind: Type.Literal('call'),
    /** Whether the other side called; a missed call is one that nobody took. */
    incoming: Type.Boolean(),
    missed: Type.Boolean(),
    phone: Type.String(),
    seconds: Nullable(Type.Integer()),
  }),
  Type.Object({
    kind: Type.Literal('location'),
    latitude: Type.Number(),
    longitude: Type.Number(),
    title: Nullable(Type.String()),
    address: Nullable(Type.String()),
  }),
  Type.Object({ kind: Type.Literal('contact'), name: Type.String(), phone: Type.String() }),
  Type.Object({ kind: Type.Literal('sticker'), emoji: Type.String() }),
  /** What happened in the thread, by a code of the catalogue: somebody came, the bot was stopped. */
  Type.Object({ kind: Type.Literal('notice'), code: Type.String(), who: Nullable(Type.String()) }),
  /** What this product does not know yet: the provider's name of it; its raw form can be looked at. */
  Type.Object({ kind: Type.Literal('unknown'), name: Type.String() }),
])
export type MessageContent = Static<typeof MessageContent>

export const Delivery = Type.Object({
  state: OneOf('waiting', 'sending', 'sent', 'delivered', 'read', 'failed'),
  /** Why it failed or waits: a code with a sentence, and the provider's words. */
  fault: Nullable(Type.String()),
  fault_words: Nullable(Type.String()),
  /** When it is tried again. */
  due_at: Nullable(When),
  changed_at: When,
})

export const Message = Type.Object({
  id: Id,
  side: OneOf('in', 'out', 'note'),
  channel: ChannelKind,
  /** Who of ours wrote it; null of what came, of automatic answers, and of what was written in another program. */
  member: Nullable(Person),
  /** The contact who wrote what came. */
  contact: Nullable(Type.Object({ id: Id, name: Type.String() })),
  /** As the writer calls himself there. */
  author_name: Nullable(Type.String()),
  /** Who wrote it first, of a message that was passed on. */
  forwarded_from: Nullable(Type.String()),
  /** The same of messages that were sent as one: pictures of an album. */
  album: Nullable(Type.String()),
  machine: Nullable(OneOf('auto-reply', 'bounce', 'complaint', 'notice', 'reminder')),
  text: Type.String(),
  /** Quotes and signatures, folded: with the text they are the whole. */
  folded: Type.String(),
  /** What is folded: a signature alone, or letters that were written before. */
  folds: Nullable(OneOf('signature', 'letters')),
  /** Whether there is a form of it in HTML to look at. */
  has_html: Type.Boolean(),
  content: Nullable(MessageContent),
  files: Type.Array(
    Type.Object({
      name: Type.String(),
      part: MessagePart,
      file: Nullable(StoredFile),
      fault: Nullable(Type.String()),
    }),
  ),
  reply_to: Nullable(Type.Object({ id: Id, author: Nullable(Type.String()), text: Type.String() })),
  mentions: Type.Array(Person),
  delivery: Nullable(Delivery),
  sent_at: When,
  edited_at: Nullable(When),
  removed_at: Nullable(When),
})
export type Message = Static<typeof Message>

export const ConversationRow = Type.Object({
  id: Id,
  channel: Type.Object({ id: Id, kind: ChannelKind, name: Type.String(), archived: Type.Boolean() }),
  contact: Nullable(Type.Object({ id: Id, name: Type.String() })),
  counterparty: Nullable(Type.Object({ id: Id, name: Type.String() })),
  /** Subject of letters, name of a group. */
  title: Nullable(Type.String()),
  assignee: Nullable(Person),
  state: OneOf('open', 'snoozed', 'closed'),
  snoozed_until: Nullable(When),
  /** Since when a person waits for an answer. */
  waiting_since: Nullable(When),
  unread: Type.Boolean(),
  last_at: When,
  preview: Type.String(),
  preview_side: Nullable(OneOf('in', 'out', 'note')),
  preview_by: Nullable(Person),
  /** What we sent last did not arrive. */
  failed: Type.Boolean(),
  /** Numbers of orders made of it, newest first, three at most. */
  orders: Type.Array(Type.Object({ id: Id, number: Type.Integer() })),
})
export type ConversationRow = Static<typeof ConversationRow>

export const Conversation = Type.Object({
  ...ConversationRow.properties,
  version: Type.Integer(),
  /** Everything known of the contact; null in a group or where he is hidden. */
  contact_card: Nullable(Contact),
  /** By what he is known: `label` as he calls himself there, `fault` why nothing reaches him there. */
  accounts: Type.Array(
    Type.Object({
      kind: OneOf('phone', 'email', 'telegram', 'web_chat', 'max'),
      value: Type.String(),
      label: Nullable(Type.String()),
      /** The channel vouches for it: he writes from there, or signed in by it. */
      proven: Type.Boolean(),
      fault: Nullable(Type.String()),
    }),
  ),
  counterparty_card: Nullable(Counterparty),
  sites: Type.Array(Site),
  /** Other dialogues with the same contact, newest first. */
  others: Type.Array(Type.Object({ id: Id, kind: ChannelKind, title: Nullable(Type.String()), last_at: When })),
  can: Type.Object({ answer: Can, note: Can, assign: Can }),
})
export type Conversation = Static<typeof Conversation>

const OfConversation = Type.Object({ conversation_id: Id })

export const ConversationFilter = Type.Object({
  /** Ждут / Мои / Все: those that wait for an answer, those of the viewer, all that are not closed, closed ones. */
  view: Type.Optional(OneOf('waiting', 'mine', 'open', 'snoozed', 'closed')),
  channel_id: Type.Optional(Id),
  assignee_id: Type.Optional(Id),
  /** Those that nobody has taken. */
  free: Type.Optional(Type.Boolean()),
  contact_id: Type.Optional(Id),
  counterparty_id: Type.Optional(Id),
  /** Words of messages, subjects, names, phones, e-mails, counterparties. */
  search: Type.Optional(Type.String({ maxLength: 200 })),
})

export const listConversations = endpoint({
  method: 'GET',
  path: '/conversations',
  summary: 'Dialogues over all channels: those that wait for an answer first, then by their last message (S28)',
  door: 'staff',
  query: Type.Object({
    ...ConversationFilter.properties,
    after: Type.Optional(Type.String({ maxLength: 300 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  }),
  reply: Type.Object({
    ...Page(ConversationRow).properties,
    /** How many wait for an answer, and how many of the viewer's own are open; 99 means as many or more. */
    counts: Type.Object({ waiting: Type.Integer(), mine: Type.Integer() }),
  }),
})

export const getConversation = endpoint({
  method: 'GET',
  path: '/conversations/:conversation_id',
  summary: 'A dialogue with who it is with',
  door: 'staff',
  params: OfConversation,
  reply: Conversation,
})

export const listMessages = endpoint({
  method: 'GET',
  path: '/conversations/:conversation_id/messages',
  summary: 'Messages of a dialogue, newest first, 50 a page',
  door: 'staff',
  params: OfConversation,
  query: Type.Object({ after: Type.Optional(Type.String({ maxLength: 300 })) }),
  reply: Page(Message),
})

const Files = Type.Optional(Type.Array(Id, { maxItems: 20 }))

export const answerConversation = endpoint({
  method: 'POST',
  path: '/conversations/:conversation_id/answers',
  summary: 'Writes to the other side, by the channel of the dialogue (S27)',
  door: 'staff',
  params: OfConversation,
  body: Type.Object({
    text: Text(20_000, 0),
    file_ids: Files,
    /** The message that it answers. */
    reply_to_id: Type.Optional(Id),
  }),
  reply: Message,
})

export const noteConversation = endpoint({
  method: 'POST',
  path: '/conversations/:conversation_id/notes',
  summary: 'Writes among ourselves: it can never go outside',
  door: 'staff',
  params: OfConversation,
  body: Type.Object({
    text: Text(20_000, 0),
    file_ids: Files,
    /** Whom it calls. */
    mention_ids: Type.Optional(Type.Array(Id, { maxItems: 20 })),
  }),
  reply: Message,
})

export const resendMessage = endpoint({
  method: 'POST',
  path: '/messages/:message_id/resending',
  summary: 'Tries once more to send what did not go out',
  door: 'staff',
  params: Type.Object({ message_id: Id }),
  reply: Message,
})

export const openConversation = endpoint({
  method: 'POST',
  path: '/conversations',
  summary: 'Begins a dialogue with a contact in a channel that can; an open one with him is given back',
  door: 'staff',
  body: Type.Object({ channel_id: Id, contact_id: Id, title: Type.Optional(Text(300)) }),
  reply: Conversation,
})

export const changeConversation = endpoint({
  method: 'PATCH',
  path: '/conversations/:conversation_id',
  summary: 'Gives a dialogue to somebody, puts it off, closes or opens it, says with whom it is',
  door: 'staff',
  params: OfConversation,
  body: Type.Object({
    assignee_id: Type.Optional(Nullable(Id)),
    snoozed_until: Type.Optional(Nullable(When)),
    closed: Type.Optional(Type.Boolean()),
    /** It needs no answer: nobody waits any more. */
    answered: Type.Optional(Type.Literal(true)),
  }),
  reply: Conversation,
})

export const readConversation = endpoint({
  method: 'POST',
  path: '/conversations/:conversation_id/reading',
  summary: 'Marks a dialogue as read by the viewer, or as unread',
  door: 'staff',
  params: OfConversation,
  body: Type.Object({ unread: Type.Optional(Type.Boolean()) }),
  reply: Nothing,
})

/** Asked for every few seconds while a dialogue is open: says that one looks on, and who else does. */
export const attendConversation = endpoint({
  method: 'POST',
  path: '/conversations/:conversation_id/presence',
  summary: 'Says that the viewer has the dialogue open, or writes in it; tells who else does',
  door: 'staff',
  params: OfConversation,
  body: Type.Object({ typing: Type.Boolean() }),
  reply: Type.Object({ others: Type.Array(Type.Object({ member: Person, typing: Type.Boolean() })) }),
})

/** For whoever asks why a message is read so. */
export const getMessageSource = endpoint({
  method: 'GET',
  path: '/messages/:message_id/source',
  summary: 'A message as it came: the raw form, the clean HTML, earlier versions',
  door: 'staff',
  params: Type.Object({ message_id: Id }),
  reply: Type.Object({
    raw_file: Nullable(StoredFile),
    raw: Nullable(Type.String()),
    /** Cleaned: nothing in it runs or asks the outside; pictures from outside are held back. */
    html: Nullable(Type.String()),
    /** Pictures inside of the letter, by the name by which its HTML calls them. */
    pictures: Type.Array(Type.Object({ content_id: Type.String(), file_id: Id })),
    versions: Type.Array(Type.Object({ at: When, text: Type.String() })),
  }),
})
