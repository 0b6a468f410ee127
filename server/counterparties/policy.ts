import type { Viewer } from '#platform/ctx.ts'
import { no, type Refusal } from '#platform/errors.ts'
import { can } from '#server/people/index.ts'

/** Who may do what to a counterparty, its contacts and sites. All staff may read them. */
export const counterpartyPolicy = {
  manage({ role }: Pick<Viewer, 'role'>): Refusal | null {
    return can(role, 'counterparties.manage') ? null : no('counterparty.managers_only')
  },
}
