import { Type, type Static } from 'typebox'
import { AbsenceKind } from './absences.ts'
import { CalendarDay } from './calendar.ts'
import { Day, Id, Nullable, OneOf, Text, When, endpoint } from '../endpoint.ts'
import { Person, Speciality } from '../member-card.ts'
import { Clock } from './schedules.ts'
import { TaskState } from '../task-card.ts'

const Whom = {
  speciality_id: Type.Optional(Id),
  pool_id: Type.Optional(Id),
  /** Those of no pool. */
  no_pool: Type.Optional(Type.Boolean()),
  member_id: Type.Optional(Id),
  search: Type.Optional(Text(200)),
}

/** Which people, in which days of the company, both included: at most 62. As XLSX, all of them: `GET /api/load.xlsx`. */
export const LoadFilter = Type.Object({
  from: Day,
  to: Day,
  ...Whom,
})
export type LoadFilter = Static<typeof LoadFilter>

/** Minutes day by day, as `days` of the reply. */
const Minutes = Type.Array(Type.Integer())
const Sums = { planned: Minutes, actual: Minutes, available: Minutes }

const LoadDay = Type.Object({ day: Day, kind: CalendarDay.properties.kind, holiday: CalendarDay.properties.holiday })

export const LoadRow = Type.Object({
  member: Person,
  specialities: Type.Array(Speciality),
  /** Under which head he stands; null: under none. */
  group_id: Nullable(Id),
  ...Sums,
  /** Days on which he is away, by their place. */
  away: Type.Array(Type.Object({ at: Type.Integer(), kind: AbsenceKind, whole: Type.Boolean(), absence_id: Id })),
  /** Days with tasks of which nobody has said how long they take. */
  points: Type.Array(Type.Integer()),
})
export type LoadRow = Static<typeof LoadRow>

export const LoadGroup = Type.Object({
  id: Nullable(Id),
  name: Nullable(Type.String()),
  people: Type.Integer(),
  ...Sums,
})
export type LoadGroup = Static<typeof LoadGroup>

export const getLoad = endpoint({
  method: 'GET',
  path: '/load',
  summary:
    'Load of the performers by days: planned and actual minutes against those that they work, 50 people a page (S2)',
  door: 'staff',
  query: Type.Object({ ...LoadFilter.properties, after: Type.Optional(Type.String({ maxLength: 600 })) }),
  reply: Type.Object({
    days: Type.Array(LoadDay),
    /** Of the whole filter, on the first page only. */
    sums: Nullable(
      Type.Object({
        groups: Type.Array(LoadGroup),
        all: Type.Object({ people: Type.Integer(), ...Sums }),
      }),
    ),
    /** By group, then by name. */
    rows: Type.Array(LoadRow),
    next: Nullable(Type.String()),
  }),
})

export const getLoadOf = endpoint({
  method: 'GET',
  path: '/members/:member_id/load',
  summary: 'Load of one person by days, 62 at most: planned and actual minutes against those that he works (S2)',
  door: 'staff',
  params: Type.Object({ member_id: Id }),
  query: Type.Object({ from: Day, to: Day }),
  reply: Type.Object({
    days: Type.Array(LoadDay),
    row: Type.Omit(LoadRow, ['group_id', 'specialities']),
  }),
})

/** Why a person is not free. */
export const Hindrance = Type.Object({
  code: OneOf('away', 'day_off', 'other_hours', 'busy'),
  kind: Nullable(AbsenceKind),
  /** Of absences: the last day. */
  until: Nullable(Day),
  task: Nullable(Type.Object({ id: Id, number: Type.Integer(), title: Type.String() })),
  /** Of tasks and hours: from when to when on that day. */
  spans: Type.Array(Type.Object({ from: Clock, to: Clock })),
})
export type Hindrance = Static<typeof Hindrance>

export const FreePerson = Type.Object({
  member: Person,
  specialities: Type.Array(Speciality),
  /** Empty: he is free. */
  hindrances: Type.Array(Hindrance),
  /** When he is there on that day and has nothing planned. */
  spans: Type.Array(Type.Object({ from: Clock, to: Clock })),
  planned: Type.Integer(),
  available: Type.Integer(),
})
export type FreePerson = Static<typeof FreePerson>

export const findFree = endpoint({
  method: 'GET',
  path: '/load/free',
  summary: 'Who is free on a day from a time to a time, and what hinders the others (S2, S24)',
  door: 'staff',
  query: Type.Object({
    day: Day,
    from: Clock,
    /** Not after `from`: on the next day. */
    to: Clock,
    ...Whom,
  }),
  reply: Type.Object({
    /** The free first, the least loaded of them first; 300 at most. */
    rows: Type.Array(FreePerson),
    free: Type.Integer(),
    people: Type.Integer(),
  }),
})

const DayTask = Type.Object({
  task: Type.Object({
    id: Id,
    number: Type.Integer(),
    title: Type.String(),
    reference: Nullable(Type.String()),
    place: Nullable(Type.String()),
    state: TaskState,
    starts_at: Nullable(When),
    ends_at: Nullable(When),
  }),
  planned: Type.Integer(),
  actual: Type.Integer(),
})

export const getLoadDay = endpoint({
  method: 'GET',
  path: '/load/:member_id/:day',
  summary: 'What a person has on a day: tasks with planned and actual minutes, his hours, why he is away',
  door: 'staff',
  params: Type.Object({ member_id: Id, day: Day }),
  reply: Type.Object({
    member: Person,
    available: Type.Integer(),
    spans: Type.Array(Type.Object({ from: Clock, to: Clock })),
    away: Nullable(AbsenceKind),
    planned: Type.Integer(),
    actual: Type.Integer(),
    tasks: Type.Array(
      Type.Object({
        ...DayTask.properties,
        order: Nullable(Type.Object({ id: Id, number: Type.Integer() })),
      }),
    ),
  }),
})

export const findAffected = endpoint({
  method: 'GET',
  path: '/load/affected',
  summary: 'What an absence touches: open tasks of a person on these days, and what he answers for',
  door: 'staff',
  query: Type.Object({ member_id: Id, from_day: Day, to_day: Day }),
  reply: Type.Object({
    tasks: Type.Array(DayTask.properties.task),
    /** Open tasks that he curates, and orders that he answers for. */
    curated: Type.Integer(),
    orders: Type.Integer(),
  }),
})
