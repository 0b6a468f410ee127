import type { Ctx } from '#platform/ctx.ts'
import { insist, invalid } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { closeWords, openWords } from './declarations.ts'
import { place } from './place.ts'
import { findStaff, isBelow, type Staff } from './queries.ts'
import { weigh } from './standing.ts'

/** Looks whether the words about a person agree by now; if so he stands under his head, and nothing is open (TREE-4). */
export async function reconcile(ctx: Ctx, member: Staff, at: Date): Promise<void> {
  const words = await openWords(ctx, member.id)
  if (weigh(words) !== 'agreed') return
  const head_id = words.find(({ said_as }) => said_as === 'member')?.head_id
  if (head_id) await putUnder(ctx, member, { head: await findStaff(ctx, head_id), at })
}

/** Puts a person with all below him under a head, lets him in if he waited outside, and closes what was open. */
export async function putUnder(ctx: Ctx, member: Staff, { head, at }: { head: Staff; at: Date }): Promise<void> {
  insist(await circleOf(ctx, member, head))
  if (member.head_id !== head.id) await place(ctx, { member_id: member.id, head_id: head.id, at })
  await closeWords(ctx, member.id)
  if (member.state === 'invited') await letIn(ctx, member)
  await tell(ctx, 'member.placed', member, { name: member.name, head: head.name, from: member.head_name })
}

/** Nobody stands below himself (TREE-1). */
export async function circleOf(ctx: Ctx, member: Staff, head: Staff) {
  const circle = await isBelow(ctx, head.id, member.id)
  return circle ? invalid('head_id', 'tree.circle', { name: member.name, head: head.name }) : null
}

async function letIn(ctx: Ctx, { id, name, role, user_id }: Staff): Promise<void> {
  await ctx.db
    .updateTable('members')
    .set({ state: 'active' })
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', id)
    .execute()
  await tell(ctx, 'member.joined', { id }, { name, role, invitation_id: null })
  ctx.afterCommit.push(() => ctx.world.sessionsChanged(user_id))
}
