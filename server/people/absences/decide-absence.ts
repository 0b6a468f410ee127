import type * as contract from '#contract/time/absences.ts'
import type { Input } from '#contract/endpoint.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { insist, invalid } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { followAbsence, rememberAnew } from '../substitutions/queries.ts'
import { ledBy } from '../tree/led-by.ts'
import { absencePolicy } from './policy.ts'
import { presentAbsence } from './present-absence.ts'
import { takeAbsence } from './queries.ts'
import { writeAbsence } from './write-absence.ts'

/** Confirms or refuses what a person has asked for; a refusal says why (ABS-3). */
export async function decideAbsence(ctx: Ctx, { absence_id, confirm, reason }: Input<typeof contract.decideAbsence>) {
  const absence = await takeAbsence(ctx, absence_id)
  insist(absencePolicy.decide(ctx.viewer, absence, await ledBy(ctx)))
  const why = reason?.trim() || null
  insist(confirm || why ? null : invalid('reason', 'field.required'))
  const decided = { decided_by: memberOf(ctx), decided_at: ctx.now, reason: confirm ? null : why }
  await writeAbsence(ctx, absence, { ...decided, state: confirm ? 'confirmed' : 'refused' })
  if (absence.deputy) await (confirm ? rememberAnew(ctx) : followAbsence(ctx, absence_id, null))
  const { member, kind, from_day, to_day } = absence
  const told = { name: member.name, kind, from_day, to_day }
  await tell(ctx, confirm ? 'member.absence_confirmed' : 'member.absence_refused', member, told)
  return presentAbsence(ctx, absence_id)
}

/** The person is there after all: himself of what is not confirmed yet, or who answers for him. */
export async function withdrawAbsence(ctx: Ctx, { absence_id }: Input<typeof contract.withdrawAbsence>) {
  const absence = await takeAbsence(ctx, absence_id)
  insist(absencePolicy.withdraw(ctx.viewer, absence, await ledBy(ctx)))
  await writeAbsence(ctx, absence, { state: 'withdrawn' })
  await followAbsence(ctx, absence_id, null)
  const { member, kind, from_day, to_day } = absence
  await tell(ctx, 'member.absence_withdrawn', member, { name: member.name, kind, from_day, to_day })
  return presentAbsence(ctx, absence_id)
}
