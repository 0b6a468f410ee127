import type { Viewer } from '#platform/ctx.ts'
import { no, notNow, type Refusal } from '#platform/errors.ts'
import { can } from '#server/people/index.ts'

type Who = Pick<Viewer, 'rights'>

export const channelPolicy = {
  manage(viewer: Who): Refusal | null {
    return can(viewer, 'channels.manage') ? null : no('channel.managers_only')
  },
}

/** Whether there are dialogues for the viewer at all. */
export const readsDialogues = (viewer: Who): boolean => can(viewer, 'dialogues.read')

/** Who may do what in a dialogue that the viewer sees. */
export const conversationPolicy = {
  read(viewer: Who): Refusal | null {
    return readsDialogues(viewer) ? null : no('conversation.not_yours')
  },

  /** Words among ourselves are open to whoever reads. */
  note(viewer: Who): Refusal | null {
    return conversationPolicy.read(viewer)
  },

  /** Takes it, gives it, puts it off, closes it, begins one. */
  assign(viewer: Who): Refusal | null {
    return can(viewer, 'dialogues.answer') ? null : no('conversation.managers_only')
  },

  answer(viewer: Who, { sends, archived }: { sends: boolean; archived: boolean }): Refusal | null {
    if (!sends) return notNow('conversation.no_answering')
    if (archived) return notNow('channel.archived')
    return conversationPolicy.assign(viewer)
  },
}
