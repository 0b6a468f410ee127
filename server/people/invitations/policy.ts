import type { Role, Viewer } from '#platform/ctx.ts'
import { no, notNow, type Refusal } from '#platform/errors.ts'
import { can, rightsOf } from '../rights.ts'
import type { InvitationState } from './queries.ts'

/** Who may invite whom, and what an invitation still allows (PPL-12, PPL-13, PPL-14). */
export const invitationPolicy = {
  /** Nobody gives away what he has not: else a manager could invite himself as an administrator. */
  invite({ role }: Viewer, offered: Role): Refusal | null {
    if (!can(role, 'people.invite')) return no('invitation.not_yours')
    return rightsOf(offered).every((right) => can(role, right)) ? null : no('invitation.role_above')
  },

  renew(viewer: Viewer, { state, role }: { state: InvitationState; role: Role }): Refusal | null {
    return (
      invitationPolicy.invite(viewer, role) ?? (state === 'accepted' || state === 'withdrawn' ? over[state]() : null)
    )
  },

  withdraw({ role }: Viewer, { state }: { state: InvitationState }): Refusal | null {
    if (!can(role, 'people.invite')) return no('invitation.not_yours')
    return state === 'accepted' || state === 'withdrawn' ? over[state]() : null
  },

  /** Asked of whoever holds the link. */
  accept({ state }: { state: InvitationState }): Refusal | null {
    return state === 'sent' || state === 'opened' ? null : over[state]()
  },
}

const over = {
  accepted: () => notNow('invitation.accepted'),
  withdrawn: () => notNow('invitation.withdrawn'),
  expired: () => notNow('invitation.expired'),
}
