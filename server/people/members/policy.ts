import type { Viewer } from '#platform/ctx.ts'
import { no, notNow, type Refusal } from '#platform/errors.ts'
import { can } from '../rights.ts'

/** `led`: he is no performer of somebody else's (RGT-13). */
type Someone = { id: string; kind: 'staff' | 'performer'; state: string; led: boolean }

/** Who may do what to a person of the company (PPL-6). */
export const memberPolicy = {
  add(viewer: Viewer): Refusal | null {
    return can(viewer, 'performers.manage') ? null : no('performer.not_yours')
  },

  /** One's own name and phone are one's own matter. */
  change(viewer: Viewer, member: Someone): Refusal | null {
    return member.id === viewer.subject_id ? null : manages(viewer, member)
  },

  /** Load, hours, returns and history: whoever leads him or reads reports, and he himself. */
  look(viewer: Viewer, member: Someone): Refusal | null {
    if (member.id === viewer.subject_id || (member.led && can(viewer, 'reports.read'))) return null
    return manages(viewer, { ...member, state: 'active' })
  },

  rate(viewer: Viewer, member: Someone): Refusal | null {
    return manages(viewer, member) ?? memberPolicy.name_rate(viewer)
  },

  /** Of anybody, also of whom he adds: nobody sets what he is not shown (RGT-3). */
  name_rate: (viewer: Viewer): Refusal | null => (can(viewer, 'money.read') ? null : no('member.rate_not_yours')),

  /** Certificates, legal form and documents: nobody's own matter. */
  papers(viewer: Viewer, member: Someone): Refusal | null {
    return manages(viewer, member)
  },

  /** Of one who has left they are read, too. */
  read_papers(viewer: Viewer, member: Someone): Refusal | null {
    return manages(viewer, { ...member, state: 'active' })
  },

  link(viewer: Viewer, member: Someone): Refusal | null {
    return manages(viewer, member) ?? (member.kind === 'performer' ? null : notNow('member.has_no_link'))
  },
}

function manages(viewer: Viewer, { kind, state, led }: Someone): Refusal | null {
  if (state === 'left') return notNow('member.left')
  if (kind === 'performer') return leadsPerformer(viewer, led)
  return can(viewer, 'people.manage') ? null : no('member.not_yours')
}

/** Whoever leads performers, and not another's. */
export function leadsPerformer(viewer: Viewer, led: boolean): Refusal | null {
  if (!can(viewer, 'performers.manage')) return no('performer.not_yours')
  return led ? null : no('performer.led_by_others')
}
