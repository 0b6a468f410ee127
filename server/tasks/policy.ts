import type { Viewer } from '#platform/ctx.ts'
import { no, notNow, type Refusal } from '#platform/errors.ts'
import { can, handles } from '#server/people/index.ts'
import type { TaskRecord } from './queries.ts'
import type { Lacking } from './task-state.ts'

type Facts = Pick<TaskRecord, 'state' | 'curator_id' | 'parts' | 'led'>

/**
 * Who may do what to a task that the viewer sees. Pure: the use case insists on it, the reply carries it to the
 * buttons. Managing is the curator's or his deputy's, or of whoever may give tasks; each performer acts for himself.
 */
export const taskPolicy = {
  give: (viewer: Viewer): Refusal | null => (can(viewer, 'tasks.give') ? null : no('task.managers_only')),
  change: (viewer: Viewer, task: Facts): Refusal | null => managing(viewer, task) ?? open(task),
  cancel: (viewer: Viewer, task: Facts): Refusal | null => managing(viewer, task) ?? open(task),

  accept(viewer: Viewer, task: Facts): Refusal | null {
    return acting(viewer, task) ?? (partOf(viewer, task)?.state === 'new' ? null : notNow('task.already_accepted'))
  },

  decline(viewer: Viewer, task: Facts): Refusal | null {
    const state = partOf(viewer, task)?.state
    return acting(viewer, task) ?? (state === 'new' || state === 'accepted' ? null : notNow('task.decline_too_late'))
  },

  start(viewer: Viewer, task: Facts): Refusal | null {
    const refusal = working(viewer, task)
    if (refusal) return refusal
    const again = task.state === 'returned' && partOf(viewer, task)?.state === 'in_progress'
    return again || partOf(viewer, task)?.state === 'accepted' ? null : notNow('task.already_started')
  },

  /** His clock: on a task that he accepted and is not done with. */
  run_clock: (viewer: Viewer, task: Facts): Refusal | null => working(viewer, task),

  /** Hours: a performer his own once he has accepted; a manager anybody's. Until the task is closed. */
  log_time(viewer: Viewer, task: Facts): Refusal | null {
    if (!managing(viewer, task)) return open(task)
    return acting(viewer, task) ?? (partOf(viewer, task)?.state === 'new' ? notNow('task.accept_first') : null)
  },

  say_done(viewer: Viewer, task: Facts, lacks: Lacking[]): Refusal | null {
    return working(viewer, task) ?? ready(lacks)
  },

  return(viewer: Viewer, task: Facts): Refusal | null {
    return managing(viewer, task) ?? open(task) ?? (task.state === 'done' ? null : notNow('task.not_done_yet'))
  },

  close(viewer: Viewer, task: Facts, lacks: Lacking[]): Refusal | null {
    return taskPolicy.return(viewer, task) ?? ready(lacks)
  },

  /** Words, ticks and photos: whoever works on it, and staff. */
  comment(viewer: Viewer, task: Facts): Refusal | null {
    return viewer.kind === 'staff' ? open(task) : acting(viewer, task)
  },

  take_part(viewer: Viewer, task: Facts): Refusal | null {
    return managing(viewer, task) ? acting(viewer, task) : open(task)
  },
}

const partOf = (viewer: Viewer, { parts }: Facts) => parts.find(({ member_id }) => member_id === viewer.subject_id)

function open({ state }: Facts): Refusal | null {
  if (state === 'closed') return notNow('task.closed')
  return state === 'cancelled' ? notNow('task.cancelled') : null
}

function managing(viewer: Viewer, task: Facts): Refusal | null {
  const may = viewer.kind === 'system' || (can(viewer, 'tasks.give') && task.led)
  return may || (viewer.kind === 'staff' && handles(viewer, task.curator_id)) ? null : no('task.managers_only')
}

/** The viewer is one of its performers and did not decline, and the task takes changes. */
function acting(viewer: Viewer, task: Facts): Refusal | null {
  const part = partOf(viewer, task)
  if (!part || part.state === 'declined') return no('task.not_yours')
  return open(task)
}

/** …and he has accepted it and is not done. */
function working(viewer: Viewer, task: Facts): Refusal | null {
  const refusal = acting(viewer, task)
  if (refusal) return refusal
  const state = partOf(viewer, task)?.state
  if (state === 'new') return notNow('task.accept_first')
  return state === 'done' ? notNow('task.already_done') : null
}

const ready = (lacks: Lacking[]): Refusal | null => (lacks.length > 0 ? notNow('task.not_ready', { lacks }) : null)
