import type { Role, Viewer } from '#platform/ctx.ts'
import { no, notNow, type Refusal } from '#platform/errors.ts'
import { can, type Right, rightsOfHolder } from '../rights.ts'
import { handles } from '../substitutions/acts-for.ts'
import type { InvitationState } from './queries.ts'

type Sent = {
  state: InvitationState
  role: Role
  role_rights: readonly string[] | null
  by_id: string
  head_id: string | null
}

/** Who may invite whom, and what an invitation still allows (PPL-12, PPL-13, PPL-14). */
export const invitationPolicy = {
  /** Nobody gives away what he has not: else a manager could invite himself as an administrator. */
  offer(viewer: Viewer, offered: readonly Right[]): Refusal | null {
    return offered.every((right) => can(viewer, right)) ? null : no('invitation.role_above')
  },

  /** Every one of the staff brings his own reports; to propose another's head takes a right. */
  propose(viewer: Viewer, head_id: string): Refusal | null {
    return handles(viewer, head_id) || can(viewer, 'people.invite') ? null : no('invitation.head_not_yours')
  },

  seesAll: (viewer: Viewer): boolean => can(viewer, 'people.invite'),

  renew(viewer: Viewer, one: Sent): Refusal | null {
    return invitationPolicy.withdraw(viewer, one) ?? invitationPolicy.offer(viewer, rightsOfHolder(one))
  },

  withdraw(viewer: Viewer, { state, by_id, head_id }: Sent): Refusal | null {
    const own = handles(viewer, by_id) || handles(viewer, head_id)
    if (!own && !can(viewer, 'people.invite')) return no('invitation.not_yours')
    return state === 'accepted' || state === 'withdrawn' ? over[state]() : null
  },

  /** Asked of whoever holds the link. */
  accept({ state }: { state: InvitationState }): Refusal | null {
    return state === 'sent' || state === 'opened' ? null : over[state]()
  },

  /** The company's joining link brings in people whom nobody has chosen. */
  link(viewer: Viewer): Refusal | null {
    return can(viewer, 'people.invite') ? null : no('joining_link.not_yours')
  },
}

const over = {
  accepted: () => notNow('invitation.accepted'),
  withdrawn: () => notNow('invitation.withdrawn'),
  expired: () => notNow('invitation.expired'),
}
