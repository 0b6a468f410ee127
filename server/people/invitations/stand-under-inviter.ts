import { type Ctx, memberOf } from '#platform/ctx.ts'
import { closeWords, say } from '../tree/declarations.ts'
import { meetExpected } from '../tree/expected-heads.ts'
import { lockTree } from '../tree/lock-tree.ts'
import { place } from '../tree/place.ts'
import { findHead, findStaff, isBelow, rootOf } from '../tree/queries.ts'
import { reconcile } from '../tree/reconcile.ts'
import type { InvitationRow } from './queries.ts'

type Came = { invitation: InvitationRow; head_confirmed: boolean; email: string | null }

/**
 * Whoever has joined by an invitation stands under its head at once (TREE-3). What the inviter said is kept with the day
 * on which he said it; what the newcomer says to it, he says here or once he is inside.
 */
export async function standUnderInviter(ctx: Ctx, { invitation, head_confirmed, email }: Came): Promise<void> {
  const at = await lockTree(ctx)
  const member_id = memberOf(ctx)
  const head_id = await headFor(ctx, invitation)
  await closeWords(ctx, member_id)
  await place(ctx, { member_id, head_id, at, by: invitation.by_id })
  const said = { said_as: 'inviter', said_by: invitation.by_id, head_id, agrees: true } as const
  await say(ctx, { ...said, member_id, at: new Date(invitation.created_at) })
  if (head_confirmed)
    await say(ctx, { member_id, said_as: 'member', said_by: member_id, head_id, agrees: true, at: ctx.now })
  const me = await findStaff(ctx, member_id)
  await reconcile(ctx, me, at)
  await meetExpected(ctx, { id: member_id, name: me.name, email }, at)
}

/** The proposed head, if he still works here; else who invited, else the owner. Nobody below the comer is above him. */
async function headFor(ctx: Ctx, { head_id, by_id }: InvitationRow): Promise<string> {
  for (const id of [head_id, by_id])
    if (id && (await findHead(ctx, id)) && !(await isBelow(ctx, id, memberOf(ctx)))) return id
  return rootOf(ctx)
}
