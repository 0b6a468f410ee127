import type { Ctx } from '#platform/ctx.ts'
import type { Refusal } from '#platform/errors.ts'
import { can } from '../rights.ts'
import { ledBy } from '../tree/led-by.ts'
import { absencePolicy } from './policy.ts'

type Someone = { id: string; kind: 'staff' | 'performer'; head_id: string | null; led: boolean }

/**
 * Of whom the viewer enters that he is away, and who acts for him (ABS-2): for a page of people one query more, and none
 * for whoever needs no tree for it. Of himself everybody says it.
 */
export async function entersAbsences(ctx: Ctx): Promise<(who: Someone) => Refusal | null> {
  const { viewer } = ctx
  const of_all = can(viewer, 'people.manage') && can(viewer, 'performers.manage')
  const led = of_all ? new Set<string>() : await ledBy(ctx)
  return (who) => (who.id === viewer.subject_id ? null : absencePolicy.answer(viewer, who, led))
}
