import type { Viewer } from '#platform/ctx.ts'
import { no, notNow, type Refusal } from '#platform/errors.ts'
import { can } from '#server/people/index.ts'

/** Who may do what with documents. Pure: the use case insists on it, and the reply carries it to the buttons. */
export const documentPolicy = {
  read: ({ role }: Viewer): Refusal | null => (can(role, 'money.read') ? null : no('document.not_yours')),
  issue: ({ role }: Viewer): Refusal | null => (can(role, 'documents.issue') ? null : no('document.not_yours')),

  void(viewer: Viewer, { state }: { state: 'issued' | 'void' }): Refusal | null {
    return documentPolicy.issue(viewer) ?? (state === 'void' ? notNow('document.already_void') : null)
  },
}
