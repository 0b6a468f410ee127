import type { Input } from '#contract/endpoint.ts'
import type { suspend as contract } from '#contract/leaving.ts'
import type { Ctx } from '#platform/ctx.ts'
import { insist } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { accessPolicy, holdSomeone, lockTree, shutOut } from '#server/people/index.ts'
import { lockPerson, stopClock } from '#server/tasks/index.ts'
import { insistStillHere } from './leave.ts'
import { endsFor } from './preview-leaving.ts'

/** Takes a person's access away for a time (LEAVE-6); what he holds stays his, his clock is stopped. */
export async function suspend(ctx: Ctx, { member_id }: Input<typeof contract>) {
  const at = await lockTree(ctx)
  await lockPerson(ctx, member_id)
  const member = await holdSomeone(ctx, member_id)
  await insistStillHere(ctx)
  insist(accessPolicy.suspend(ctx.viewer, member))
  const ended = await endsFor(ctx, member)
  await stopClock(ctx, { member_id })
  await shutOut(ctx, member, { for_good: false, at })
  await tell(ctx, 'member.suspended', member, { name: member.name })
  return { member: { id: member.id, name: member.name }, ended }
}
