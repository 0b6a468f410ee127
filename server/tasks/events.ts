import type { TaskState } from '#contract/tasks.ts'

/** Which task, as a sentence names it. */
type About = { number: number; title: string }
type Named = { id: string; name: string }
/** `member` is his name, for the sentence. */
type Entry = About & {
  time_entry_id: string
  member_id: string
  member: string
  day: string
  minutes: number
  note: string | null
}
type Said = About & { comment_id: string; text: string }

/** A choice as a sentence can read it. */
type YesNo = 'yes' | 'no'

declare module '#platform/events/tell.ts' {
  interface Events {
    'task.created': About & { assignees: Named[]; people: number; names: string }
    /** `changed` names each field with what was and what is; people by names. */
    'task.changed': About & { changed: Record<string, { from: unknown; to: unknown }> }
    'task.accepted': About & { state: TaskState }
    'task.declined': About & { reason: string }
    'task.started': About & { state: TaskState }
    /** One performer is done; `state` says whether the task is. */
    'task.done': About & { state: TaskState; zero_reason: string | null }
    /** `from` is `closed` when work is taken up again, as after a customer's rejection. */
    'task.returned': About & { reason: string; returns: number; from: TaskState }
    'task.closed': About
    'task.cancelled': About & { reason: string; from: TaskState }
    'task.time_logged': Entry & { source: 'by_hand' | 'timer' }
    'task.time_corrected': Entry & { old_day: string; old_minutes: number; old_note: string | null }
    'task.time_struck': Entry & { reason: string }
    'task.commented': Said
    'task.asked': Said
    'task.answered': Said & { question_id: string; asked_by_id: string; asked_by: string }
    'task.photo_added': About & { file_id: string; stage: string }
    'task.photo_shown': About & { file_id: string; for_customer: boolean; shown: YesNo }
    'task.ticked': About & { item_id: string; text: string; done: boolean; ticked: YesNo }
  }
}
