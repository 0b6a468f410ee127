import { sql } from 'kysely'
import type * as contract from '#contract/people.ts'
import type { PoolName } from '#contract/people.ts'
import type { Ctx } from '#platform/ctx.ts'
import { found } from '#platform/errors.ts'
import { handledBy } from '../substitutions/acts-for.ts'
import { invitationPolicy } from './policy.ts'

export type InvitationState = contract.Invitation['state']

/** Invitations of the company with who sent them and under whom, as far as the viewer sees them: every read starts here. */
export function visibleInvitations({ db, viewer }: Ctx) {
  // The program looks for whoever holds the link.
  const all = viewer.kind === 'system' || invitationPolicy.seesAll(viewer)
  const query = db
    .selectFrom('invitations as i')
    .innerJoin('members as m', (join) =>
      join.onRef('m.company_id', '=', 'i.company_id').onRef('m.id', '=', 'i.invited_by'),
    )
    .leftJoin('members as h', (join) => join.onRef('h.company_id', '=', 'i.company_id').onRef('h.id', '=', 'i.head_id'))
    .leftJoin('roles as r', (join) => join.onRef('r.company_id', '=', 'i.company_id').onRef('r.id', '=', 'i.role_id'))
    .select(['i.role_id', 'r.name as role_name', 'r.rights as role_rights', 'r.archived_at as role_archived_at'])
    .select(['i.id', 'i.name', 'i.email', 'i.role', 'i.position', 'i.state', 'i.created_at', 'i.expires_at'])
    .select(['i.member_id', 'i.head_id', 'h.name as head_name', 'm.id as by_id', 'm.name as by_name'])
    .select(POOLS.as('pools'))
    .where('i.company_id', '=', viewer.company_id)
  if (all) return query
  return query.where(sql<boolean>`(${handledBy(viewer, sql`i.invited_by`)} or ${handledBy(viewer, sql`i.head_id`)})`)
}

/** The pools that whoever comes by it will curate. */
const POOLS = sql<
  PoolName[]
>`(select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by p.name), '[]')
  from invitation_pools ip join pools p on p.company_id = ip.company_id and p.id = ip.pool_id
  where ip.company_id = i.company_id and ip.invitation_id = i.id)`

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

/** The same as a condition: what stands in the row, and for what waits whether its time is over. */
export function inState(state: InvitationState, now: Date) {
  const over = sql<boolean>`(i.state in ('sent', 'opened') and i.expires_at <= ${now})`
  return state === 'expired'
    ? sql<boolean>`(i.state = 'expired' or ${over})`
    : sql<boolean>`(i.state = ${state} and not ${over})`
}

export function presentInvitation(ctx: Ctx, row: InvitationRow): contract.Invitation {
  const {
    by_id,
    by_name,
    head_id,
    head_name,
    member_id: _joined,
    role_rights: _rights,
    role_archived_at: _put,
    ...rest
  } = row
  return {
    ...rest,
    head: head_id && head_name ? { id: head_id, name: head_name } : null,
    invited_by: { id: by_id, name: by_name },
    can: { renew: invitationPolicy.renew(ctx.viewer, row), withdraw: invitationPolicy.withdraw(ctx.viewer, row) },
  }
}
