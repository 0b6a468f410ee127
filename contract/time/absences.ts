import { Type, type Static } from 'typebox'
import { Can, Day, Id, Nothing, Nullable, OneOf, Page, Text, When, endpoint } from '../endpoint.ts'
import { MemberKind, Person } from '../member-card.ts'
import { Clock } from './schedules.ts'

export const AbsenceKind = OneOf('vacation', 'illness', 'day_off', 'other')
export type AbsenceKind = Static<typeof AbsenceKind>
export const AbsenceState = OneOf('asked', 'confirmed', 'refused', 'withdrawn')

export const Absence = Type.Object({
  id: Id,
  member: Type.Object({ id: Id, name: Type.String(), kind: MemberKind }),
  kind: AbsenceKind,
  from_day: Day,
  /** The last day of it. */
  to_day: Day,
  /** Of a part of one day; null: the whole days. */
  from_time: Nullable(Clock),
  to_time: Nullable(Clock),
  /** For himself, for who entered it and for who decides; null to others. */
  note: Nullable(Type.String()),
  state: AbsenceState,
  entered_by: Person,
  entered_at: When,
  decided_by: Nullable(Person),
  decided_at: Nullable(When),
  /** Why it was refused. */
  reason: Nullable(Type.String()),
  /** Who acts for him in this time. */
  deputy: Nullable(Person),
  substitution_id: Nullable(Id),
  version: Type.Integer(),
  can: Type.Object({ change: Can, decide: Can, withdraw: Can }),
})
export type Absence = Static<typeof Absence>

const WhenAway = {
  kind: AbsenceKind,
  from_day: Day,
  to_day: Day,
  from_time: Type.Optional(Nullable(Clock)),
  to_time: Type.Optional(Nullable(Clock)),
  note: Type.Optional(Nullable(Text(1000))),
}

export const listAbsences = endpoint({
  method: 'GET',
  path: '/absences',
  summary: 'Who is not there, and who asks not to be, by the days of it; the latest first unless a period is named',
  door: 'staff',
  query: Type.Object({
    from: Type.Optional(Day),
    to: Type.Optional(Day),
    member_id: Type.Optional(Id),
    state: Type.Optional(Type.Array(AbsenceState)),
    after: Type.Optional(Type.String({ maxLength: 300 })),
  }),
  reply: Page(Absence),
})

export const getAbsence = endpoint({
  method: 'GET',
  path: '/absences/:absence_id',
  summary: 'One absence, also one that was refused or taken back',
  door: 'staff',
  params: Type.Object({ absence_id: Id }),
  reply: Absence,
})

export const listMyAbsences = endpoint({
  method: 'GET',
  path: '/me/absences',
  summary: 'When I am not there, and what I have asked for: what is ahead and the last quarter of a year',
  reply: Type.Object({ rows: Type.Array(Absence) }),
})

export const addAbsence = endpoint({
  method: 'POST',
  path: '/absences',
  summary: 'Enters an absence, or asks for one of his own',
  body: Type.Object({
    ...WhenAway,
    /** Himself unless said otherwise. */
    member_id: Type.Optional(Id),
    /** Who acts for him in these days. */
    deputy_id: Type.Optional(Id),
  }),
  reply: Absence,
})

export const changeAbsence = endpoint({
  method: 'PATCH',
  path: '/absences/:absence_id',
  summary: 'Changes an absence: its kind, its days, its note. Who acts for him goes along with the days',
  door: 'staff',
  params: Type.Object({ absence_id: Id }),
  body: Type.Partial(Type.Object(WhenAway)),
  reply: Absence,
})

export const decideAbsence = endpoint({
  method: 'POST',
  path: '/absences/:absence_id/decision',
  summary: 'Confirms or refuses what a person has asked for',
  door: 'staff',
  params: Type.Object({ absence_id: Id }),
  body: Type.Object({ confirm: Type.Boolean(), reason: Type.Optional(Text(1000)) }),
  reply: Absence,
})

export const withdrawAbsence = endpoint({
  method: 'POST',
  path: '/absences/:absence_id/withdraw',
  summary: 'Takes an absence back: the person is there after all',
  params: Type.Object({ absence_id: Id }),
  body: Nothing,
  reply: Absence,
})
