import { Type, type Static } from 'typebox'
import { Can, Currency, Day, Id, Minor, Nullable, OneOf, When } from './endpoint.ts'
import { Person, Speciality } from './member-card.ts'
import { TaskState } from './task-card.ts'

export const Phase = OneOf('new', 'agreement', 'work', 'acceptance', 'closing', 'done', 'cancelled')
export type Phase = Static<typeof Phase>
export const Source = OneOf(
  'phone',
  'telegram',
  'max',
  'email',
  'web_chat',
  'portal',
  'recurrence',
  'rule',
  'api',
  'import',
  'by_hand',
)
export const RejectionReason = OneOf('quality', 'volume', 'deadline', 'price', 'other')

export const Stage = Type.Object({ id: Id, phase: Phase, name: Type.String() })
export const Funnel = Type.Object({ id: Id, name: Type.String(), stages: Type.Array(Stage) })
export type Funnel = Static<typeof Funnel>

/** So many people of a trade, and how many stand on the order's tasks already (S32). */
export const Demand = Type.Object({
  id: Id,
  speciality: Speciality,
  people: Type.Integer(),
  filled: Type.Integer(),
  starts_at: Nullable(When),
  ends_at: Nullable(When),
})
export type Demand = Static<typeof Demand>

export const Agreement = Type.Object({
  id: Id,
  version: Type.Integer(),
  starts_at: Nullable(When),
  due_at: Nullable(When),
  price_model: Nullable(OneOf('fixed', 'hourly')),
  /** Fixed: the order's sum. Hourly: of one hour. VAT inside. */
  price: Nullable(Minor),
  currency: Currency,
  vat_rate: Nullable(Type.Integer()),
  scope: Nullable(Type.String()),
  made_by: Person,
  made_at: When,
})
export type Agreement = Static<typeof Agreement>

/** The one next step of the process: the primary button of the card. */
export const Step = OneOf(
  'set_counterparty',
  'agree',
  'assign',
  'send_to_acceptance',
  'await_decision',
  'issue_documents',
  'complete',
  'none',
)

/** The worst trouble of an order, for its one warning line; null when all is well (S11). */
export const Warning = Nullable(
  Type.Object({
    code: OneOf(
      'order.overdue',
      'order.rejected',
      'order.question_waits',
      'order.demand_unfilled',
      'order.task_not_accepted',
      'order.due_soon',
    ),
    since: Nullable(When),
    facts: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  }),
)

export const OrderRow = Type.Object({
  id: Id,
  number: Type.Integer(),
  title: Type.String(),
  phase: Phase,
  stage: Type.Object({ id: Id, name: Type.String() }),
  counterparty: Nullable(Person),
  address: Nullable(Type.String()),
  responsible: Person,
  urgent: Type.Boolean(),
  due_at: Nullable(When),
  /** The agreed sum of the order: fixed price, or hours so far by the price of an hour. Null before it is agreed. */
  amount: Nullable(Minor),
  currency: Currency,
  demands: Type.Array(Type.Object({ speciality: Type.String(), people: Type.Integer(), filled: Type.Integer() })),
  tasks_closed: Type.Integer(),
  tasks_total: Type.Integer(),
  open_questions: Type.Integer(),
  /** Rounds of acceptance so far. */
  rounds: Type.Integer(),
  documents: Type.Array(Type.Object({ kind: OneOf('invoice', 'act'), number: Type.String() })),
  warning: Warning,
  /** Since when it stands in its phase. */
  phase_since: When,
  created_at: When,
  version: Type.Integer(),
})
export type OrderRow = Static<typeof OrderRow>

/** Silence that accepts the work, as the contract in force on the day of sending has it. */
export const Silence = Type.Object({
  contract_number: Type.String(),
  contract_signed_on: Day,
  /** Working days after the day of sending. */
  days: Type.Integer(),
  /** The last of them: at its end the work counts as accepted. */
  last_day: Day,
})
export type Silence = Static<typeof Silence>

export const Round = Type.Object({
  id: Id,
  number: Type.Integer(),
  summary: Type.String(),
  sent_by: Person,
  sent_at: When,
  answer_by: Nullable(When),
  opened_at: Nullable(When),
  decision: Nullable(OneOf('accepted', 'rejected')),
  decided_at: Nullable(When),
  /** Null: silence never accepts. */
  silence: Nullable(Silence),
  /** The customer wrote meanwhile: it accepts no more. */
  silence_broken_at: Nullable(When),
  /** When the customer was reminded that he has not answered. */
  reminded_at: Nullable(When),
  /** Accepted, for no answer came: nobody decided. */
  by_silence: Type.Boolean(),
  /** The contact who decided, or the manager who recorded it in the customer's place; null while nobody has. */
  decided_by: Nullable(
    Type.Object({
      name: Type.String(),
      in_place_of_customer: Type.Boolean(),
      proof: Nullable(Type.String()),
      proof_file_id: Nullable(Id),
    }),
  ),
  reason: Nullable(RejectionReason),
  words: Nullable(Type.String()),
  /** Taken back by the company before it was decided. */
  withdrawn_at: Nullable(When),
  photos: Type.Array(
    Type.Object({
      file_id: Id,
      side: OneOf('result', 'rejection'),
      stage: OneOf('before', 'after', 'other'),
      taken_at: When,
    }),
  ),
})
export type Round = Static<typeof Round>

