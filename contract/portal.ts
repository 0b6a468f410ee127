import { Type, type Static } from 'typebox'
import { Can, Currency, Day, Id, Minor, Nullable, OneOf, Text, When, endpoint } from './endpoint.ts'
import { ZoneClock } from './member-card.ts'
import { RejectionReason, Silence } from './order-card.ts'

/** A photo the customer may see; its bytes are at /api/portal/:link_id/files/:file_id. */
const ShownPhoto = Type.Object({ file_id: Id, stage: OneOf('before', 'after', 'other'), taken_at: When })

/**
 * The order as its customer sees it: a purchase. Costs, rates, hours' prices and internal words have no field here,
 * so none can slip through (S75).
 */
export const Purchase = Type.Object({
  company: Type.Object({ name: Type.String(), phone: Nullable(Type.String()), email: Nullable(Type.String()) }),
  customer: Type.String(),
  time_zone: Type.String(),
  clock: ZoneClock,
  number: Type.Integer(),
  title: Type.String(),
  address: Nullable(Type.String()),
  phase: OneOf('new', 'agreement', 'work', 'acceptance', 'closing', 'done', 'cancelled'),
  request: Type.String(),
  requested_at: When,
  terms: Nullable(
    Type.Object({
      starts_at: Nullable(When),
      due_at: Nullable(When),
      price_model: Nullable(OneOf('fixed', 'hourly')),
      price: Nullable(Minor),
      currency: Currency,
      scope: Nullable(Type.String()),
      agreed_at: When,
    }),
  ),
  /** The sum to pay as agreed; null while it is open. */
  amount: Nullable(Minor),
  currency: Currency,
  responsible: Type.Object({ name: Type.String(), phone: Nullable(Type.String()) }),
  /** Rounds, the last one first; an undecided one waits for this customer. */
  rounds: Type.Array(
    Type.Object({
      id: Id,
      number: Type.Integer(),
      summary: Type.String(),
      sent_at: When,
      answer_by: Nullable(When),
      photos: Type.Array(ShownPhoto),
      workers: Type.Array(Type.Object({ name: Type.String(), trade: Nullable(Type.String()) })),
      decision: Nullable(OneOf('accepted', 'rejected')),
      decided_at: Nullable(When),
      decided_by: Nullable(Type.String()),
      /** Until when silence is waited for; null: it never accepts. */
      silence: Nullable(Silence),
      /** Accepted, for no answer came: nobody decided. */
      by_silence: Type.Boolean(),
      reason: Nullable(RejectionReason),
      words: Nullable(Type.String()),
      rejection_photos: Type.Array(ShownPhoto),
    }),
  ),
  documents: Type.Array(
    Type.Object({
      id: Id,
      kind: OneOf('invoice', 'act'),
      number: Type.String(),
      issued_on: Day,
      total: Minor,
      currency: Currency,
      file_id: Id,
      name: Type.String(),
    }),
  ),
  /** Who looks: the contact the link was given to. */
  viewer: Type.Object({ name: Type.String() }),
  can: Type.Object({ accept: Can, reject: Can }),
})
export type Purchase = Static<typeof Purchase>

const OfLink = Type.Object({ link_id: Id })

export const openLink = endpoint({
  method: 'POST',
  path: '/portal/:link_id/open',
  summary: 'Opens a personal link: from now on this browser carries its secret in a cookie of that link alone',
  door: 'open',
  params: OfLink,
  body: Type.Object({ secret: Text(100) }),
  reply: Purchase,
})

export const getPurchase = endpoint({
  method: 'GET',
  path: '/portal/:link_id/purchase',
  summary: 'The order as its customer sees it',
  door: 'customer',
  params: OfLink,
  reply: Purchase,
})

export const acceptWork = endpoint({
  method: 'POST',
  path: '/portal/:link_id/accept',
  summary: 'The customer accepts the work: his own recorded act (S51, S55)',
  door: 'customer',
  params: OfLink,
  body: Type.Object({ round_id: Id, words: Type.Optional(Text(5000)) }),
  reply: Purchase,
})

export const rejectWork = endpoint({
  method: 'POST',
  path: '/portal/:link_id/reject',
  summary: 'The customer rejects the work with a reason, words and photos; `other` needs words (S52-S54)',
  door: 'customer',
  params: OfLink,
  body: Type.Object({
    round_id: Id,
    reason: RejectionReason,
    words: Type.Optional(Text(5000)),
    photo_ids: Type.Optional(Type.Array(Id, { maxItems: 20 })),
  }),
  reply: Purchase,
})
