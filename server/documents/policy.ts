import type { Viewer } from '#platform/ctx.ts'
import { no, notNow, type Refusal } from '#platform/errors.ts'
import { can } from '#server/people/index.ts'

/** Who may do what with documents. Pure: the use case insists on it, and the reply carries it to the buttons. */
export const documentPolicy = {
  read: (viewer: Viewer): Refusal | null => (can(viewer, 'money.read') ? null : no('document.not_yours')),
  issue: (viewer: Viewer): Refusal | null => (can(viewer, 'documents.issue') ? null : no('document.not_yours')),

  void(viewer: Viewer, { state }: { state: 'issued' | 'void' }): Refusal | null {
    return documentPolicy.issue(viewer) ?? (state === 'void' ? notNow('document.already_void') : null)
  },
}
