import { Type, type Static } from 'typebox'
import { Can, Day, Id, Nothing, Nullable, OneOf, Text, When, endpoint } from '../endpoint.ts'
import { Person } from '../member-card.ts'

/** A time by the clock on the wall: `09:00`. */
export const Clock = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' })

/** From when to when a day is worked; `to` that is not after `from` is on the next day. The break is no working time. */
export const DayHours = Type.Object({
  from: Clock,
  to: Clock,
  break_minutes: Type.Integer({ minimum: 0, maximum: 600 }),
})
export type DayHours = Static<typeof DayHours>

/** Monday first; null is a day off. */
const Week = Type.Array(Nullable(DayHours), { minItems: 7, maxItems: 7 })

export const WorkingWeek = Type.Object({
  week: Week,
  /** Minutes of one such week. */
  minutes: Type.Integer(),
  version: Type.Integer(),
  can: Type.Object({ change: Can }),
})
export type WorkingWeek = Static<typeof WorkingWeek>

export const getWorkingWeek = endpoint({
  method: 'GET',
  path: '/company/working-week',
  summary: 'When the company works in a usual week',
  door: 'staff',
  reply: WorkingWeek,
})

export const setWorkingWeek = endpoint({
  method: 'PUT',
  path: '/company/working-week',
  summary: 'Sets when the company works in a usual week',
  door: 'staff',
  body: Type.Object({ week: Week }),
  reply: WorkingWeek,
})

/** A week of one's own, or shifts that go round: «2 через 2» is two days with hours and two without. */
export const ScheduleKind = OneOf('weekly', 'shifts')

export const NewSchedule = Type.Object({
  kind: ScheduleKind,
  /** Weekly: seven days from Monday. Shifts: the days of one round, of which the first is `from_day`. */
  pattern: Type.Array(Nullable(DayHours), { minItems: 2, maxItems: 31 }),
  /** Whether holidays, moved and short days change it; a week does unless said otherwise, shifts do not. */
  follows_calendar: Type.Optional(Type.Boolean()),
  from_day: Day,
  /** The last day; without it, until further notice. */
  to_day: Type.Optional(Nullable(Day)),
  note: Type.Optional(Text(300)),
})
export type NewSchedule = Static<typeof NewSchedule>

export const Schedule = Type.Object({
  id: Id,
  kind: ScheduleKind,
  pattern: Type.Array(Nullable(DayHours)),
  follows_calendar: Type.Boolean(),
  from_day: Day,
  to_day: Nullable(Day),
  note: Nullable(Type.String()),
  made_by: Person,
  made_at: When,
})
export type Schedule = Static<typeof Schedule>

const Schedules = Type.Object({
  /** Newest first. */
  rows: Type.Array(Schedule),
  /** The one that holds today; null: he works as the company does. */
  today_id: Nullable(Id),
  can: Type.Object({ change: Can }),
})
export type Schedules = Static<typeof Schedules>

const OfMember = Type.Object({ member_id: Id })
const OfSchedule = Type.Object({ member_id: Id, schedule_id: Id })

export const listSchedules = endpoint({
  method: 'GET',
  path: '/members/:member_id/schedules',
  summary: 'When a person works, where it is not as the company does',
  door: 'staff',
  params: OfMember,
  reply: Schedules,
})

export const addSchedule = endpoint({
  method: 'POST',
  path: '/members/:member_id/schedules',
  summary: 'Sets when a person works from a day on; of two that cover a day the one that began later holds',
  door: 'staff',
  params: OfMember,
  body: NewSchedule,
  reply: Schedules,
})

export const endSchedule = endpoint({
  method: 'POST',
  path: '/members/:member_id/schedules/:schedule_id/end',
  summary: "Says until which day a person's schedule holds",
  door: 'staff',
  params: OfSchedule,
  body: Type.Object({ to_day: Nullable(Day) }),
  reply: Schedules,
})

export const removeSchedule = endpoint({
  method: 'POST',
  path: '/members/:member_id/schedules/:schedule_id/remove',
  summary: 'Takes back a schedule that was set by mistake',
  door: 'staff',
  params: OfSchedule,
  body: Nothing,
  reply: Schedules,
})
