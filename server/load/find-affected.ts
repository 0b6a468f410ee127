import type { Input } from '#contract/endpoint.ts'
import type * as contract from '#contract/time/load.ts'
import type { Ctx } from '#platform/ctx.ts'
import { insist, invalid } from '#platform/errors.ts'
import { together } from '#platform/together.ts'
import { answeredOpen } from '#server/orders/index.ts'
import { seenBelow, whyNotLed } from '#server/people/index.ts'
import { curatedOpen, openTasksOn } from '#server/tasks/index.ts'
import { mayRead } from './policy.ts'

/** What an absence touches (LOAD-7): for who reads the load, the person himself and his heads (LOAD-8). */
export async function findAffected(ctx: Ctx, { member_id, from_day, to_day }: Input<typeof contract.findAffected>) {
  const others = await whyNotLed(ctx, member_id)
  const refusal = mayRead(ctx.viewer) ?? others
  insist(refusal && (await seenBelow(ctx))?.has(member_id) ? null : refusal)
  insist(to_day < from_day ? invalid('to_day', 'days.backwards') : null)
  const [tasks, curated, orders] = await together(
    openTasksOn(ctx, { member_id, from_day, to_day }),
    curatedOpen(ctx, member_id),
    answeredOpen(ctx, member_id),
  )
  return { tasks, curated, orders }
}
