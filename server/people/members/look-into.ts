import type { Person } from '#contract/people.ts'
import type { Ctx } from '#platform/ctx.ts'
import { found, insist, no, type Refusal } from '#platform/errors.ts'
import { memberPolicy } from './policy.ts'
import { allMembers, remaining } from './queries.ts'

/** Refuses a performer whom others lead (RGT-13), whatever else the viewer may. */
export async function whyNotLed(ctx: Ctx, member_id: string): Promise<Refusal | null> {
  const member = found(await allMembers(ctx).where('m.id', '=', member_id).executeTakeFirst(), 'member')
  return member.led ? null : no('performer.led_by_others')
}

/** Whose work the viewer looks into (PRF-8), also when he has left: insists that he may. */
export async function lookInto(ctx: Ctx, member_id: string): Promise<Person> {
  const member = found(
    await allMembers(ctx)
      .where('m.id', '=', await remaining(ctx, member_id))
      .executeTakeFirst(),
    'member',
  )
  insist(memberPolicy.look(ctx.viewer, member))
  return { id: member.id, name: member.name }
}
