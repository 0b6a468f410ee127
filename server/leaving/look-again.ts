import { Type } from 'typebox'
import { HeldGroup } from '#contract/leaving.ts'
import type { Ctx } from '#platform/ctx.ts'
import { job } from '#platform/jobs/job.ts'
import { findHead, membersById, rootOf, holdSomeone, type Someone } from '#server/people/index.ts'
import { stopClock } from '#server/tasks/index.ts'
import { handOver, holdAllOf, holdingsOf, type Holdings, OPTIONAL } from './holdings.ts'

const Id = Type.String()

/**
 * Looks once more, a minute after a person has left: what he began himself in that very moment, in a request that was on
 * its way, goes to the same successors (LEAVE-2). It acts in the name of whoever let him go.
 */
export const lookAgain = job({
  name: 'leaving:look_again',
  payload: Type.Object({
    member_id: Id,
    by_id: Id,
    heirs: Type.Array(Type.Object({ group: HeldGroup, to_id: Type.Union([Id, Type.Null()]) })),
  }),

  async run(program, { member_id, by_id, heirs }) {
    const at = await holdAllOf(program, member_id)
    const member = await holdSomeone(program, member_id)
    if (member.state !== 'left') return
    const ctx = await inTheNameOf(program, by_id)
    await stopClock(ctx, { member_id })
    const chosen = new Map(heirs.map(({ group, to_id }) => [group, to_id]))
    for (const [group, things] of Object.entries(await holdingsOf(ctx, member_id)) as Entries)
      if (things.length > 0) await give(ctx, group, { member, at, things, to_id: chosen.get(group) ?? null })
  },
})

type Entries = [keyof Holdings, Holdings[keyof Holdings]][]
type Left = { member: Someone; at: Date; things: { id: string }[]; to_id: string | null }

async function give(ctx: Ctx, group: keyof Holdings, { member, at, things, to_id }: Left): Promise<void> {
  const heir = to_id && (await membersById(ctx, [to_id])).get(to_id)
  const chosen = heir && (heir.state === 'active' || heir.state === 'invited') ? heir : null
  const root = OPTIONAL.has(group) ? null : await findHead(ctx, await rootOf(ctx))
  await handOver(ctx, group, { from: member, to: chosen || root, ids: things.map(({ id }) => id), at })
}

async function inTheNameOf(program: Ctx, by_id: string): Promise<Ctx> {
  const who = (await membersById(program, [by_id])).get(by_id)
  return { ...program, viewer: { ...program.viewer, kind: 'staff', subject_id: by_id, name: who?.name ?? null } }
}
