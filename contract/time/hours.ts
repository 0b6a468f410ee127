import { Type, type Static } from 'typebox'
import { Day, Id, Minor, Nullable, Text, endpoint } from '../endpoint.ts'

/** What a person has logged on a day on a task. */
export const HoursRow = Type.Object({
  id: Id,
  day: Day,
  minutes: Type.Integer(),
  note: Nullable(Type.String()),
  task: Type.Object({
    id: Id,
    number: Type.Integer(),
    title: Type.String(),
    reference: Nullable(Type.String()),
  }),
  /** As it was written down; null without the right `money.read`. */
  cost: Nullable(Minor),
})
export type HoursRow = Static<typeof HoursRow>

export const listHours = endpoint({
  method: 'GET',
  path: '/members/:member_id/hours',
  summary: 'Hours of a person in a period, the newest first, with their sums (S6)',
  door: 'staff',
  params: Type.Object({ member_id: Id }),
  query: Type.Object({ from: Day, to: Day, after: Type.Optional(Text(300)) }),
  reply: Type.Object({
    rows: Type.Array(HoursRow),
    next: Nullable(Type.String()),
    /** Of the whole period, on the first page only. Sums of money are null without the right `money.read`. */
    sums: Nullable(
      Type.Object({
        minutes: Type.Integer(),
        tasks: Type.Integer(),
        cost: Nullable(Minor),
        /** Fees for whole tasks, which stand in the period besides. */
        fees: Nullable(Minor),
      }),
    ),
  }),
})
