import type * as contract from '#contract/people.ts'
import type { Ctx } from '#platform/ctx.ts'
import { found } from '#platform/errors.ts'
import { invitationPolicy } from './policy.ts'

export type InvitationState = contract.Invitation['state']

/** Invitations of the company with who sent them: every read of them starts here. */
export function visibleInvitations({ db, viewer }: Ctx) {
  return db
    .selectFrom('invitations as i')
    .innerJoin('members as m', (join) =>
      join.onRef('m.company_id', '=', 'i.company_id').onRef('m.id', '=', 'i.invited_by'),
    )
    .select([
      'i.id',
      'i.name',
      'i.email',
      'i.role',
      'i.state',
      'i.created_at',
      'i.expires_at',
      'i.member_id',
      'i.head_id',
    ])
    .select(['m.id as by_id', 'm.name as by_name'])
    .where('i.company_id', '=', viewer.company_id)
}

/** One invitation, held until the transaction ends, so that two tabs make one member. */
export async function lockInvitation(ctx: Ctx, invitation_id: string) {
  await ctx.db
    .selectFrom('invitations')
    .select('id')
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', invitation_id)
    .forNoKeyUpdate()
    .execute()
  const row = await visibleInvitations(ctx).where('i.id', '=', invitation_id).executeTakeFirst()
  return asOf(ctx, found(row, 'invitation'))
}

type Row = Awaited<ReturnType<ReturnType<typeof visibleInvitations>['execute']>>[number]
export type InvitationRow = Row & { state: InvitationState }

/** No clock runs a job at midnight: an invitation whose time is over has expired, whatever stands in its row. */
export function asOf({ now }: Ctx, row: Row): InvitationRow {
  const waiting = row.state === 'sent' || row.state === 'opened'
  return waiting && Date.parse(row.expires_at) <= now.getTime() ? { ...row, state: 'expired' } : row
}

export function presentInvitation(ctx: Ctx, row: InvitationRow): contract.Invitation {
  const { by_id, by_name, member_id: _joined, head_id: _head, ...rest } = row
  return {
    ...rest,
    invited_by: { id: by_id, name: by_name },
    can: { renew: invitationPolicy.renew(ctx.viewer, row), withdraw: invitationPolicy.withdraw(ctx.viewer, row) },
  }
}
