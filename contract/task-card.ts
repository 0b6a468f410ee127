import { Type, type Static } from 'typebox'
import { Can, Day, Id, Nullable, OneOf, When } from './endpoint.ts'
import { CertificateFault } from './certificates.ts'
import { StoredFile } from './files.ts'
import { Person } from './member-card.ts'

export const TaskState = OneOf('new', 'accepted', 'in_progress', 'done', 'returned', 'closed', 'cancelled')
export type TaskState = Static<typeof TaskState>
export const AssigneeState = OneOf('new', 'accepted', 'declined', 'in_progress', 'done')

export const Assignee = Type.Object({
  member: Person,
  phone: Nullable(Type.String()),
  state: AssigneeState,
  decline_reason: Nullable(Type.String()),
  zero_reason: Nullable(Type.String()),
  accepted_at: Nullable(When),
  started_at: Nullable(When),
  done_at: Nullable(When),
  /** Minutes logged on this task, struck ones apart. */
  minutes: Type.Integer(),
  /** Since when his clock runs on this task; null when it stands. */
  timer_since: Nullable(When),
})
export type Assignee = Static<typeof Assignee>

export const ChecklistItem = Type.Object({
  id: Id,
  text: Type.String(),
  done_by: Nullable(Person),
  done_at: Nullable(When),
})

export const Comment = Type.Object({
  id: Id,
  author: Person,
  text: Type.String(),
  is_question: Type.Boolean(),
  /** Of a question: null while it waits. */
  answered_at: Nullable(When),
  answer_id: Nullable(Id),
  created_at: When,
})
export type Comment = Static<typeof Comment>

export const TimeEntry = Type.Object({
  id: Id,
  member: Person,
  day: Day,
  minutes: Type.Integer(),
  note: Nullable(Type.String()),
  source: OneOf('by_hand', 'timer'),
  struck_at: Nullable(When),
  version: Type.Integer(),
  created_at: When,
})
export type TimeEntry = Static<typeof TimeEntry>

export const Photo = Type.Object({
  file: StoredFile,
  stage: OneOf('before', 'after', 'other'),
  by: Person,
  for_customer: Type.Boolean(),
  created_at: When,
})
export type Photo = Static<typeof Photo>

/**
 * What still stands between a task and «готово», each with its code and facts; empty when nothing. To a performer
 * his own hours, to staff everybody's; a clock that runs is hours too, saying done logs it.
 */
export const Lack = Type.Object({
  code: OneOf('task.lacks_hours', 'task.lacks_checklist', 'task.lacks_photos_before', 'task.lacks_photos_after'),
  /** Of hours: whose. */
  member: Nullable(Person),
  /** Of points and photos: how many. */
  count: Nullable(Type.Integer()),
})

export const Task = Type.Object({
  id: Id,
  number: Type.Integer(),
  title: Type.String(),
  instructions: Nullable(Type.String()),
  reference: Nullable(Type.String()),
  state: TaskState,
  site_id: Nullable(Id),
  place: Nullable(Type.String()),
  access_note: Nullable(Type.String()),
  site_contact_name: Nullable(Type.String()),
  site_contact_phone: Nullable(Type.String()),
  starts_at: Nullable(When),
  ends_at: Nullable(When),
  estimate_minutes: Nullable(Type.Integer()),
  photos_before: Type.Integer(),
  photos_after: Type.Integer(),
  lead_id: Nullable(Id),
  curator: Type.Object({ id: Id, name: Type.String(), phone: Nullable(Type.String()) }),
  return_reason: Nullable(Type.String()),
  returns: Type.Integer(),
  cancel_reason: Nullable(Type.String()),
  assignees: Type.Array(Assignee),
  checklist: Type.Array(ChecklistItem),
  comments: Type.Array(Comment),
  /** A performer sees his own. */
  time_entries: Type.Array(TimeEntry),
  photos: Type.Array(Photo),
  open_questions: Type.Integer(),
  lacks: Type.Array(Lack),
  /** Said to whoever gives the task to people: whose certificates will have run out by its day. Nothing is refused. */
  warnings: Type.Optional(Type.Array(CertificateFault)),
  version: Type.Integer(),
  can: Type.Object({
    change: Can,
    accept: Can,
    decline: Can,
    start: Can,
    log_time: Can,
    say_done: Can,
    return: Can,
    close: Can,
    cancel: Can,
    comment: Can,
  }),
})
export type Task = Static<typeof Task>
