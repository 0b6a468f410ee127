import { Type, type Static } from 'typebox'
import { Id, Nullable, Text, When, endpoint } from '../endpoint.ts'
import { StoredFile } from '../files.ts'
import { ChannelKind } from './conversations.ts'
import { Order } from '../order-card.ts'
import { createOrder } from '../orders.ts'

const { caller: _caller, source: _source, ...OwnFields } = createOrder.body.properties

export const orderFromDialogue = endpoint({
  method: 'POST',
  path: '/conversations/:conversation_id/orders',
  summary: 'Makes an order of a dialogue, from one or several of its messages; their files come along (S37)',
  door: 'staff',
  params: Type.Object({ conversation_id: Id }),
  body: Type.Object({
    ...OwnFields,
    /** The messages that the request's words are of; their files come along. */
    message_ids: Type.Array(Id, { maxItems: 100 }),
    /** Whose order it is, by a name that is found, or made a counterparty of; its contact is the dialogue's. */
    counterparty_name: Type.Optional(Text(300)),
  }),
  reply: Order,
})

export const linkDialogue = endpoint({
  method: 'PUT',
  path: '/conversations/:conversation_id/orders/:order_id',
  summary: 'Says that a dialogue belongs to an order that is there (S39)',
  door: 'staff',
  params: Type.Object({ conversation_id: Id, order_id: Id }),
  reply: Type.Object({ conversation_id: Id, order_id: Id, number: Type.Integer() }),
})

export const Attachments = Type.Object({
  /** Dialogues that the order was made of, or belongs to, newest first. */
  dialogues: Type.Array(
    Type.Object({
      conversation_id: Id,
      channel: ChannelKind,
      contact: Nullable(Type.Object({ id: Id, name: Type.String() })),
      title: Nullable(Type.String()),
      /** Since when a person waits for an answer there. */
      waiting_since: Nullable(When),
      last_at: When,
      preview: Type.String(),
    }),
  ),
  files: Type.Array(StoredFile),
})
export type Attachments = Static<typeof Attachments>

export const getAttachments = endpoint({
  method: 'GET',
  path: '/orders/:order_id/attachments',
  summary: 'Dialogues and files of an order (S37, S40)',
  door: 'staff',
  params: Type.Object({ order_id: Id }),
  reply: Attachments,
})

export const addOrderFiles = endpoint({
  method: 'POST',
  path: '/orders/:order_id/files',
  summary: 'Puts files on an order (S77)',
  door: 'staff',
  params: Type.Object({ order_id: Id }),
  body: Type.Object({ file_ids: Type.Array(Id, { minItems: 1, maxItems: 20 }) }),
  reply: Attachments,
})
