import { Type, type Static } from 'typebox'
import { Day, Id, Nullable, OneOf, Text, endpoint } from '../endpoint.ts'
import { Member } from '../member-card.ts'

export const RosterSort = OneOf('name', 'load', 'rate', 'certificates')
export type RosterSort = Static<typeof RosterSort>

/** Whose access is asked for; those who work here, suspended ones included, unless said otherwise. */
export const RosterState = OneOf('invited', 'suspended', 'left')
export type RosterState = Static<typeof RosterState>

export const RosterRow = Type.Object({
  ...Member.properties,
  /** Planned minutes of today against those that he works; null of one who has left. */
  today: Nullable(Type.Object({ planned: Type.Integer(), available: Type.Integer() })),
  /** The certificate that ends first of those that count. */
  certificate_ends: Nullable(Type.Object({ kind: Type.String(), expires_on: Day })),
})
export type RosterRow = Static<typeof RosterRow>

export const listPerformers = endpoint({
  method: 'GET',
  path: '/performers',
  summary: 'Performers with their load of today, filtered and sorted, 50 a page (S1, S2, S24)',
  door: 'staff',
  query: Type.Object({
    search: Type.Optional(Type.String({ maxLength: 200 })),
    speciality_id: Type.Optional(Id),
    pool_id: Type.Optional(Id),
    /** Those of no pool. */
    no_pool: Type.Optional(Type.Boolean()),
    state: Type.Optional(RosterState),
    /** Whose certificate has run out, or will within thirty days. */
    certificates: Type.Optional(OneOf('expired', 'expiring')),
    sort: Type.Optional(RosterSort),
    desc: Type.Optional(Type.Boolean()),
    after: Type.Optional(Text(600)),
  }),
  reply: Type.Object({
    rows: Type.Array(RosterRow),
    next: Nullable(Type.String()),
    /** How many are in the filter, on the first page only. */
    people: Nullable(Type.Integer()),
  }),
})
