import type { Viewer } from '#platform/ctx.ts'
import { invalid, no, notNow, type Refusal } from '#platform/errors.ts'
import { leadsPerformer } from '../members/policy.ts'
import { can } from '../rights.ts'
import type { Card, TwoCards } from './card.ts'

/** Who may make one of two cards, and of which (DBL-6). */
export function mergeRefusal(viewer: Viewer, { kept, gone }: TwoCards): Refusal | null {
  return leadsCard(viewer, kept) ?? leadsCard(viewer, gone) ?? fits(viewer, { kept, gone })
}

/** Whether he leads the person of a card at all: asked before the other card is looked for. */
export function leadsCard(viewer: Viewer, { kind, led }: Card): Refusal | null {
  if (kind === 'performer') return leadsPerformer(viewer, led)
  return can(viewer, 'people.manage') ? null : no('member.not_yours')
}

function fits(viewer: Viewer, { kept, gone }: TwoCards): Refusal | null {
  if (kept.id === gone.id) return invalid('gone_id', 'double.same')
  for (const { name, merged_into, merged_name } of [gone, kept])
    if (merged_into) return notNow('double.merged', { name, into_id: merged_into, into: merged_name })
  if (kept.state === 'left') return notNow('double.kept_left', { name: kept.name })
  for (const { name, kind, state } of [gone, kept])
    if (kind === 'staff' && state === 'invited') return notNow('tree.waits_outside', { name })
  if (gone.role === 'owner') return notNow('double.owner_stays', { name: gone.name })
  if (gone.id === viewer.subject_id) return notNow('double.self_stays')
  return kept.kind === 'performer' && gone.kind === 'staff' ? notNow('double.staff_stays', { name: gone.name }) : null
}
