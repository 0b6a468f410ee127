import type { Static } from 'typebox'
import type { AssigneeState, Lack, TaskState } from '#contract/tasks.ts'
import type { Person } from '#contract/people.ts'

type Part = { state: Static<typeof AssigneeState> }

/**
 * The state that a task has from its performers (TSK-2): accepted with the first who accepts, in progress with the
 * first who starts, done when everybody who did not decline is done.
 * @param before the state so far: a returned task stays returned until somebody takes it up again
 */
export function stateOf(parts: readonly Part[], before: TaskState, { resumed = false } = {}): TaskState {
  const active = parts.filter(({ state }) => state !== 'declined')
  if (active.length > 0 && active.every(({ state }) => state === 'done')) return 'done'
  if (before === 'returned' && !resumed) return 'returned'
  if (active.some(({ state }) => state === 'in_progress' || state === 'done')) return 'in_progress'
  return active.some(({ state }) => state === 'accepted') ? 'accepted' : 'new'
}

/** What is counted before a task may be called done. */
export type Readiness = {
  performers: {
    member: Person
    state: Static<typeof AssigneeState>
    minutes: number
    clock_runs: boolean
    zero_reason: string | null
  }[]
  points_open: number
  photos_before: { wanted: number; there: number }
  photos_after: { wanted: number; there: number }
}
export type Lacking = Static<typeof Lack>

/**
 * What still stands between a task and «готово» (TSK-4, S47); the refusal and the reply have it from here.
 *
 * Of one performer: his own hours, and hours of those who were done before him and were struck since. Of nobody in
 * particular: everybody's. A running clock counts as hours: it is logged when he says done.
 */
export function lacksOf(ready: Readiness, member_id?: string): Lacking[] {
  const asked = ready.performers.filter(
    ({ state, member }) => state !== 'declined' && (!member_id || member.id === member_id || state === 'done'),
  )
  const idle = asked.filter(({ minutes, clock_runs, zero_reason }) => minutes === 0 && !clock_runs && !zero_reason)
  return [
    ...idle.map(({ member }): Lacking => ({ code: 'task.lacks_hours', member, count: null })),
    ...counted('task.lacks_checklist', ready.points_open),
    ...counted('task.lacks_photos_before', short(ready.photos_before)),
    ...counted('task.lacks_photos_after', short(ready.photos_after)),
  ]
}

const short = ({ wanted, there }: { wanted: number; there: number }) => Math.max(0, wanted - there)
const counted = (code: Lacking['code'], count: number): Lacking[] => (count > 0 ? [{ code, member: null, count }] : [])
