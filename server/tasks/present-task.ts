import type * as contract from '#contract/tasks.ts'
import type { Person } from '#contract/people.ts'
import type { Ctx } from '#platform/ctx.ts'
import { elevated } from '#platform/db/transaction.ts'
import { together } from '#platform/together.ts'
import { can, membersAmong } from '#server/people/index.ts'
import { filesAmong } from '#server/files/index.ts'
import { taskPolicy } from './policy.ts'
import { ownPart, type Part, type TaskRecord } from './queries.ts'
import { lacksOf, type Readiness } from './task-state.ts'
import { childrenRows, hoursOf, peopleOf, picturesOf } from './task-children.ts'

/** Everything that stands on a task's card, as far as this viewer may know it. */
export async function presentTask(ctx: Ctx, task: TaskRecord): Promise<contract.Task> {
  const all = await childrenOf(ctx, task)
  const ready = readinessOf(task, all)
  const part = ownPart(ctx, task)
  const lacks = lacksOf(ready, part && part.state !== 'declined' ? part.member_id : undefined)
  const curator = all.who(task.curator_id)
  return {
    ...task,
    ...(can(ctx.viewer, 'site_contact.read') ? {} : { site_contact_name: null, site_contact_phone: null }),
    number: Number(task.number),
    curator: { id: task.curator_id, name: curator.name, phone: curator.phone },
    assignees: task.parts.map((one) => assignee(one, all)),
    checklist: all.points.map(({ done_by, ...point }) => ({
      ...point,
      done_by: done_by === null ? null : all.person(done_by),
    })),
    comments: all.comments.map(({ author_id, ...comment }) => ({ ...comment, author: all.person(author_id) })),
    time_entries: all.entries.map(({ member_id, ...entry }) => ({ ...entry, member: all.person(member_id) })),
    photos: all.photos.flatMap(({ file_id, member_id, ...photo }) => {
      const file = all.files.get(file_id)
      return file ? [{ ...photo, file, by: all.person(member_id) }] : []
    }),
    open_questions: all.comments.filter(({ is_question, answered_at }) => is_question && !answered_at).length,
    lacks,
    can: canOf(ctx, task, ready),
  }
}

/** What a task lacks, for the use cases that refuse because of it; of one performer: for his own «готово». */
export async function lacksNow(ctx: Ctx, task: TaskRecord, member_id?: string) {
  return lacksOf(readinessOf(task, await childrenOf(ctx, task)), member_id)
}

type Children = Awaited<ReturnType<typeof childrenOf>>

/**
 * Rows that hang on a task, asked for in one message. Sums of hours, clocks and names are read with the program's own
 * eyes: a performer's do not reach his fellows' entries or the manager who ticked a point, while «готово» asks for all.
 */
async function childrenOf(ctx: Ctx, { id }: TaskRecord) {
  const [rows, [hours, members, files]] = await together(
    childrenRows(ctx, id),
    elevated(ctx, (own) =>
      together(hoursOf(own, id), membersAmong(own, peopleOf(own, id)), filesAmong(own, picturesOf(own, id))),
    ),
  )
  const who = (member_id: string) => members.get(member_id) ?? { name: '', phone: null }
  const person = (member_id: string): Person => ({ id: member_id, name: who(member_id).name })
  return { ...rows, ...hours, files, who, person }
}

function assignee({ member_id, ...part }: Part, { minutes, timers, who, person }: Children): contract.Assignee {
  return {
    ...part,
    member: person(member_id),
    phone: who(member_id).phone,
    minutes: minutes[member_id] ?? 0,
    timer_since: timers[member_id] ?? null,
  }
}

function readinessOf(task: TaskRecord, { points, photos, minutes, timers, person }: Children): Readiness {
  const there = (stage: string) => photos.filter((photo) => photo.stage === stage).length
  return {
    performers: task.parts.map(({ member_id, state, zero_reason }) => ({
      member: person(member_id),
      state,
      zero_reason,
      minutes: minutes[member_id] ?? 0,
      clock_runs: member_id in timers,
    })),
    points_open: points.filter(({ done_at }) => !done_at).length,
    photos_before: { wanted: task.photos_before, there: there('before') },
    photos_after: { wanted: task.photos_after, there: there('after') },
  }
}

function canOf({ viewer }: Ctx, task: TaskRecord, ready: Readiness): contract.Task['can'] {
  const mine = viewer.subject_id === null ? [] : lacksOf(ready, viewer.subject_id)
  return {
    change: taskPolicy.change(viewer, task),
    accept: taskPolicy.accept(viewer, task),
    decline: taskPolicy.decline(viewer, task),
    start: taskPolicy.start(viewer, task),
    log_time: taskPolicy.log_time(viewer, task),
    say_done: taskPolicy.say_done(viewer, task, mine),
    return: taskPolicy.return(viewer, task),
    close: taskPolicy.close(viewer, task, lacksOf(ready)),
    cancel: taskPolicy.cancel(viewer, task),
    comment: taskPolicy.comment(viewer, task),
  }
}
