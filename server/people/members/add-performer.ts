import { uuidv7 } from 'uuidv7'
import type * as contract from '#contract/people.ts'
import type { Input } from '#contract/endpoint.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { dayIn } from '#platform/days.ts'
import { insist, invalid } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { performerWhoLeft, takeBackPerformer } from '../access/take-back.ts'
import { freePhone } from './phones.ts'
import { memberPolicy } from './policy.ts'
import { presentMember } from './present-member.ts'
import { addRates } from './rates.ts'
import { setSpecialities, specialitiesNamed } from './specialities.ts'

/** Adds an external performer (PPL-5): a phone is enough, a password he never has. Who had left is taken back. */
export async function addPerformer(ctx: Ctx, input: Input<typeof contract.addPerformer>) {
  insist(memberPolicy.add(ctx.viewer))
  const { cost_per_hour, fee_per_task, from_day = dayIn(ctx.viewer.time_zone, ctx.now) } = input
  const named = cost_per_hour !== undefined || fee_per_task !== undefined
  insist(named ? memberPolicy.name_rate(ctx.viewer) : null)
  const name = input.name.trim()
  insist(name ? null : invalid('name', 'field.required'))
  const phone = await freePhone(ctx, input.phone, null)

  const before = await performerWhoLeft(ctx, { phone, name })
  const id = before?.id ?? (await makeMember(ctx, { name, phone }))
  const trades = await specialitiesNamed(ctx, input.specialities)
  await setSpecialities(ctx, [{ member_id: id, trades: trades.map((trade) => trade.id) }])
  if (before) await takeBackPerformer(ctx, before)
  else await tell(ctx, 'member.added', { id }, { name, specialities: trades.map((trade) => trade.name) })
  if (named)
    await addRates(ctx, [
      {
        member: { id, name },
        rate: { from_day, ...(cost_per_hour && { cost_per_hour }), ...(fee_per_task && { fee_per_task }) },
      },
    ])
  return presentMember(ctx, id)
}

async function makeMember(ctx: Ctx, called: { name: string; phone: string }): Promise<string> {
  const id = uuidv7()
  const person = { ...called, company_id: ctx.viewer.company_id, id, kind: 'performer', role: 'performer' } as const
  await ctx.db
    .insertInto('members')
    .values({ ...person, state: 'invited', head_id: memberOf(ctx), created_at: ctx.now })
    .execute()
  return id
}
