import { Type } from 'typebox'
import type { merge as contract } from '#contract/doubles.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { insist, notNow } from '#platform/errors.ts'
import { enqueue, job } from '#platform/jobs/job.ts'
import {
  carryOver,
  choicesOf,
  findCard,
  holdCards,
  holdInvitationsUnder,
  joinCards,
  leadsCard,
  lockTree,
  mergeRefusal,
} from '#server/people/index.ts'
import { clockRuns, stopClock } from '#server/tasks/index.ts'
import { holdAllOf } from '../holdings.ts'
import { insistStillHere } from '../leave.ts'

/** Makes one of two cards of one person (DBL-3): everything of the other comes to the one that remains, or nothing changes. */
export async function merge(ctx: Ctx, { member_id, gone_id, ...asked }: Input<typeof contract>) {
  insist(leadsCard(ctx.viewer, await findCard(ctx, member_id)))
  const at = await holdBoth(ctx, [member_id, gone_id])
  const cards = await holdCards(ctx, member_id, gone_id)
  await insistStillHere(ctx)
  insist(mergeRefusal(ctx.viewer, cards))
  const fresh = cards.kept.version !== asked.kept_version || cards.gone.version !== asked.gone_version
  insist(fresh ? notNow('double.stale') : null)
  const choices = await choicesOf(ctx, cards)
  if ((await clockRuns(ctx, gone_id)) && (await clockRuns(ctx, member_id))) await stopClock(ctx, { member_id: gone_id })
  await joinCards(ctx, { ...cards, choices, from_gone: new Set(asked.from_gone), at })
  const soon = new Date(ctx.now.getTime() + 60_000)
  await enqueue(ctx, carryLate, { kept_id: member_id, gone_id }, { run_at: soon })
  const { name } = await findCard(ctx, member_id)
  return { member: { id: member_id, name } }
}

/** Both with all that they hold, in the order of their ids: two who merge the same cards the other way round do not wait for each other. */
async function holdBoth(ctx: Ctx, ids: readonly string[]): Promise<Date> {
  const ordered = ids.toSorted()
  for (const id of ordered) await holdInvitationsUnder(ctx, id)
  await lockTree(ctx)
  let at = ctx.now
  for (const id of ordered) at = await holdAllOf(ctx, id)
  return at
}

const Id = Type.String()

/** Looks once more, a minute later: what was written under the other card in a request on its way goes over, too. */
export const carryLate = job({
  name: 'leaving:carry_late',
  payload: Type.Object({ kept_id: Id, gone_id: Id }),

  async run(program, { gone_id }) {
    const gone = await findCard(program, gone_id)
    // It may have been merged on since: what remains is asked for anew.
    if (gone.merged_into) await carryOver(program, { kept: await findCard(program, gone.merged_into), gone })
  },
})
