import type { Viewer } from '#platform/ctx.ts'
import { notNow, type Refusal } from '#platform/errors.ts'
import { absencePolicy } from '../absences/policy.ts'

type Someone = { id: string; kind: 'staff' | 'performer'; head_id: string | null; led: boolean }

/** Who may say who acts for whom (SUB-1): who answers for the absent person, and of staff the person himself. */
export const substitutionPolicy = {
  make(viewer: Viewer, absent: Someone, led: ReadonlySet<string>): Refusal | null {
    const own = absent.id === viewer.subject_id && absent.kind === 'staff'
    return own ? null : absencePolicy.answer(viewer, absent, led)
  },

  end(viewer: Viewer, one: { absent: Someone; ended_at: string | null; over: boolean }, led: ReadonlySet<string>) {
    if (one.ended_at !== null || one.over) return notNow('substitution.over')
    return substitutionPolicy.make(viewer, one.absent, led)
  },
}
