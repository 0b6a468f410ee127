import { Type, type Static } from 'typebox'
import { Day, Id, Nothing, Nullable, OneOf, Page, Text, When, endpoint } from './endpoint.ts'
import { Person } from './member-card.ts'
import { AssigneeState, Task, TaskState, TimeEntry } from './task-card.ts'

export * from './task-card.ts'

const OfTask = Type.Object({ task_id: Id })

export const NewTask = Type.Object({
  title: Text(300),
  instructions: Type.Optional(Text(10_000)),
  /** Its address, access note and contact come along, as they are now, where they are not given here. */
  site_id: Type.Optional(Id),
  place: Type.Optional(Text(500)),
  access_note: Type.Optional(Text(2000)),
  site_contact_name: Type.Optional(Text(200)),
  site_contact_phone: Type.Optional(Text(40)),
  starts_at: Type.Optional(When),
  ends_at: Type.Optional(When),
  estimate_minutes: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  photos_before: Type.Optional(Type.Integer({ minimum: 0, maximum: 20 })),
  photos_after: Type.Optional(Type.Integer({ minimum: 0, maximum: 20 })),
  checklist: Type.Optional(Type.Array(Text(500), { maxItems: 100 })),
  assignee_ids: Type.Array(Id, { maxItems: 100 }),
  /** The first performer unless said otherwise. */
  lead_id: Type.Optional(Id),
})
export type NewTask = Static<typeof NewTask>

/** Null empties a field. `assignee_ids` and `checklist` are whole lists: who is left out is taken off, ticks stay by text. */
const TaskChange = Type.Partial(
  Type.Object({
    ...NewTask.properties,
    instructions: Nullable(Text(10_000)),
    site_id: Nullable(Id),
    place: Nullable(Text(500)),
    access_note: Nullable(Text(2000)),
    site_contact_name: Nullable(Text(200)),
    site_contact_phone: Nullable(Text(40)),
    starts_at: Nullable(When),
    ends_at: Nullable(When),
    estimate_minutes: Nullable(Type.Integer({ minimum: 1, maximum: 100_000 })),
    lead_id: Nullable(Id),
    curator_id: Id,
  }),
)

/** A clash with another task of a performer: a warning, never a refusal. */
export const Clash = Type.Object({
  member: Person,
  /** Null when the viewer does not see that task. */
  task: Nullable(Type.Object({ id: Id, number: Type.Integer(), title: Type.String(), place: Nullable(Type.String()) })),
  starts_at: When,
  ends_at: When,
})

export const findClashes = endpoint({
  method: 'GET',
  path: '/clashes',
  summary: 'Other tasks of these performers at that time (S33)',
  door: 'staff',
  query: Type.Object({
    member_id: Type.Array(Id, { minItems: 1, maxItems: 200 }),
    starts_at: When,
    ends_at: When,
    except_task_id: Type.Optional(Id),
  }),
  reply: Type.Object({ rows: Type.Array(Clash) }),
})

/** A row of a list of tasks: the performer's day, the manager's list. */
export const TaskRow = Type.Object({
  id: Id,
  number: Type.Integer(),
  title: Type.String(),
  reference: Nullable(Type.String()),
  state: TaskState,
  place: Nullable(Type.String()),
  starts_at: Nullable(When),
  ends_at: Nullable(When),
  site_contact_name: Nullable(Type.String()),
  site_contact_phone: Nullable(Type.String()),
  access_note: Nullable(Type.String()),
  instructions: Nullable(Type.String()),
  estimate_minutes: Nullable(Type.Integer()),
  return_reason: Nullable(Type.String()),
  curator: Person,
  assignees: Type.Array(Type.Object({ member: Person, state: AssigneeState })),
  /** The viewer's own part, when the task was given to him: what his card's one button does, and his clock. */
  mine: Nullable(Type.Object({ state: AssigneeState, minutes: Type.Integer(), timer_since: Nullable(When) })),
  open_questions: Type.Integer(),
  checklist_done: Type.Integer(),
  checklist_total: Type.Integer(),
})
export type TaskRow = Static<typeof TaskRow>

export const listTasks = endpoint({
  method: 'GET',
  path: '/tasks',
  summary: 'Tasks, newest first; a performer gets his own',
  query: Type.Object({
    state: Type.Optional(Type.Array(TaskState)),
    assignee_id: Type.Optional(Id),
    curator_id: Type.Optional(Id),
    with_questions: Type.Optional(Type.Boolean()),
    after: Type.Optional(Type.String({ maxLength: 300 })),
  }),
  reply: Page(TaskRow),
})

export const getTask = endpoint({
  method: 'GET',
  path: '/tasks/:task_id',
  summary: 'One task with everything on its card',
  params: OfTask,
  reply: Task,
})

export const createTask = endpoint({
  method: 'POST',
  path: '/tasks',
  summary: 'Gives a task of its own, outside of orders',
  door: 'staff',
  body: NewTask,
  reply: Task,
})

