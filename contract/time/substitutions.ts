import { Type, type Static } from 'typebox'
import { AbsenceKind, AbsenceState } from './absences.ts'
import { Can, Day, Id, Nothing, Nullable, OneOf, Page, When, endpoint } from '../endpoint.ts'
import { MemberKind, Person } from '../member-card.ts'

export const Substitution = Type.Object({
  id: Id,
  absent: Type.Object({ id: Id, name: Type.String(), kind: MemberKind }),
  deputy: Person,
  from_day: Day,
  /** The last day of it. */
  to_day: Day,
  /** The absence that it came with; it holds only once that is confirmed. */
  absence: Nullable(Type.Object({ id: Id, kind: AbsenceKind, state: AbsenceState })),
  /** `waits` for the absence to be confirmed; `ended` before its time. */
  state: OneOf('waits', 'ahead', 'holds', 'over', 'ended'),
  made_by: Person,
  made_at: When,
  ended_at: Nullable(When),
  can: Type.Object({ end: Can }),
})
export type Substitution = Static<typeof Substitution>

export const listSubstitutions = endpoint({
  method: 'GET',
  path: '/substitutions',
  summary: '«Замещения»: who acts for whom, the latest first; of a period those that touch it and have not been ended',
  door: 'staff',
  query: Type.Object({
    from: Type.Optional(Day),
    to: Type.Optional(Day),
    member_id: Type.Optional(Id),
    after: Type.Optional(Type.String({ maxLength: 300 })),
  }),
  reply: Page(Substitution),
})

export const addSubstitution = endpoint({
  method: 'POST',
  path: '/substitutions',
  summary: 'Says who acts for a person from a day to a day; it ends by itself (S22)',
  door: 'staff',
  body: Type.Object({ absent_id: Id, deputy_id: Id, from_day: Day, to_day: Day }),
  reply: Substitution,
})

export const endSubstitution = endpoint({
  method: 'POST',
  path: '/substitutions/:substitution_id/end',
  summary: 'Ends a substitution before its last day',
  door: 'staff',
  params: Type.Object({ substitution_id: Id }),
  body: Nothing,
  reply: Substitution,
})

export const handTasksOver = endpoint({
  method: 'POST',
  path: '/substitutions/:substitution_id/tasks',
  summary: "Hands an absent performer's tasks of these days that he has not begun over to his deputy",
  door: 'staff',
  params: Type.Object({ substitution_id: Id }),
  body: Nothing,
  reply: Type.Object({ rows: Type.Array(Type.Object({ id: Id, number: Type.Integer(), title: Type.String() })) }),
})