/** Hours and money so far; null without the right money.read. */
export const OrderMoney = Nullable(
  Type.Object({
    minutes: Type.Integer(),
    labour: Minor,
    cost: Minor,
    amount: Nullable(Minor),
    margin: Nullable(Minor),
    currency: Currency,
    by_worker: Type.Array(Type.Object({ member: Person, minutes: Type.Integer(), cost: Minor })),
  }),
)

export const OrderTask = Type.Object({
  id: Id,
  number: Type.Integer(),
  title: Type.String(),
  state: TaskState,
  starts_at: Nullable(When),
  ends_at: Nullable(When),
  estimate_minutes: Nullable(Type.Integer()),
  assignees: Type.Array(
    Type.Object({ member: Person, state: OneOf('new', 'accepted', 'declined', 'in_progress', 'done') }),
  ),
  minutes: Type.Integer(),
  checklist_done: Type.Integer(),
  checklist_total: Type.Integer(),
  open_questions: Type.Integer(),
  demand_id: Nullable(Id),
})
export type OrderTask = Static<typeof OrderTask>

export const Order = Type.Object({
  id: Id,
  number: Type.Integer(),
  title: Type.String(),
  phase: Phase,
  stage: Stage,
  funnel: Type.Object({ id: Id, name: Type.String() }),
  counterparty: Nullable(Person),
  contact: Nullable(
    Type.Object({ id: Id, name: Type.String(), phone: Nullable(Type.String()), email: Nullable(Type.String()) }),
  ),
  site: Nullable(Type.Object({ id: Id, address: Type.String(), access_note: Nullable(Type.String()) })),
  /** Of the site, or as it was said while there is no customer of whom it can be a site. */
  address: Nullable(Type.String()),
  responsible: Person,
  /** Staff who follow the order besides. */
  watchers: Type.Array(Person),
  urgent: Type.Boolean(),
  source: Source,
  /** The request word for word (S31). */
  request: Type.String(),
  requested_at: When,
  due_at: Nullable(When),
  cancel_reason: Nullable(Type.String()),
  agreement: Nullable(Agreement),
  agreements: Type.Array(Agreement),
  demands: Type.Array(Demand),
  tasks: Type.Array(OrderTask),
  rounds: Type.Array(Round),
  documents: Type.Array(
    Type.Object({
      id: Id,
      kind: OneOf('invoice', 'act'),
      number: Type.String(),
      issued_on: Type.String(),
      total: Minor,
      currency: Currency,
      state: OneOf('issued', 'void'),
      file_id: Id,
    }),
  ),
  money: OrderMoney,
  warning: Warning,
  next_step: Step,
  version: Type.Integer(),
  created_at: When,
  can: Type.Object({
    change: Can,
    agree: Can,
    assign: Can,
    send_to_acceptance: Can,
    record_decision: Can,
    issue_documents: Can,
    complete: Can,
    reopen: Can,
    cancel: Can,
    /** Saying who else watches. */
    watch: Can,
  }),
})
export type Order = Static<typeof Order>

/** One filter language of list, board and export; each field is a parameter of the address. */
export const OrderFilter = Type.Object({
  funnel_id: Type.Optional(Id),
  stage_id: Type.Optional(Type.Array(Id)),
  phase: Type.Optional(Type.Array(Phase)),
  responsible_id: Type.Optional(Type.Array(Id)),
  counterparty_id: Type.Optional(Id),
  site_id: Type.Optional(Id),
  /** Due before the end of this company's day. */
  due_until: Type.Optional(Type.String({ format: 'date' })),
  urgent: Type.Optional(Type.Boolean()),
  /** Only orders with a warning. */
  troubled: Type.Optional(Type.Boolean()),
  search: Type.Optional(Type.String({ maxLength: 200 })),
})
export type OrderFilter = Static<typeof OrderFilter>

/** What a request's words say: shown under the text while it is typed, doubts never block. */
export const Reading = Type.Object({
  title: Type.String(),
  /** `quote` is the piece of the text that it was read from. */
  demands: Type.Array(
    Type.Object({
      speciality: Type.String(),
      people: Type.Integer(),
      starts_at: Nullable(When),
      quote: Type.String(),
      sure: Type.Boolean(),
    }),
  ),
  starts_at: Nullable(Type.Object({ value: When, quote: Type.String(), sure: Type.Boolean() })),
  address: Nullable(Type.Object({ value: Type.String(), quote: Type.String(), sure: Type.Boolean() })),
  phone: Nullable(Type.Object({ value: Type.String(), quote: Type.String(), sure: Type.Boolean() })),
  urgent: Type.Boolean(),
})
export type Reading = Static<typeof Reading>
