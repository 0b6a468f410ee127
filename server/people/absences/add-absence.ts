import { uuidv7 } from 'uuidv7'
import type * as contract from '#contract/time/absences.ts'
import type { Input } from '#contract/endpoint.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { found, insist } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { membersWithHeads } from '../members/with-heads.ts'
import { daysSaid } from './days.ts'
import { substitute } from '../substitutions/add-substitution.ts'
import { substitutionPolicy } from '../substitutions/policy.ts'
import { ledBy } from '../tree/led-by.ts'
import { absencePolicy } from './policy.ts'
import { presentAbsence } from './present-absence.ts'
import { holdPerson, insistOnFree } from './queries.ts'

/**
 * Enters an absence (ABS-2). Who answers for the person enters what holds at once; the person himself asks. Nobody asks
 * to be ill: that holds as soon as he says so.
 */
export async function addAbsence(
  ctx: Ctx,
  { member_id = memberOf(ctx), note, deputy_id, ...said }: Input<typeof contract.addAbsence>,
) {
  const days = daysSaid(said)
  await holdPerson(ctx, member_id)
  const member = await personOf(ctx, member_id)
  const led = await ledBy(ctx)
  const refusal = absencePolicy.answer(ctx.viewer, member, led)
  const own = member.id === ctx.viewer.subject_id
  insist(own ? null : refusal)
  insist(deputy_id ? substitutionPolicy.make(ctx.viewer, member, led) : null)
  await insistOnFree(ctx, { member_id }, days)

  const holds = !refusal || days.kind === 'illness'
  const id = uuidv7()
  const entered = { entered_by: memberOf(ctx), entered_at: ctx.now }
  const row = { company_id: ctx.viewer.company_id, id, member_id, ...days, note: note?.trim() || null, ...entered }
  await ctx.db
    .insertInto('absences')
    .values({ ...row, state: holds ? 'confirmed' : 'asked' })
    .execute()
  const { kind, from_day, to_day } = days
  if (deputy_id) await substitute(ctx, { absent_id: member_id, deputy_id, from_day, to_day }, id)
  const told = { name: member.name, kind, from_day, to_day }
  await tell(ctx, holds ? 'member.absence_entered' : 'member.absence_asked', member, told)
  return presentAbsence(ctx, id)
}

/** Whom it is about; a performer knows of himself only. */
async function personOf(ctx: Ctx, member_id: string) {
  const hidden = ctx.viewer.kind === 'performer' && member_id !== ctx.viewer.subject_id
  return found(hidden ? null : (await membersWithHeads(ctx, [member_id])).get(member_id), 'member')
}