export const changeTask = endpoint({
  method: 'PATCH',
  path: '/tasks/:task_id',
  summary: 'Changes a task: words, place, time, requirements, performers',
  door: 'staff',
  params: OfTask,
  body: TaskChange,
  reply: Task,
})

const act = <const P extends string, B extends typeof Nothing>(path: P, summary: string, body: B) =>
  endpoint({ method: 'POST', path: `/tasks/:task_id/${path}`, summary, params: OfTask, body, reply: Task })
const Reason = Type.Object({ reason: Text(2000) })

export const acceptTask = act('accept', 'The performer takes the task on', Nothing)
export const declineTask = endpoint({
  method: 'POST',
  path: '/tasks/:task_id/decline',
  summary: 'The performer declines, with a reason',
  params: OfTask,
  body: Reason,
  reply: Nothing,
})
export const startTask = act('start', 'The performer begins; his clock starts', Nothing)
export const sayDone = endpoint({
  method: 'POST',
  path: '/tasks/:task_id/done',
  summary: 'The performer says done; refused while his hours, a point or a photo is missing, and named (S47)',
  params: OfTask,
  body: Type.Object({ zero_reason: Type.Optional(Text(1000)) }),
  reply: Task,
})
export const returnTask = endpoint({
  method: 'POST',
  path: '/tasks/:task_id/return',
  summary: 'The manager gives the task back with a reason (S9)',
  door: 'staff',
  params: OfTask,
  body: Reason,
  reply: Task,
})
export const closeTask = endpoint({
  method: 'POST',
  path: '/tasks/:task_id/close',
  summary: 'The manager has checked and closes',
  door: 'staff',
  params: OfTask,
  body: Nothing,
  reply: Task,
})
export const cancelTask = endpoint({
  method: 'POST',
  path: '/tasks/:task_id/cancel',
  summary: 'The manager cancels the task with a reason',
  door: 'staff',
  params: OfTask,
  body: Reason,
  reply: Task,
})

export const tickItem = endpoint({
  method: 'PUT',
  path: '/tasks/:task_id/checklist/:item_id',
  summary: 'Ticks a point of the checklist, or takes the tick back',
  params: Type.Object({ task_id: Id, item_id: Id }),
  body: Type.Object({ done: Type.Boolean() }),
  reply: Task,
})

export const comment = endpoint({
  method: 'POST',
  path: '/tasks/:task_id/comments',
  summary: 'Says something in the task, asks a question, or answers one (S45)',
  params: OfTask,
  body: Type.Object({
    text: Text(10_000),
    is_question: Type.Optional(Type.Boolean()),
    answers_id: Type.Optional(Id),
  }),
  reply: Task,
})

export const logTime = endpoint({
  method: 'POST',
  path: '/tasks/:task_id/time-entries',
  summary: 'Logs minutes of one worker on one day, by hand (S47); a manager may log for a performer. Gives the entry',
  params: OfTask,
  body: Type.Object({
    day: Day,
    minutes: Type.Integer({ minimum: 1, maximum: 1440 }),
    note: Type.Optional(Text(1000)),
    member_id: Type.Optional(Id),
  }),
  reply: TimeEntry,
})

export const correctTime = endpoint({
  method: 'PATCH',
  path: '/time-entries/:time_entry_id',
  summary: 'Corrects an entry; the earlier value stays in the history',
  params: Type.Object({ time_entry_id: Id }),
  body: Type.Object({
    day: Type.Optional(Day),
    minutes: Type.Optional(Type.Integer({ minimum: 1, maximum: 1440 })),
    note: Type.Optional(Nullable(Text(1000))),
  }),
  reply: Task,
})

export const strikeTime = endpoint({
  method: 'POST',
  path: '/time-entries/:time_entry_id/strike',
  summary: 'Strikes an entry: it stays visible and counts nowhere',
  params: Type.Object({ time_entry_id: Id }),
  body: Reason,
  reply: Task,
})

export const startTimer = act(
  'timer',
  "Starts the performer's clock on this task; on another it stops and is logged",
  Nothing,
)
export const stopTimer = endpoint({
  method: 'POST',
  path: '/tasks/:task_id/timer/stop',
  summary: "Stops the clock and logs its minutes, split at midnight by the company's days",
  params: OfTask,
  body: Type.Object({ note: Type.Optional(Text(1000)) }),
  reply: Task,
})

export const addPhoto = endpoint({
  method: 'POST',
  path: '/tasks/:task_id/photos',
  summary: 'Hangs an uploaded photo on the task, before or after the work',
  params: OfTask,
  body: Type.Object({ file_id: Id, stage: OneOf('before', 'after', 'other') }),
  reply: Task,
})

export const showPhoto = endpoint({
  method: 'PUT',
  path: '/tasks/:task_id/photos/:file_id',
  summary: 'Whether the customer sees the photo with the result',
  door: 'staff',
  params: Type.Object({ task_id: Id, file_id: Id }),
  body: Type.Object({ for_customer: Type.Boolean() }),
  reply: Task,
})
