import { Type, type Static } from 'typebox'
import { Day, Nullable, OneOf, Text, When, endpoint } from '../endpoint.ts'
import { Person } from '../member-card.ts'

export const CalendarDayKind = OneOf('work', 'short', 'off')

/** Days that the law of a country frees everybody from work. */
export const Holiday = OneOf(
  'by_new_year',
  'by_christmas',
  'by_women',
  'by_radunitsa',
  'by_labour',
  'victory',
  'by_independence',
  'by_october',
  'by_christmas_west',
  'ru_new_year',
  'ru_christmas',
  'ru_defender',
  'ru_women',
  'ru_labour',
  'ru_russia',
  'ru_unity',
)
export type Holiday = Static<typeof Holiday>

export const CalendarDay = Type.Object({
  day: Day,
  kind: CalendarDayKind,
  /** Minutes that the company's working week has on it. */
  minutes: Type.Integer(),
  /** Why the official calendar differs from the week here; null on days that are as the week is. */
  official: Nullable(OneOf('holiday', 'moved_off', 'moved_work', 'before_holiday')),
  /** What is kept on the day; of an eve, what comes; of a holiday that was carried on, which one. */
  holiday: Nullable(Holiday),
  /** Of moved days: the day that it was exchanged with, where a resolution says so. */
  exchanged_with: Nullable(Day),
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
