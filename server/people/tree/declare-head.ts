import type { Input } from '#contract/endpoint.ts'
import type * as contract from '#contract/tree.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { insist, invalid, notNow } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { handles } from '../substitutions/acts-for.ts'
import { openWords, say } from './declarations.ts'
import { namedHead } from './expected-heads.ts'
import { lockTree } from './lock-tree.ts'
import { showMyHead } from './my-head.ts'
import { treePolicy } from './policy.ts'
import { findStaff } from './queries.ts'
import { circleOf, reconcile } from './reconcile.ts'

/** A person says who his head is (TREE-3): the one he stands under, another, or one who has not joined yet. */
export async function declareHead(ctx: Ctx, input: Input<typeof contract.declareHead>) {
  const at = await lockTree(ctx)
  const me = await findStaff(ctx, memberOf(ctx))
  insist(treePolicy.declare(me))
  const { head, ...named } = await namedHead(ctx, me.id, input)
  if (head) {
    insist(head.id === me.id ? invalid('head_id', 'tree.self') : null)
    insist(await circleOf(ctx, me, head))
  }
  const words = await openWords(ctx, me.id)
  // Agreed already: the same words again open nothing.
  if (head && words.length === 0 && head.id === me.head_id) return showMyHead(ctx)
  await say(ctx, { member_id: me.id, said_as: 'member', said_by: me.id, agrees: true, at: ctx.now, ...named })
  await tell(ctx, 'member.head_declared', me, { name: me.name, head: head?.name ?? input.expected?.name ?? '' })
  await reconcile(ctx, me, at)
  return showMyHead(ctx)
}

/** A head says whether a person who has named him is his (TREE-5). */
export async function answerReport(ctx: Ctx, { member_id, mine }: Input<typeof contract.answerReport>) {
  const at = await lockTree(ctx)
  const member = await findStaff(ctx, member_id)
  const words = await openWords(ctx, member.id)
  const named = words.find(({ said_as }) => said_as === 'member')?.head_id ?? null
  // Of an absent head his deputy says it in his place.
  const me = named !== null && handles(ctx.viewer, named) ? named : memberOf(ctx)
  if (named !== me) {
    // A second click, or two tabs: it is as he says already.
    if (mine && words.length === 0 && member.head_id === me) return showMyHead(ctx)
    insist(notNow('tree.not_asked', { name: member.name }))
  }
  await say(ctx, { member_id, said_as: 'head', said_by: me, head_id: me, agrees: mine, at: ctx.now })
  const head = await findStaff(ctx, me)
  const about = { id: member.id, responsible_id: me }
  if (!mine) await tell(ctx, 'member.head_refused', about, { name: member.name, head: head.name })
  await reconcile(ctx, member, at)
  return showMyHead(ctx)
}
