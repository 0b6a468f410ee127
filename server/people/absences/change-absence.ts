import type * as contract from '#contract/time/absences.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { expectVersion, insist } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { clockOf } from '../calendar/hours.ts'
import { daysSaid } from './days.ts'
import { followAbsence } from '../substitutions/queries.ts'
import { ledBy } from '../tree/led-by.ts'
import { absencePolicy } from './policy.ts'
import { presentAbsence } from './present-absence.ts'
import { type AbsenceRow, type Days, insistOnFree, takeAbsence } from './queries.ts'
import { writeAbsence } from './write-absence.ts'

type Wish = Input<typeof contract.changeAbsence>

/** Changes the kind, the days or the note of an absence that holds or is asked for (ABS-3). */
export async function changeAbsence(ctx: Ctx, { absence_id, note, ...wish }: Wish) {
  const absence = await takeAbsence(ctx, absence_id)
  insist(absencePolicy.change(ctx.viewer, absence, await ledBy(ctx)))
  expectVersion(ctx, absence, await presentAbsence(ctx, absence_id))
  const days = daysSaid({ ...asSaid(absence), ...wish })
  await insistOnFree(ctx, { member_id: absence.member.id, except: absence_id }, days)
  const after = { ...days, note: note === undefined ? absence.note : note?.trim() || null }
  if (same(absence, after)) return presentAbsence(ctx, absence_id)
  await writeAbsence(ctx, absence, after)
  const moved = absence.from_day !== days.from_day || absence.to_day !== days.to_day
  if (moved) await followAbsence(ctx, absence_id, { from_day: days.from_day, to_day: days.to_day })
  const { name } = absence.member
  const { kind, from_day, to_day } = days
  await tell(ctx, 'member.absence_changed', absence.member, { name, kind, from_day, to_day })
  return presentAbsence(ctx, absence_id)
}

function asSaid({ kind, from_day, to_day, from_minute, to_minute }: AbsenceRow) {
  return {
    kind,
    from_day,
    to_day,
    from_time: from_minute === null ? null : clockOf(from_minute),
    to_time: to_minute === null ? null : clockOf(to_minute),
  }
}

const same = (before: AbsenceRow, after: Days & { note: string | null }) =>
  (Object.keys(after) as (keyof typeof after)[]).every((field) => before[field] === after[field])
