import type * as contract from '#contract/time/absences.ts'
import type { Ctx } from '#platform/ctx.ts'
import { clockOf } from '../calendar/hours.ts'
import { ledBy } from '../tree/led-by.ts'
import { absencePolicy } from './policy.ts'
import { type AbsenceRow, findAbsence } from './queries.ts'

/** Absences as the viewer may know them: a note is between the person, who entered it and who answers for him (ABS-5). */
export async function presentAbsences(ctx: Ctx, rows: readonly AbsenceRow[]): Promise<contract.Absence[]> {
  const led = await ledBy(ctx)
  const { viewer } = ctx
  return rows.map(({ member, from_minute, to_minute, note, reason, ...row }) => {
    const facts = { ...row, member }
    const near = member.id === viewer.subject_id || row.entered_by.id === viewer.subject_id
    const told = near || !absencePolicy.answer(viewer, member, led)
    return {
      ...row,
      member: { id: member.id, name: member.name, kind: member.kind },
      from_time: from_minute === null ? null : clockOf(from_minute),
      to_time: to_minute === null ? null : clockOf(to_minute),
      note: told ? note : null,
      reason: told ? reason : null,
      can: {
        change: absencePolicy.change(viewer, facts, led),
        decide: absencePolicy.decide(viewer, facts, led),
        withdraw: absencePolicy.withdraw(viewer, facts, led),
      },
    }
  })
}

export async function presentAbsence(ctx: Ctx, absence_id: string): Promise<contract.Absence> {
  const [one] = await presentAbsences(ctx, [await findAbsence(ctx, absence_id)])
  if (!one) throw new Error('an absence was found and then was not')
  return one
}
