import { uuidv7 } from 'uuidv7'
import type * as contract from '#contract/people.ts'
import type { PoolName } from '#contract/people.ts'
import type { Input } from '#contract/endpoint.ts'
import { type Ctx, memberOf, type Role } from '#platform/ctx.ts'
import { hold } from '#platform/db/hold.ts'
import { insist, notNow, Refused } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { revokeLinks } from '#server/identity/index.ts'
import { offerPools, poolsToOffer } from '../pools/invited-curator.ts'
import { rightsOf } from '../rights.ts'
import { givenRole } from '../roles/queries.ts'
import { findHead } from '../tree/queries.ts'
import { knownAddresses } from './known-addresses.ts'
import { invitationPolicy } from './policy.ts'
import { type InvitationRow, lockInvitation, presentInvitation } from './queries.ts'
import { DAYS, sendLink } from './send-link.ts'

type Wanted = Input<typeof contract.invite>

const lasting = (now: Date) => new Date(now.getTime() + DAYS * 24 * 60 * 60_000)

/** Invites a staff member (PPL-12): the link goes out by mail, or is handed on by whoever invites. */
export async function invite(ctx: Ctx, { email, head_id, pool_ids = [], role, role_id, ...wanted }: Wanted) {
  const offered = await givenRole(ctx, { role, role_id })
  insist(offered.archived_at === null ? null : notNow('roles.archived'))
  insist(invitationPolicy.offer(ctx.viewer, role_id === undefined ? rightsOf(offered.role) : offered.rights))
  const head = await proposedHead(ctx, head_id)
  const pools = await poolsToOffer(ctx, pool_ids, offered.rights)
  const address = email?.trim().toLowerCase() || null
  if (address) {
    await hold(ctx, [`invitation ${address}`])
    insist((await knownAddresses(ctx, [address])).faultOf(address))
  }
  const given = { role: offered.role, role_id: offered.role_id }
  return makeInvitation(ctx, { ...wanted, ...given, email: address, head_id: head, pools })
}

/** The head whom an invitation proposes: who invites, or another who works here and may be proposed by him (S15). */
export async function proposedHead(ctx: Ctx, head_id = memberOf(ctx)): Promise<string> {
  if (head_id === ctx.viewer.subject_id) return head_id
  const head = await findHead(ctx, head_id)
  if (!head) throw new Refused({ status: 404, code: 'member.missing' })
  insist(invitationPolicy.propose(ctx.viewer, head_id))
  return head.id
}

type New = Omit<Wanted, 'email' | 'head_id' | 'pool_ids' | 'role' | 'role_id'> & {
  role: Role
  role_id?: string | null
  email: string | null
  head_id: string
  pools: readonly PoolName[]
}

/** What was checked is written down, told, and its link sent. */
export async function makeInvitation(ctx: Ctx, { role, role_id = null, name, position, email, head_id, pools }: New) {
  const [id, invited_by] = [uuidv7(), memberOf(ctx)]
  const called = { name: name?.trim() || null, position: position?.trim() || null, email }
  const times = { created_at: ctx.now, expires_at: lasting(ctx.now) }
  await ctx.db
    .insertInto('invitations')
    .values({
      ...called,
      ...times,
      company_id: ctx.viewer.company_id,
      id,
      kind: 'staff',
      role,
      role_id,
      head_id,
      invited_by,
      state: 'sent',
    })
    .execute()
  await offerPools(ctx, id, pools)
  const made = await lockInvitation(ctx, id)
  await tell(ctx, 'invitation.sent', made, about(made))
  return { invitation: presentInvitation(ctx, made), url: await sendLink(ctx, made) }
}

/** Makes a new link for an invitation that was lost or has expired; the earlier one stops working (PPL-13). */
export async function renewInvitation(ctx: Ctx, { invitation_id }: Input<typeof contract.renewInvitation>) {
  const before = await lockInvitation(ctx, invitation_id)
  insist(invitationPolicy.renew(ctx.viewer, before))
  const faults = before.email ? await knownAddresses(ctx, [before.email], invitation_id) : null
  insist(before.email ? faults?.faultOf(before.email) : null)
  await setInvitation(ctx, invitation_id, { state: 'sent', expires_at: lasting(ctx.now) })
  await revokeLinks(ctx, 'invitation', invitation_id)
  const now = await lockInvitation(ctx, invitation_id)
  await tell(ctx, 'invitation.renewed', now, about(now))
  return { invitation: presentInvitation(ctx, now), url: await sendLink(ctx, now) }
}

export async function withdrawInvitation(ctx: Ctx, { invitation_id }: Input<typeof contract.withdrawInvitation>) {
  const before = await lockInvitation(ctx, invitation_id)
  insist(invitationPolicy.withdraw(ctx.viewer, before))
  await setInvitation(ctx, invitation_id, { state: 'withdrawn' })
  await tell(ctx, 'invitation.withdrawn', before, about(before))
  return presentInvitation(ctx, { ...before, state: 'withdrawn' })
}

type Change = { state: 'sent' | 'opened' | 'accepted' | 'withdrawn'; expires_at?: Date; member_id?: string }

export async function setInvitation(ctx: Ctx, id: string, change: Change): Promise<void> {
  await ctx.db
    .updateTable('invitations')
    .set(change)
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', id)
    .execute()
}

export const about = ({ name, email, role }: InvitationRow) => ({ name, email, role })
