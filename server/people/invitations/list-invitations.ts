import type { Ctx } from '#platform/ctx.ts'
import { insist, no } from '#platform/errors.ts'
import { can } from '../rights.ts'
import { asOf, presentInvitation, visibleInvitations } from './queries.ts'

/** The last invitations, newest first, for those who may invite. */
export async function listInvitations(ctx: Ctx) {
  insist(can(ctx.viewer.role, 'people.invite') ? null : no('invitation.not_yours'))
  const rows = await visibleInvitations(ctx)
    .orderBy('i.created_at', 'desc')
    .orderBy('i.id', 'desc')
    .limit(200)
    .execute()
  return { rows: rows.map((row) => presentInvitation(ctx, asOf(ctx, row))) }
}
