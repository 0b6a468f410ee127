import type { Viewer } from '#platform/ctx.ts'
import { no, notNow, type Refusal } from '#platform/errors.ts'
import { leadsPerformer } from '../members/policy.ts'
import { can, type Right } from '../rights.ts'

type Someone = { id: string; name: string; kind: 'staff' | 'performer'; role: string; state: string; led: boolean }

/** Who may end a person's access, and give it back (PPL-16). The staff are led as in members/policy.ts. */
export const accessPolicy = {
  leave(viewer: Viewer, member: Someone): Refusal | null {
    if (member.state === 'left') return notNow('leaving.left', { name: member.name })
    return ends(viewer, member)
  },

  suspend(viewer: Viewer, member: Someone): Refusal | null {
    if (member.state === 'suspended') return notNow('leaving.suspended', { name: member.name })
    if (member.state !== 'active') return notNow('leaving.not_in', { name: member.name })
    return ends(viewer, member)
  },

  resume(viewer: Viewer, member: Someone): Refusal | null {
    if (member.state !== 'suspended') return notNow('leaving.not_suspended', { name: member.name })
    return leads(viewer, member)
  },

  /** The staff prove by their account that they are who they were: they come by invitation. */
  take_back(viewer: Viewer, member: Someone): Refusal | null {
    if (member.state !== 'left') return notNow('leaving.works_here', { name: member.name })
    return leads(viewer, member) ?? (member.kind === 'performer' ? null : notNow('leaving.invite_again'))
  },

  /** Never upwards, and never the owner's: by a reset nobody comes nearer to what he may not himself (RGT-9). */
  reset_sign_in(viewer: Viewer, member: Someone, rights: readonly Right[]): Refusal | null {
    if (!can(viewer, 'people.manage')) return no('member.not_yours')
    if (member.kind === 'performer') return notNow('access.no_account')
    if (member.state !== 'active' && member.state !== 'suspended')
      return notNow('leaving.not_in', { name: member.name })
    if (member.id === viewer.subject_id) return notNow('access.own_sign_in')
    if (member.role === 'owner') return no('access.owner_sign_in')
    return rights.every((right) => can(viewer, right)) ? null : no('roles.above')
  },

  give_ownership({ role }: Viewer): Refusal | null {
    return role === 'owner' ? null : no('company.owner_only')
  },
}

function ends(viewer: Viewer, member: Someone): Refusal | null {
  if (member.id === viewer.subject_id) return notNow('leaving.self')
  if (member.role === 'owner') return notNow('leaving.owner')
  // Who waits outside holds nothing: he is let in or turned away.
  const outside = member.kind === 'staff' && member.state === 'invited'
  return outside ? notNow('tree.waits_outside', { name: member.name }) : leads(viewer, member)
}

function leads(viewer: Viewer, { kind, led }: Someone): Refusal | null {
  if (kind === 'performer') return leadsPerformer(viewer, led)
  return can(viewer, 'people.manage') ? null : no('member.not_yours')
}
