import type { Viewer } from '#platform/ctx.ts'
import { no, notNow, type Refusal } from '#platform/errors.ts'
import { can } from '../rights.ts'

type Someone = { id: string; kind: 'staff' | 'performer'; state: string }

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
    if (member.id === viewer.subject_id || can(viewer, 'reports.read')) return null
    return manages(viewer, { ...member, state: 'active' })
  },

  rate(viewer: Viewer, member: Someone): Refusal | null {
    return manages(viewer, member)
  },

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

function manages(viewer: Viewer, { kind, state }: Someone): Refusal | null {
  if (state === 'left') return notNow('member.left')
  if (kind === 'performer') return can(viewer, 'performers.manage') ? null : no('performer.not_yours')
  return can(viewer, 'people.manage') ? null : no('member.not_yours')
}
