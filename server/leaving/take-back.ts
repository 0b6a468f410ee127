import type { Input } from '#contract/endpoint.ts'
import type { takeBack as contract } from '#contract/leaving.ts'
import type { Ctx } from '#platform/ctx.ts'
import { insist } from '#platform/errors.ts'
import { accessPolicy, holdSomeone, lockTree, takeBackPerformer } from '#server/people/index.ts'

/** Takes a performer back who had left (LEAVE-7): the same person, who comes in by a new link. */
export async function takeBack(ctx: Ctx, { member_id }: Input<typeof contract>) {
  await lockTree(ctx)
  const member = await holdSomeone(ctx, member_id)
  insist(accessPolicy.take_back(ctx.viewer, member))
  await takeBackPerformer(ctx, member)
  return { member: { id: member.id, name: member.name } }
}
