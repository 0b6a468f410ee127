import type { Ends } from '#contract/leaving.ts'
import type { Ctx } from '#platform/ctx.ts'
import { endAccess, waysIn } from '#server/identity/index.ts'
import { worksElsewhere } from '../entering.ts'
import { closeWords } from '../tree/declarations.ts'
import { endPlacement } from '../tree/place.ts'
import type { Someone } from './someone.ts'

/** The ways by which a person gets into this company: how many browsers, keys and links. */
export async function waysInOf(
  ctx: Ctx,
  { id, user_id }: Pick<Someone, 'id' | 'user_id'>,
): Promise<Omit<Ends, 'clock'>> {
  return waysIn(ctx, { member_id: id, user_id })
}

/**
 * Ends a person's access: at once on this node, on the others when they hear of it (PPL-18). A user who works elsewhere
 * too goes on there. `for_good`, his keys and links are withdrawn and his place in the tree ends; else they open nothing
 * until he is let in again.
 */
export async function shutOut(
  ctx: Ctx,
  member: Someone,
  { for_good, at }: { for_good: boolean; at: Date },
): Promise<void> {
  const { id, user_id, version } = member
  await ctx.db
    .updateTable('members')
    .set({
      state: for_good ? 'left' : 'suspended',
      out_since: ctx.now,
      version: version + 1,
      // Where a performer belonged is told of him afterwards, too; the tree is of those who are in it.
      ...(for_good && member.kind === 'staff' && { head_id: null }),
    })
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', id)
    .execute()
  if (for_good) {
    await closeWords(ctx, id)
    await endPlacement(ctx, id, at)
  }
  const elsewhere = user_id !== null && (await worksElsewhere(ctx, user_id))
  await endAccess(ctx, { member_id: id, user_id, elsewhere, for_good })
  ctx.afterCommit.push(() => ctx.world.sessionsChanged(user_id))
}

/** Lets a suspended person in again. */
export async function letInAgain(ctx: Ctx, { id, version, user_id }: Someone): Promise<void> {
  // A performer may have been suspended before he ever came.
  const state = user_id === null ? 'invited' : 'active'
  await ctx.db
    .updateTable('members')
    .set({ state, out_since: null, version: version + 1 })
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', id)
    .execute()
  ctx.afterCommit.push(() => ctx.world.sessionsChanged(null))
}
