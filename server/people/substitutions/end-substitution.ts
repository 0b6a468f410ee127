import type { Input } from '#contract/endpoint.ts'
import type * as contract from '#contract/time/substitutions.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { dayIn } from '#platform/days.ts'
import { insist } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { ledBy } from '../tree/led-by.ts'
import { substitutionPolicy } from './policy.ts'
import { presentSubstitution } from './present-substitution.ts'
import { findSubstitution, lockSubstitutions, rememberAnew } from './queries.ts'

/** Ends a substitution before its last day, at once (SUB-4). */
export async function endSubstitution(ctx: Ctx, { substitution_id }: Input<typeof contract.endSubstitution>) {
  await lockSubstitutions(ctx)
  const one = await findSubstitution(ctx, substitution_id)
  insist(substitutionPolicy.end(ctx.viewer, { ...one, over: one.state === 'over' }, await ledBy(ctx)))
  await ctx.db
    .updateTable('substitutions')
    .set({ ended_at: ctx.now, ended_by: memberOf(ctx) })
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', substitution_id)
    .execute()
  await tell(ctx, 'member.substitution_ended', one.absent, { name: one.absent.name, deputy: one.deputy.name })
  rememberAnew(ctx)
  return presentSubstitution(ctx, substitution_id)
}

/** Who leaves substitutes nobody, and needs no deputy: what he held has been handed over. */
export async function endSubstitutionsOf(ctx: Ctx, member_id: string): Promise<void> {
  await lockSubstitutions(ctx)
  const ended = await ctx.db
    .updateTable('substitutions')
    .set({ ended_at: ctx.now, ended_by: memberOf(ctx) })
    .where('company_id', '=', ctx.viewer.company_id)
    .where((own) => own.or([own('absent_id', '=', member_id), own('deputy_id', '=', member_id)]))
    .where('ended_at', 'is', null)
    .where('to_day', '>=', dayIn(ctx.viewer.time_zone, ctx.now))
    .returning('id')
    .execute()
  if (ended.length > 0) rememberAnew(ctx)
}
