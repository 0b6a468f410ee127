import type { Input } from '#contract/endpoint.ts'
import type * as contract from '#contract/tree.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { insist, invalid, notNow } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { closeWords, openWords, say } from './declarations.ts'
import { lockTree } from './lock-tree.ts'
import { handReports } from './place.ts'
import { treePolicy } from './policy.ts'
import { ledBy } from './led-by.ts'
import { findStaff, type Staff } from './queries.ts'
import { putUnder } from './reconcile.ts'

/** Moves a person under another head, with those below him or without (TREE-8, S18). What was open is settled by it. */
export async function moveMember(ctx: Ctx, { member_id, head_id, with_reports }: Input<typeof contract.moveMember>) {
  const at = await lockTree(ctx)
  const member = await findStaff(ctx, member_id)
  insist(member.state === 'invited' ? notNow('tree.waits_outside', { name: member.name }) : null)
  const head = await allowed(ctx, member, head_id)
  const old_head = member.head_id
  // Those below stay where they are in the tree, so that he himself may go under one of them.
  const stayed = with_reports || !old_head ? 0 : await handReports(ctx, member.id, { to: old_head, at })
  await settled(ctx, member, { head, at })
  return { member_id, head: { id: head.id, name: head.name }, placed: stayed + 1 }
}

/** Somebody with the right says whose report a person is (TREE-4): one under whom he stands already, or another. */
export async function settleHead(ctx: Ctx, { member_id, head_id }: Input<typeof contract.settleHead>) {
  const at = await lockTree(ctx)
  const member = await findStaff(ctx, member_id)
  const words = await openWords(ctx, member.id)
  insist(words.length === 0 ? notNow('tree.nothing_open', { name: member.name }) : null)
  const head = await allowed(ctx, member, head_id)
  await settled(ctx, member, { head, at })
  return { member_id, head: { id: head.id, name: head.name }, placed: 1 }
}

/** Sends away who asked to join by the company's link (TREE-10). */
export async function turnAway(ctx: Ctx, { member_id }: Input<typeof contract.turnAway>) {
  await lockTree(ctx)
  const member = await findStaff(ctx, member_id)
  insist(treePolicy.turn_away(ctx.viewer, member))
  await leaveWaiting(ctx, member)
  await tell(ctx, 'member.turned_away', member, { name: member.name })
  return { member_id }
}

/** He waits no more: the person himself thought better of it, or was sent away. */
export async function leaveWaiting(ctx: Ctx, { id, user_id }: Pick<Staff, 'id' | 'user_id'>): Promise<void> {
  await closeWords(ctx, id)
  await ctx.db
    .updateTable('members')
    .set({ state: 'left' })
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', id)
    .execute()
  ctx.afterCommit.push(() => ctx.world.sessionsChanged(user_id))
}

async function allowed(ctx: Ctx, member: Staff, head_id: string): Promise<Staff> {
  const led = await ledBy(ctx)
  insist(treePolicy.move(ctx.viewer, member, led))
  const head = await findStaff(ctx, head_id)
  insist(head.placement_id === null || head.state !== 'active' ? invalid('head_id', 'tree.head_inactive') : null)
  insist(treePolicy.under(ctx.viewer, head.id, led))
  return head
}

async function settled(ctx: Ctx, member: Staff, { head, at }: { head: Staff; at: Date }): Promise<void> {
  const as_it_is = member.head_id === head.id && member.state === 'active'
  if (as_it_is && (await openWords(ctx, member.id)).length === 0) return
  await putUnder(ctx, member, { head, at })
  const word = { said_as: 'settler', said_by: memberOf(ctx), head_id: head.id, agrees: true } as const
  await say(ctx, { ...word, member_id: member.id, at: ctx.now })
  await closeWords(ctx, member.id)
}
