import { Type } from 'typebox'
import { Id } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { tell } from '#platform/events/tell.ts'
import type { Wire } from '#platform/http/serve.ts'
import { job } from '#platform/jobs/job.ts'
import { endViewingById, endViewingHere, type Viewing } from '#server/identity/index.ts'
import { memberNames } from '../names.ts'
import { ownRoles } from '../roles/queries.ts'

/** Ends the view with the eyes of another in this browser; where none goes on there is nothing to end. */
export async function endViewing(ctx: Ctx, _: unknown, wire: Wire) {
  const ended = await endViewingHere(ctx, wire)
  if (ended) await tellEnd(ctx, ended)
  return {}
}

/** Half an hour has passed: the view is over by its time, and the history says so (VIEW-5). */
export const viewingOver = job({
  name: 'people:viewing_over',
  payload: Type.Object({ viewing_id: Id }),

  async run(ctx, { viewing_id }) {
    const ended = await endViewingById(ctx, viewing_id)
    if (ended) await tellEnd(ctx, ended)
  },
})

async function tellEnd(ctx: Ctx, { by_id, member_id, role: fixed, role_id }: Viewing): Promise<void> {
  const role_name = (await ownRoles(ctx)).find(({ id }) => id === role_id)?.name ?? null
  const role = role_name === null ? fixed : 'own'
  const names = await memberNames(ctx, [by_id, member_id ?? by_id])
  const facts = { name: member_id ? (names.get(member_id) ?? '') : '', by: names.get(by_id) ?? '' }
  await tell(ctx, 'member.viewing_ended', { id: member_id ?? by_id }, { ...facts, role, role_name })
  ctx.afterCommit.push(() => ctx.world.sessionsChanged(null))
}
