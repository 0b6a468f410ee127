import { Type, type Static } from 'typebox'
import { Can, Day, Id, Nothing, Nullable, OneOf, Page, Text, When, endpoint } from './endpoint.ts'
import { Person, PoolName, Speciality } from './member-card.ts'

/** From when to when somebody leads a pool. */
export const Curator = Type.Object({
  id: Id,
  member: Person,
  /** Leads it in the curator's place, and does not say who curates it. */
  deputy: Type.Boolean(),
  from_day: Day,
  /** The last day; null until further notice. */
  to_day: Nullable(Day),
  /** Today. */
  now: Type.Boolean(),
})
export type Curator = Static<typeof Curator>

export const Pool = Type.Object({
  id: Id,
  name: Type.String(),
  specialities: Type.Array(Speciality),
  /** Those who lead it now or will; curators first. */
  curators: Type.Array(Curator),
  /** How many performers are in it. */
  people: Type.Integer(),
  /** Requests for its people that nobody has answered. */
  open_requests: Type.Integer(),
  /** The viewer leads it today. */
  mine: Type.Boolean(),
  archived_at: Nullable(When),
  version: Type.Integer(),
  can: Type.Object({
    /** Its name, its trades, its people. */
    change: Can,
    /** Who curates it, handing it over, its archive. */
    curate: Can,
  }),
})
export type Pool = Static<typeof Pool>

const OfPool = Type.Object({ pool_id: Id })

export const listPools = endpoint({
  method: 'GET',
  path: '/pools',
  summary: 'Pools of performers by name, with their curators (S23, S25)',
  door: 'staff',
  query: Type.Object({
    search: Type.Optional(Type.String({ maxLength: 200 })),
    speciality_id: Type.Optional(Id),
    /** Only those that the viewer leads today. */
    mine: Type.Optional(Type.Boolean()),
    archived: Type.Optional(Type.Boolean()),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
    after: Type.Optional(Type.String({ maxLength: 300 })),
  }),
  reply: Page(Pool),
})

export const getPool = endpoint({
  method: 'GET',
  path: '/pools/:pool_id',
  summary: 'One pool',
  door: 'staff',
  params: OfPool,
  reply: Pool,
})

const Term = Type.Object({
  member_id: Id,
  deputy: Type.Boolean(),
  /** Today unless said otherwise. */
  from_day: Type.Optional(Day),
  to_day: Type.Optional(Nullable(Day)),
})
export type Term = Static<typeof Term>

const Trades = Type.Array(Text(100), { maxItems: 20 })
const People = Type.Array(Id, { minItems: 1, maxItems: 500 })
const Curators = Type.Array(Term, { maxItems: 20 })

export const makePool = endpoint({
  method: 'POST',
  path: '/pools',
  summary: 'Makes a pool; a manager who makes one curates it',
  door: 'staff',
  body: Type.Object({
    name: Text(100),
    specialities: Trades,
    curators: Type.Optional(Curators),
    member_ids: Type.Optional(People),
  }),
  reply: Pool,
})

export const changePool = endpoint({
  method: 'PATCH',
  path: '/pools/:pool_id',
  summary: 'Changes the name and the trades of a pool',
  door: 'staff',
  params: OfPool,
  body: Type.Object({ name: Type.Optional(Text(100)), specialities: Type.Optional(Trades) }),
  reply: Pool,
})

export const archivePool = endpoint({
  method: 'POST',
  path: '/pools/:pool_id/archive',
  summary: 'Puts a pool away: its people are in no pool by it, its history stays',
  door: 'staff',
  params: OfPool,
  body: Nothing,
  reply: Pool,
})

export const restorePool = endpoint({
  method: 'POST',
  path: '/pools/:pool_id/restore',
  summary: 'Takes a pool back out of the archive, with the people it had',
  door: 'staff',
  params: OfPool,
  body: Nothing,
  reply: Pool,
})

export const putIntoPool = endpoint({
  method: 'POST',
  path: '/pools/:pool_id/people',
  summary: 'Puts performers into a pool; who is there already stays',
  door: 'staff',
  params: OfPool,
  body: Type.Object({ member_ids: People }),
  reply: Pool,
})

export const takeOutOfPool = endpoint({
  method: 'POST',
  path: '/pools/:pool_id/people/remove',
  summary: 'Takes performers out of a pool; their tasks stay',
  door: 'staff',
  params: OfPool,
  body: Type.Object({ member_ids: People }),
  reply: Pool,
})

export const setCurators = endpoint({
  method: 'PUT',
  path: '/pools/:pool_id/curators',
  summary: 'Says who curates a pool and who deputises, from when to when; who is not named does so no more (S22)',
  door: 'staff',
  params: OfPool,
  body: Type.Object({ curators: Curators }),
  reply: Pool,
})

export const PoolRequestState = OneOf('asked', 'granted', 'refused', 'withdrawn')

/** A manager asks for a performer of a pool that he does not lead. */
export const PoolRequest = Type.Object({
  id: Id,
  member: Person,
  /** The pools that he is in now, and who leads them today. */
  pools: Type.Array(PoolName),
  curators: Type.Array(Person),
  asked_by: Person,
  asked_at: When,
  /** For which work; null when it is told by time alone. */
  about: Nullable(Type.Object({ kind: OneOf('order', 'task'), id: Id, number: Type.Integer(), title: Type.String() })),
  starts_at: When,
  ends_at: When,
  word: Nullable(Type.String()),
  state: PoolRequestState,
  /** Its time is over: nobody waits for an answer any more. */
  over: Type.Boolean(),
  answered_by: Nullable(Person),
  answered_at: Nullable(When),
  answer: Nullable(Type.String()),
  can: Type.Object({ answer: Can, withdraw: Can }),
})
export type PoolRequest = Static<typeof PoolRequest>

export const listPoolRequests = endpoint({
  method: 'GET',
  path: '/pool-requests',
  summary: 'Requests for performers of other pools that the viewer sees: his own, and for the people he leads',
  door: 'staff',
  query: Type.Object({
    /** `to_me`: he is to answer. `mine`: he has asked. */
    box: Type.Optional(OneOf('to_me', 'mine')),
    state: Type.Optional(Type.Array(PoolRequestState)),
    pool_id: Type.Optional(Id),
    after: Type.Optional(Type.String({ maxLength: 300 })),
  }),
  reply: Page(PoolRequest),
})

const OfRequest = Type.Object({ pool_request_id: Id })

export const answerPoolRequest = endpoint({
  method: 'POST',
  path: '/pool-requests/:pool_request_id/answer',
  summary: 'The curator lets a performer of his be assigned for that time, or does not',
  door: 'staff',
  params: OfRequest,
  body: Type.Object({ grant: Type.Boolean(), word: Type.Optional(Text(500)) }),
  reply: PoolRequest,
})

export const withdrawPoolRequest = endpoint({
  method: 'POST',
  path: '/pool-requests/:pool_request_id/withdraw',
  summary: 'Who has asked needs the person no more',
  door: 'staff',
  params: OfRequest,
  body: Type.Object({ word: Type.Optional(Text(500)) }),
  reply: PoolRequest,
})
