import { uuidv7 } from 'uuidv7'
import type { Input } from '#contract/endpoint.ts'
import type * as contract from '#contract/time/substitutions.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { found, insist, invalid } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { membersWithHeads } from '../members/with-heads.ts'
import { ledBy } from '../tree/led-by.ts'
import { substitutionPolicy } from './policy.ts'
import { presentSubstitution } from './present-substitution.ts'
import { type Acting, lockSubstitutions, rememberAnew, whyNot } from './queries.ts'

/** Says who acts for whom, from when to when (SUB-1, SUB-2). */
export async function addSubstitution(ctx: Ctx, given: Input<typeof contract.addSubstitution>) {
  const people = await membersWithHeads(ctx, [given.absent_id])
  const absent = found(people.get(given.absent_id), 'member')
  insist(substitutionPolicy.make(ctx.viewer, absent, await ledBy(ctx)))
  const id = await substitute(ctx, given, null)
  return presentSubstitution(ctx, id)
}

/** The same for a caller who has asked the right: with an absence, whose days it then follows. */
export async function substitute(ctx: Ctx, acting: Acting, absence_id: string | null): Promise<string> {
  const { absent_id, deputy_id, from_day, to_day } = acting
  insist(to_day < from_day ? invalid('to_day', 'days.backwards') : null)
  insist(deputy_id === absent_id ? invalid('deputy_id', 'substitution.self') : null)
  const people = await membersWithHeads(ctx, [absent_id, deputy_id])
  const [absent, deputy] = [found(people.get(absent_id), 'member'), found(people.get(deputy_id), 'member')]
  const works = deputy.state === 'active' || (deputy.kind === 'performer' && deputy.state === 'invited')
  insist(works ? null : invalid('deputy_id', 'substitution.deputy_inactive', { name: deputy.name }))
  insist(deputy.kind === absent.kind ? null : invalid('deputy_id', 'substitution.other_kind'))
  await lockSubstitutions(ctx)
  const refusal = await whyNot(ctx, acting)
  insist(refusal && { ...refusal, field: 'deputy_id' })

  const id = uuidv7()
  const { company_id } = ctx.viewer
  await ctx.db
    .insertInto('substitutions')
    .values({ company_id, id, ...acting, absence_id, made_by: memberOf(ctx), made_at: ctx.now })
    .execute()
  const told = { name: absent.name, deputy: deputy.name, from_day, to_day }
  await tell(ctx, 'member.substituted', absent, told)
  rememberAnew(ctx)
  return id
}
