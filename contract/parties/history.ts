import { Type, type Static } from 'typebox'
import { Day, Id, Nullable, OneOf, Page, When, endpoint } from '../endpoint.ts'
import { Entry } from '../history.ts'
import { ChannelKind, Message } from '../inbox/conversations.ts'

/** What a line of a counterparty's history is of: talks, calls, orders and their tasks, documents, files, the card itself. */
export const HistoryKind = OneOf('talk', 'call', 'order', 'document', 'file', 'card')
export type HistoryKind = Static<typeof HistoryKind>

/** A fact or a message: one of the two is there. */
export const HistoryLine = Type.Object({
  id: Id,
  at: When,
  fact: Nullable(Entry),
  message: Nullable(Message),
  /** The dialogue of a message. */
  dialogue: Nullable(Type.Object({ id: Id, channel: ChannelKind, title: Nullable(Type.String()) })),
  /** The order that a fact is of, its own or its task's. */
  order: Nullable(Type.Object({ id: Id, number: Type.Integer(), title: Type.String() })),
})
export type HistoryLine = Static<typeof HistoryLine>

export const HistoryFilter = Type.Object({
  kind: Type.Optional(HistoryKind),
  site_id: Type.Optional(Id),
  contact_id: Type.Optional(Id),
  /** Words of messages, comments and facts, all of them, in any order. */
  search: Type.Optional(Type.String({ maxLength: 200 })),
  /** Days of the company, both included. */
  from: Type.Optional(Day),
  till: Type.Optional(Day),
})
export type HistoryFilter = Static<typeof HistoryFilter>

export const getCounterpartyHistory = endpoint({
  method: 'GET',
  path: '/counterparties/:counterparty_id/history',
  summary: 'Everything that was with a counterparty, newest first: talks, calls, orders, tasks, documents, files (S29)',
  door: 'staff',
  params: Type.Object({ counterparty_id: Id }),
  query: Type.Object({ ...HistoryFilter.properties, after: Type.Optional(Type.String({ maxLength: 300 })) }),
  reply: Page(HistoryLine),
})
