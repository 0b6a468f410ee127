import type { Input } from '#contract/endpoint.ts'
import type { resume as contract } from '#contract/leaving.ts'
import type { Ctx } from '#platform/ctx.ts'
import { insist } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { accessPolicy, holdSomeone, letInAgain, lockTree } from '#server/people/index.ts'

/** Gives a suspended person his access back (LEAVE-6). */
export async function resume(ctx: Ctx, { member_id }: Input<typeof contract>) {
  await lockTree(ctx)
  const member = await holdSomeone(ctx, member_id)
  insist(accessPolicy.resume(ctx.viewer, member))
  await letInAgain(ctx, member)
  await tell(ctx, 'member.resumed', member, { name: member.name })
  return { member: { id: member.id, name: member.name } }
}
