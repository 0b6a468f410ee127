import type { Viewer } from '#platform/ctx.ts'
import { no, type Refusal } from '#platform/errors.ts'
import { leadsPerformer } from '../members/policy.ts'
import { can } from '../rights.ts'
import { handles } from '../substitutions/acts-for.ts'

type Someone = { id: string; kind: 'staff' | 'performer'; led: boolean }

/** Who sets when the company and its people work (CAL-3, CAL-4, CAL-5). */
export const timePolicy = {
  week: (viewer: Viewer): Refusal | null => (can(viewer, 'company.settings') ? null : no('company.not_yours')),

  /** Of performers, whoever leads them (RGT-13); of staff, owner, administrators, and the heads above them. */
  schedule(viewer: Viewer, { id, kind, led: his }: Someone, led: ReadonlySet<string>): Refusal | null {
    if (kind === 'performer') return leadsPerformer(viewer, his)
    const own_people = led.has(id) && !handles(viewer, id)
    return own_people || can(viewer, 'people.manage') ? null : no('schedule.not_yours')
  },
}
