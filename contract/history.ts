import { Type, type Static } from 'typebox'
import { AbsenceKind } from './time/absences.ts'
import { Day, Id, Nullable, OneOf, Page, Text, When, endpoint } from './endpoint.ts'
import { Comment } from './tasks.ts'
import { Person } from './member-card.ts'

/** One line of a timeline: a fact, or words said in a task. Sentences are the reader's catalogue's: `event.<name>`. */
export const Entry = Type.Object({
  id: Id,
  /** `order.moved`, `task.closed`… */
  name: Type.String(),
  at: When,
  actor: Nullable(
    Type.Object({
      id: Nullable(Id),
      kind: OneOf('staff', 'performer', 'customer', 'system', 'user'),
      name: Nullable(Type.String()),
      /** The name of the absent person in whose place he did it. */
      acts_for: Nullable(Type.String()),
    }),
  ),
  subject_kind: Type.String(),
  subject_id: Id,
  /** What the sentence names: stages, sums, titles. */
  facts: Type.Record(Type.String(), Type.Unknown()),
  /** Of words said in a task: the comment itself and its task. */
  comment: Nullable(Comment),
  task: Nullable(Type.Object({ id: Id, number: Type.Integer(), title: Type.String() })),
})
export type Entry = Static<typeof Entry>

export const getOrderTimeline = endpoint({
  method: 'GET',
  path: '/orders/:order_id/timeline',
  summary: 'What happened to an order, its tasks, rounds and documents, newest first (S94)',
  door: 'staff',
  params: Type.Object({ order_id: Id }),
  query: Type.Object({ after: Type.Optional(Type.String({ maxLength: 300 })) }),
  reply: Page(Entry),
})

export const getMemberTimeline = endpoint({
  method: 'GET',
  path: '/members/:member_id/timeline',
  summary: 'What happened to a person of the company, newest first (S94)',
  door: 'staff',
  params: Type.Object({ member_id: Id }),
  query: Type.Object({ after: Type.Optional(Type.String({ maxLength: 300 })) }),
  reply: Page(Entry),
})

export const getPoolTimeline = endpoint({
  method: 'GET',
  path: '/pools/:pool_id/timeline',
  summary: 'What happened to a pool, newest first: who led it, who was in it, its name and trades (S94)',
  door: 'staff',
  params: Type.Object({ pool_id: Id }),
  query: Type.Object({ after: Type.Optional(Type.String({ maxLength: 300 })) }),
  reply: Page(Entry),
})

/** Work of a person that was given back: by whom, why, and what it was. */
export const Return = Type.Object({
  id: Id,
  at: When,
  /** The name of whoever gave it back, and whether that was the customer by his rejection. */
  by: Nullable(Type.String()),
  by_customer: Type.Boolean(),
  reason: Type.String(),
  task: Type.Object({ id: Id, number: Type.Integer(), title: Type.String(), reference: Nullable(Type.String()) }),
})
export type Return = Static<typeof Return>

export const listReturns = endpoint({
  method: 'GET',
  path: '/members/:member_id/returns',
  summary: 'Work of a person that was given back, with reasons, newest first (S9, S10)',
  door: 'staff',
  params: Type.Object({ member_id: Id }),
  query: Type.Object({ after: Type.Optional(Type.String({ maxLength: 300 })) }),
  reply: Type.Object({
    rows: Type.Array(Return),
    next: Nullable(Type.String()),
    /** On the first page only: how many tasks he has finished once, and how many of them came back. */
    sums: Nullable(Type.Object({ finished: Type.Integer(), returned: Type.Integer() })),
  }),
})

/** A find of the palette. */
export const Find = Type.Object({
  kind: OneOf('order', 'counterparty', 'contact', 'member', 'task'),
  id: Id,
  title: Type.String(),
  detail: Nullable(Type.String()),
  /** Of a contact: whose page to open. */
  counterparty_id: Nullable(Id),
})
export type Find = Static<typeof Find>

export const search = endpoint({
  method: 'GET',
  path: '/search',
  summary: 'Finds an order by number or words, a customer by name, a person by phone',
  door: 'staff',
  query: Type.Object({ text: Text(200) }),
  reply: Type.Object({ rows: Type.Array(Find) }),
})

/** What waits for this person, for the bell and the rail. */
export const getWaiting = endpoint({
  method: 'GET',
  path: '/waiting',
  summary:
    'What waits for the viewer: unanswered questions, tasks to check, rejected orders, requests for his people, certificates that run out, channels that fail',
  door: 'staff',
  reply: Type.Object({
    rows: Type.Array(
      Type.Object({
        kind: OneOf(
          'question',
          'task_to_check',
          'order_rejected',
          'order_accepted',
          'order_silent',
          'task_declined',
          'pool_request',
          'certificate_expired',
          'certificate_expiring',
          'absence_asked',
          'channel_failing',
        ),
        at: When,
        /** Of a person who asks to be away: from when to when, in days. */
        days: Nullable(Type.Object({ absence_id: Id, kind: AbsenceKind, from_day: Day, to_day: Day })),
        order_id: Nullable(Id),
        order_number: Nullable(Type.Integer()),
        task_id: Nullable(Id),
        /** Of a request for a performer of his: which. */
        pool_request_id: Nullable(Id),
        /** Of a request: for which time. */
        span: Nullable(Type.Object({ starts_at: When, ends_at: When })),
        title: Type.String(),
        person: Nullable(Person),
        words: Nullable(Type.String()),
        /** Of a certificate: its last day. */
        day: Nullable(Day),
        /** Of an absent person's matters: whose it is; null of the viewer's own. */
        whose: Nullable(Person),
      }),
    ),
  }),
})
