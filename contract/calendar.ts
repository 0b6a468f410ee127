import { Type, type Static } from 'typebox'
import { Day, Nullable, OneOf, Text, When, endpoint } from './endpoint.ts'
import { Person } from './member-card.ts'

export const CalendarDayKind = OneOf('work', 'short', 'off')

export const CalendarDay = Type.Object({
  day: Day,
  kind: CalendarDayKind,
  /** Minutes that a working day of eight hours has on it. */
  minutes: Type.Integer(),
  /** Why the official calendar differs from Monday to Friday here; null on days that are as the week is. */
  official: Nullable(OneOf('holiday', 'moved_off', 'moved_work', 'before_holiday')),
  /** The company's own word on the day, which wins. */
  own: Nullable(Type.Object({ note: Nullable(Type.String()), set_by: Person, set_at: When })),
})
export type CalendarDay = Static<typeof CalendarDay>

export const getCalendar = endpoint({
  method: 'GET',
  path: '/calendar',
  summary:
    "The company's working calendar of a year: official holidays and moved days of its country, and its own days",
  door: 'staff',
  query: Type.Object({ year: Type.Integer({ minimum: 2020, maximum: 2040 }) }),
  reply: Type.Object({
    /** Whether the moved days of the year are known; false: only what the law itself says stands here. */
    moves_known: Type.Boolean(),
    working_days: Type.Integer(),
    minutes: Type.Integer(),
    days: Type.Array(CalendarDay),
  }),
})

export const setCalendarDay = endpoint({
  method: 'PUT',
  path: '/calendar/days/:day',
  summary: 'How the company works on a day, against the official calendar',
  door: 'staff',
  params: Type.Object({ day: Day }),
  body: Type.Object({ kind: CalendarDayKind, note: Type.Optional(Text(300)) }),
  reply: CalendarDay,
})

export const clearCalendarDay = endpoint({
  method: 'DELETE',
  path: '/calendar/days/:day',
  summary: 'Gives a day back to the official calendar',
  door: 'staff',
  params: Type.Object({ day: Day }),
  reply: CalendarDay,
})
