import { Type } from 'typebox'
import { Currency, Id, Minor, Nothing, Nullable, OneOf, Page, Text, When, endpoint } from './endpoint.ts'
import { Person } from './member-card.ts'
import { Funnel, Order, OrderFilter, OrderRow, Reading, RejectionReason, Silence, Stage } from './order-card.ts'
import { NewTask, Photo, Task } from './tasks.ts'

export * from './order-card.ts'

const OfOrder = Type.Object({ order_id: Id })

export const listFunnels = endpoint({
  method: 'GET',
  path: '/funnels',
  summary: 'Funnels with their stages',
  door: 'staff',
  reply: Type.Object({ rows: Type.Array(Funnel) }),
})

export const listOrders = endpoint({
  method: 'GET',
  path: '/orders',
  summary: 'Orders, newest first, 50 a page (S3)',
  door: 'staff',
  query: Type.Object({
    ...OrderFilter.properties,
    after: Type.Optional(Type.String({ maxLength: 300 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  }),
  reply: Page(OrderRow),
})

export const getBoard = endpoint({
  method: 'GET',
  path: '/board',
  summary: 'The board of a funnel: each stage with count, sum and its first cards (S3)',
  door: 'staff',
  query: OrderFilter,
  reply: Type.Object({
    funnel: Type.Object({ id: Id, name: Type.String() }),
    columns: Type.Array(
      Type.Object({
        stage: Stage,
        /** Of ended orders up to 1000, which then means as many or more. */
        count: Type.Integer(),
        /** Of ended orders null: there may be very many, and nobody asks what they add up to on a board. */
        sum: Nullable(Minor),
        currency: Currency,
        rows: Type.Array(OrderRow),
        next: Nullable(Type.String()),
      }),
    ),
  }),
})

export const getOrder = endpoint({
  method: 'GET',
  path: '/orders/:order_id',
  summary: 'One order with everything on its card, in one round trip (S40)',
  door: 'staff',
  params: OfOrder,
  reply: Order,
})

const NewDemand = Type.Object({
  /** A known trade by name, or a new one. */
  speciality: Text(100),
  people: Type.Integer({ minimum: 1, maximum: 500 }),
  starts_at: Type.Optional(Nullable(When)),
  ends_at: Type.Optional(Nullable(When)),
})

export const readRequest = endpoint({
  method: 'POST',
  path: '/orders/reading',
  summary: "Reads demand, time, address and urgency out of a request's words",
  door: 'staff',
  body: Type.Object({ text: Text(20_000) }),
  reply: Reading,
})

export const createOrder = endpoint({
  method: 'POST',
  path: '/orders',
  summary: "Makes an order: the request's words are enough (S31-S35, S39)",
  door: 'staff',
  body: Type.Object({
    /** Kept word for word. */
    request: Text(20_000),
    title: Type.Optional(Text(300)),
    source: Type.Optional(OneOf('phone', 'by_hand', 'api')),
    urgent: Type.Optional(Type.Boolean()),
    counterparty_id: Type.Optional(Id),
    contact_id: Type.Optional(Id),
    site_id: Type.Optional(Id),
    /** The caller, made on the spot when the phone is unknown. */
    caller: Type.Optional(
      Type.Object({ phone: Text(40), name: Type.Optional(Text(200)), counterparty: Type.Optional(Text(300)) }),
    ),
    /** An address that is not among the sites yet; one of the counterparty is made of it. */
    address: Type.Optional(Text(500)),
    responsible_id: Type.Optional(Id),
    funnel_id: Type.Optional(Id),
    due_at: Type.Optional(When),
    demands: Type.Optional(Type.Array(NewDemand, { maxItems: 50 })),
  }),
  reply: Order,
})

export const changeOrder = endpoint({
  method: 'PATCH',
  path: '/orders/:order_id',
  summary: 'Changes what an order is about, for whom, who answers for it',
  door: 'staff',
  params: OfOrder,
  body: Type.Object({
    title: Type.Optional(Text(300)),
    urgent: Type.Optional(Type.Boolean()),
    counterparty_id: Type.Optional(Nullable(Id)),
    contact_id: Type.Optional(Nullable(Id)),
    site_id: Type.Optional(Nullable(Id)),
    address: Type.Optional(Text(500)),
    responsible_id: Type.Optional(Id),
    due_at: Type.Optional(Nullable(When)),
  }),
  reply: Order,
})

export const setDemands = endpoint({
  method: 'PUT',
  path: '/orders/:order_id/demands',
  summary: 'Says anew who is needed: rows with an id are kept, the others are new, missing ones go',
  door: 'staff',
  params: OfOrder,
  body: Type.Object({
    demands: Type.Array(Type.Object({ id: Type.Optional(Id), ...NewDemand.properties }), { maxItems: 50 }),
  }),
  reply: Order,
})

export const agree = endpoint({
  method: 'POST',
  path: '/orders/:order_id/agreements',
  summary: 'Records agreed terms as a new version; earlier ones stay (S41)',
  door: 'staff',
  params: OfOrder,
  body: Type.Object({
    starts_at: Type.Optional(Nullable(When)),
    due_at: Type.Optional(Nullable(When)),
    price_model: Type.Optional(Nullable(OneOf('fixed', 'hourly'))),
    price: Type.Optional(Nullable(Minor)),
    vat_rate: Type.Optional(Nullable(Type.Integer({ minimum: 0, maximum: 100 }))),
    scope: Type.Optional(Nullable(Text(10_000))),
  }),
  reply: Order,
})

export const moveOrder = endpoint({
  method: 'POST',
  path: '/orders/:order_id/move',
  summary: 'Moves an order to another stage, as dragging on the board does; the refusal says why',
  door: 'staff',
  params: OfOrder,
  body: Type.Object({ stage_id: Id }),
  reply: Order,
})

export const giveTask = endpoint({
  method: 'POST',
  path: '/orders/:order_id/tasks',
  summary: 'Gives a task of the order to one or more performers; place, time and text come along (S36, S44)',
  door: 'staff',
  params: OfOrder,
  body: Type.Object({ ...NewTask.properties, demand_id: Type.Optional(Id) }),
  reply: Task,
})

/** What will be shown to the customer, for the manager to look over before it goes out. */
export const getResult = endpoint({
  method: 'GET',
  path: '/orders/:order_id/result',
  summary: 'The result so far: proposed words, photos, workers',
  door: 'staff',
  params: OfOrder,
  reply: Type.Object({
    summary: Type.String(),
    photos: Type.Array(Type.Object({ task_id: Id, photo: Photo })),
    workers: Type.Array(Type.Object({ member: Person, trade: Nullable(Type.String()) })),
    /** What comes of no answer, sent today; null: nothing. */
    silence: Nullable(Silence),
  }),
})

export const sendToAcceptance = endpoint({
  method: 'POST',
  path: '/orders/:order_id/rounds',
  summary: 'Shows the result to the customer: a personal link, a new round (S49, S50)',
  door: 'staff',
  params: OfOrder,
  body: Type.Object({
    /** One line a point. Proposed by getResult when not given. */
    summary: Type.Optional(Text(10_000)),
    photo_ids: Type.Optional(Type.Array(Id, { maxItems: 100 })),
    contact_id: Type.Optional(Id),
    answer_by: Type.Optional(When),
  }),
  reply: Type.Object({ order: Order, url: Type.String(), mailed_to: Nullable(Type.String()) }),
})

export const makeCustomerLink = endpoint({
  method: 'POST',
  path: '/orders/:order_id/customer-link',
  secret: true,
  summary: 'Makes another personal link to the order for the customer; earlier ones stop working',
  door: 'staff',
  params: OfOrder,
  body: Nothing,
  reply: Type.Object({ url: Type.String() }),
})

export const recordDecision = endpoint({
  method: 'POST',
  path: '/orders/:order_id/decision',
  summary: "Records the customer's decision in his place, marked so, with a proof (S50)",
  door: 'staff',
  params: OfOrder,
  body: Type.Object({
    decision: OneOf('accepted', 'rejected'),
    proof: Text(2000),
    proof_file_id: Type.Optional(Id),
    reason: Type.Optional(RejectionReason),
    words: Type.Optional(Text(5000)),
  }),
  reply: Order,
})

export const reworkTasks = endpoint({
  method: 'POST',
  path: '/orders/:order_id/rework',
  summary: 'Takes closed tasks of an order in work up again, as after a rejection, with a reason (S54)',
  door: 'staff',
  params: OfOrder,
  body: Type.Object({ task_ids: Type.Array(Id, { minItems: 1, maxItems: 100 }), reason: Text(2000) }),
  reply: Order,
})

export const completeOrder = endpoint({
  method: 'POST',
  path: '/orders/:order_id/complete',
  summary: 'Ends the order: after acceptance, with an act and an agreed amount (S57)',
  door: 'staff',
  params: OfOrder,
  body: Nothing,
  reply: Order,
})

export const reopenOrder = endpoint({
  method: 'POST',
  path: '/orders/:order_id/reopen',
  summary: 'Takes a completed or cancelled order up again, with a reason',
  door: 'staff',
  params: OfOrder,
  body: Type.Object({ reason: Text(2000) }),
  reply: Order,
})

export const cancelOrder = endpoint({
  method: 'POST',
  path: '/orders/:order_id/cancel',
  summary: 'Cancels the order with a reason',
  door: 'staff',
  params: OfOrder,
  body: Type.Object({ reason: Text(2000) }),
  reply: Order,
})
