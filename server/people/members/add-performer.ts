import { uuidv7 } from 'uuidv7'
import type * as contract from '#contract/people.ts'
import type { Input } from '#contract/endpoint.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { dayIn } from '#platform/days.ts'
import { insist, invalid } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { freePhone } from './phones.ts'
import { memberPolicy } from './policy.ts'
import { presentMember } from './present-member.ts'
import { addRate } from './rates.ts'
import { setSpecialities, specialitiesNamed } from './specialities.ts'

/** Adds an external performer (PPL-5): a phone is enough, a password he never has. */
export async function addPerformer(ctx: Ctx, input: Input<typeof contract.addPerformer>) {
  insist(memberPolicy.add(ctx.viewer))
  const { company_id, time_zone } = ctx.viewer
  const [id, name] = [uuidv7(), input.name.trim()]
  insist(name ? null : invalid('name', 'field.required'))
  const phone = await freePhone(ctx, input.phone, null)

  const person = { company_id, id, name, phone, kind: 'performer', role: 'performer', state: 'invited' } as const
  await ctx.db
    .insertInto('members')
    .values({ ...person, head_id: memberOf(ctx), created_at: ctx.now })
    .execute()
  const trades = await specialitiesNamed(ctx, input.specialities)
  await setSpecialities(ctx, id, trades)
  await tell(ctx, 'member.added', { id }, { name, specialities: trades.map((trade) => trade.name) })
  if (input.cost_per_hour !== undefined) {
    const from_day = input.from_day ?? dayIn(time_zone, ctx.now)
    await addRate(ctx, { id, name }, { from_day, cost_per_hour: input.cost_per_hour })
  }
  return presentMember(ctx, id)
}
