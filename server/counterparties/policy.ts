import type { Viewer } from '#platform/ctx.ts'
import { no, type Refusal } from '#platform/errors.ts'
import { can } from '#server/people/index.ts'

/** Who may do what to a counterparty, its contacts and sites. All staff may read them. */
export const counterpartyPolicy = {
  manage(viewer: Pick<Viewer, 'rights'>): Refusal | null {
    return can(viewer, 'counterparties.manage') ? null : no('counterparty.managers_only')
  },
}
