import type { AbsenceKind } from '#contract/time/absences.ts'
import type { Viewer } from '#platform/ctx.ts'
import { no, notNow, type Refusal } from '#platform/errors.ts'
import { can } from '../rights.ts'
import { handles } from '../substitutions/acts-for.ts'

/** `led`: he is no performer of somebody else's (RGT-13). */
type Someone = { id: string; kind: 'staff' | 'performer'; head_id: string | null; led: boolean }
type Facts = { member: Someone; kind: AbsenceKind; state: 'asked' | 'confirmed' | 'refused' | 'withdrawn' }
/** Those whom the viewer leads, also in another's place, and himself. */
type Led = ReadonlySet<string>

/** Who may say that somebody is not there (ABS-2, ABS-3). */
export const absencePolicy = {
  /** To enter what holds at once, and to confirm what is asked: the heads above him, and whoever leads such people. */
  answer(viewer: Viewer, one: Someone, led: Led): Refusal | null {
    if (under(viewer, one, led)) return null
    if (!can(viewer, one.kind === 'performer' ? 'performers.manage' : 'people.manage')) return no('absence.not_yours')
    return one.led ? null : no('performer.led_by_others')
  },

  decide(viewer: Viewer, { member, state }: Facts, led: Led): Refusal | null {
    return absencePolicy.answer(viewer, member, led) ?? (state === 'asked' ? null : notNow('absence.decided'))
  },

  change(viewer: Viewer, absence: Facts, led: Led): Refusal | null {
    return holds(absence) ?? ownWord(viewer, absence, led)
  },

  withdraw(viewer: Viewer, absence: Facts, led: Led): Refusal | null {
    return holds(absence) ?? ownWord(viewer, absence, led)
  },
}

/** He or somebody below him is the person's head. */
const under = (viewer: Viewer, { id, kind, head_id }: Someone, led: Led): boolean =>
  (led.has(id) && !handles(viewer, id)) || (kind === 'performer' && head_id !== null && led.has(head_id))

function holds({ state }: Facts): Refusal | null {
  return state === 'asked' || state === 'confirmed' ? null : notNow('absence.over')
}

/** What is asked is one's own matter until it is confirmed, and so is one's illness. */
function ownWord(viewer: Viewer, { member, kind, state }: Facts, led: Led): Refusal | null {
  if (member.id === viewer.subject_id && (state === 'asked' || kind === 'illness')) return null
  const refusal = absencePolicy.answer(viewer, member, led)
  return refusal && member.id === viewer.subject_id ? no('absence.confirmed_already') : refusal
}
