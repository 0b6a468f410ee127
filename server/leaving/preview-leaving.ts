import type { Input } from '#contract/endpoint.ts'
import { type Held, HeldGroup, type LeavingPreview, type previewLeaving as contract } from '#contract/leaving.ts'
import type { Person } from '#contract/people.ts'
import type { Ctx } from '#platform/ctx.ts'
import { insist } from '#platform/errors.ts'
import {
  accessPolicy,
  rightsOfHolder,
  asksWaitingFor,
  findHead,
  findSomeone,
  rootOf,
  type Someone,
  waysInOf,
} from '#server/people/index.ts'
import { clockRuns, waitingFor } from '#server/tasks/index.ts'
import { holdingsOf, OPTIONAL } from './holdings.ts'

/** What a person holds, what waits for his word, and what ends when he leaves (LEAVE-1). For those who may let him go. */
export async function previewLeaving(ctx: Ctx, { member_id }: Input<typeof contract>): Promise<LeavingPreview> {
  const member = await findSomeone(ctx, member_id)
  const refusal = accessPolicy.leave(ctx.viewer, member)
  // Why not now is told; who may not do it at all sees nothing of what others hold.
  insist(refusal?.status === 403 ? refusal : null)
  const { id, name, kind, role } = member
  return {
    member: { id, name, kind, role },
    held: await heldBy(ctx, member),
    waits: await waitsFor(ctx, id),
    ends: await endsFor(ctx, member),
    can: { leave: refusal },
  }
}

async function heldBy(ctx: Ctx, member: Someone): Promise<Held[]> {
  const all = await holdingsOf(ctx, member.id)
  const heir = await usualHeir(ctx, member)
  // A pool is led by who may give tasks.
  const leader = heir && rightsOfHolder(heir).includes('tasks.give') ? heir : await topOf(ctx)
  return groups.flatMap((group) => {
    const things = all[group]
    const to = group === 'work' ? null : group === 'pools' ? leader : heir
    return things.length > 0 ? [{ group, things, to, optional: OPTIONAL.has(group) }] : []
  })
}

const groups = (HeldGroup as unknown as { enum: Held['group'][] }).enum

/** His head, if he works here; else the root of the tree. */
async function usualHeir(ctx: Ctx, { head_id }: Someone): Promise<Heir | null> {
  const head = head_id && (await findHead(ctx, head_id))
  return head ? heirOf(head) : topOf(ctx)
}

async function topOf(ctx: Ctx): Promise<Heir | null> {
  const top = await findHead(ctx, await rootOf(ctx))
  return top && heirOf(top)
}

type Heir = Person & Parameters<typeof rightsOfHolder>[0]

const heirOf = ({ id, name, role, role_rights }: Heir): Heir => ({ id, name, role, role_rights })

async function waitsFor(ctx: Ctx, member_id: string): Promise<LeavingPreview['waits']> {
  const waiting = await waitingFor(ctx, [member_id], 1000)
  const asks = await asksWaitingFor(ctx, member_id)
  const count = (kind: (typeof waiting)[number]['kind']) => waiting.filter((one) => one.kind === kind).length
  return { questions: count('question'), checks: count('task_to_check'), reports: asks.length }
}

export async function endsFor(ctx: Ctx, member: Someone): Promise<LeavingPreview['ends']> {
  return { ...(await waysInOf(ctx, member)), clock: await clockRuns(ctx, member.id) }
}
