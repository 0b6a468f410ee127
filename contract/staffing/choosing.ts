import { Type, type Static } from 'typebox'
import { Id, Nullable, OneOf, Page, Text, When, endpoint } from '../endpoint.ts'
import { Person, PoolName, Speciality } from '../member-card.ts'
import { PoolRequest, PoolRequestState } from '../pools.ts'

/** Why a person is not free, or whether his work is in order: a code of the catalogue and what its sentence names. */
const Reason = Type.Object({
  code: Type.String(),
  facts: Type.Record(Type.String(), Type.Unknown()),
  /** Of another task: which. */
  task: Nullable(Type.Object({ id: Id, number: Type.Integer(), title: Type.String() })),
  starts_at: Nullable(When),
  ends_at: Nullable(When),
})
export type Reason = Static<typeof Reason>

/** Planned minutes against those that a person has to work; null where nothing says how many. */
const Load = Type.Object({ planned: Type.Integer(), available: Nullable(Type.Integer()) })

export const Candidate = Type.Object({
  member: Person,
  specialities: Type.Array(Speciality),
  /** He knows the trade that is asked for. */
  of_trade: Type.Boolean(),
  pools: Type.Array(PoolName),
  /** `own`: of a pool that the viewer leads. `open`: of no pool. `other`: of another's. */
  group: OneOf('own', 'open', 'other'),
  /** At the time that is asked about; null when none is. */
  state: Nullable(OneOf('free', 'busy', 'absent', 'off')),
  reasons: Type.Array(Reason),
  /** What does not forbid, and should be known: a certificate that has expired. */
  warnings: Type.Array(Reason),
  day: Load,
  week: Load,
  /** He stands on a task of this order already. */
  assigned: Type.Boolean(),
  /** Only by the word of his curator: who that is, and what was asked already. Null: he may be assigned. */
  needs_request: Nullable(
    Type.Object({
      curators: Type.Array(Person),
      asked: Nullable(Type.Object({ id: Id, state: PoolRequestState, answer: Nullable(Type.String()) })),
    }),
  ),
})
export type Candidate = Static<typeof Candidate>

export const listCandidates = endpoint({
  method: 'GET',
  path: '/candidates',
  summary: 'Performers to choose from: own pool and free first, each with load and reasons (S24, S33, S36)',
  door: 'staff',
  query: Type.Object({
    /** Those who know it come first; with `only_trade`, they alone. */
    speciality_id: Type.Optional(Id),
    only_trade: Type.Optional(Type.Boolean()),
    /** The time of the work; a demand brings its own. */
    from: Type.Optional(When),
    to: Type.Optional(When),
    order_id: Type.Optional(Id),
    demand_id: Type.Optional(Id),
    /** A task that is being changed is no clash with itself. */
    task_id: Type.Optional(Id),
    pool_id: Type.Optional(Id),
    only_free: Type.Optional(Type.Boolean()),
    q: Type.Optional(Type.String({ maxLength: 200 })),
  }),
  reply: Type.Object({
    rows: Type.Array(Candidate),
    /** How many there are in all; more than are shown are found by words and filters. */
    total: Type.Integer(),
    free: Type.Integer(),
  }),
})

export const askForPeople = endpoint({
  method: 'POST',
  path: '/pool-requests',
  summary: 'Asks the curators for performers of other pools, for work at a time (S23)',
  door: 'staff',
  body: Type.Object({
    member_ids: Type.Array(Id, { minItems: 1, maxItems: 50 }),
    order_id: Type.Optional(Id),
    task_id: Type.Optional(Id),
    starts_at: When,
    ends_at: When,
    word: Type.Optional(Text(500)),
  }),
  reply: Type.Object({ rows: Type.Array(PoolRequest) }),
})

const PersonOfPool = Type.Object({
  member: Person,
  phone: Nullable(Type.String()),
  state: OneOf('invited', 'active', 'suspended', 'left'),
  specialities: Type.Array(Speciality),
  /** Besides this one. */
  other_pools: Type.Array(PoolName),
  since: When,
  /** This week. */
  load: Load,
})
export type PersonOfPool = Static<typeof PersonOfPool>

const OfPool = Type.Object({ pool_id: Id })

export const listPoolPeople = endpoint({
  method: 'GET',
  path: '/pools/:pool_id/people',
  summary: 'Performers of a pool by name, with their load of this week',
  door: 'staff',
  params: OfPool,
  query: Type.Object({ after: Type.Optional(Type.String({ maxLength: 300 })) }),
  reply: Page(PersonOfPool),
})

const HandoverTask = Type.Object({
  id: Id,
  number: Type.Integer(),
  title: Type.String(),
  reference: Nullable(Type.String()),
  place: Nullable(Type.String()),
  starts_at: Nullable(When),
  ends_at: Nullable(When),
  performers: Type.Array(Person),
})

const Handover = Type.Object({
  from: Person,
  to: Person,
  /** Open tasks that the one curates and people of the pool do; the other will curate them. */
  tasks: Type.Array(HandoverTask),
  /** What was looked at: given back with the act, which is refused when something of it has changed. */
  stamp: Type.String(),
})
export type Handover = Static<typeof Handover>

export const previewHandover = endpoint({
  method: 'GET',
  path: '/pools/:pool_id/handover',
  summary: 'What would go from one curator of a pool to another: each open task of its people (S22)',
  door: 'staff',
  params: OfPool,
  query: Type.Object({ from_member_id: Id, to_member_id: Id }),
  reply: Handover,
})

export const handPoolOver = endpoint({
  method: 'POST',
  path: '/pools/:pool_id/handover',
  summary: 'Hands a pool over in one step: who curates it, and the open tasks that were looked at (S22)',
  door: 'staff',
  params: OfPool,
  body: Type.Object({ from_member_id: Id, to_member_id: Id, stamp: Type.String({ maxLength: 100 }) }),
  reply: Type.Object({ tasks: Type.Integer() }),
})
