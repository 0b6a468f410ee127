import type * as contract from '#contract/people.ts'
import type { Input } from '#contract/endpoint.ts'
import { type Ctx, memberOf, type Role } from '#platform/ctx.ts'
import { insist, invalid, no, Refused } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { closeWords } from '../tree/declarations.ts'
import { lockTree } from '../tree/lock-tree.ts'
import { place } from '../tree/place.ts'
import { findHead, findStaff } from '../tree/queries.ts'

/** The owner gives the company to another (ACC-1): the other is the root of the tree, and he stays under him. */
export async function giveOwnership(ctx: Ctx, { member_id }: Input<typeof contract.giveOwnership>) {
  const at = await lockTree(ctx)
  const me = await findStaff(ctx, memberOf(ctx))
  // Looked at behind the lock: he may have given it away a moment ago.
  insist(me.role === 'owner' ? null : no('company.owner_only'))
  insist(member_id === me.id ? invalid('member_id', 'company.yours_already') : null)
  await findStaff(ctx, member_id)
  const next = await findHead(ctx, member_id)
  if (!next) throw new Refused(invalid('member_id', 'tree.head_inactive'))

  await closeWords(ctx, next.id)
  await place(ctx, { member_id: me.id, head_id: next.id, at })
  await place(ctx, { member_id: next.id, head_id: null, at })
  await setRole(ctx, me.id, 'admin')
  await setRole(ctx, next.id, 'owner')
  await tell(ctx, 'company.given', { id: ctx.viewer.company_id }, { from: me.name, to: next.name })
  ctx.afterCommit.push(() => ctx.world.sessionsChanged(null))
  return { owner: { id: next.id, name: next.name } }
}

async function setRole(ctx: Ctx, member_id: string, role: Role): Promise<void> {
  await ctx.db
    .updateTable('members')
    .set({ role, role_id: null })
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', member_id)
    .execute()
}
