import type * as contract from '#contract/people.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { onPool } from '#platform/db/kysely.ts'
import { found, insist, notNow } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import type { Frame, Wire } from '#platform/http/serve.ts'
import { currentUser, findLink, markLink, workIn } from '#server/identity/index.ts'
import { enter, enterAsProgram } from '../entering.ts'
import { curateOffered } from '../pools/invited-curator.ts'
import { presentMe } from '../present-me.ts'
import { linkEyes } from '../viewers.ts'
import { about, setInvitation } from './invite.ts'
import { companyOf, join, memberOfUser } from './join.ts'
import { invitationPolicy } from './policy.ts'
import { lockInvitation } from './queries.ts'
import { standUnderInviter } from './stand-under-inviter.ts'

type Held = { link: string }

/** Lends the program's eyes in the company that an invitation leads to. */
export const holderOfInvitation =
  ({ pool, prepare, world }: Frame) =>
  async (_: unknown, { link }: Held) =>
    linkEyes(
      found(await findLink({ db: onPool(pool, prepare), now: world.now() }, link, 'invitation'), 'link').company_id,
    )

/** What an invitation offers, and from whom; the inviter sees that it was opened (PPL-13). */
export async function lookAtInvitation(ctx: Ctx, { link }: Held) {
  const { id, subject_id } = found(await findLink(ctx, link, 'invitation'), 'link')
  const invitation = await lockInvitation(ctx, subject_id)
  insist(invitationPolicy.accept(invitation))
  if (invitation.state === 'sent') {
    await setInvitation(ctx, invitation.id, { state: 'opened' })
    await markLink(ctx.db, id, 'opened_at', ctx.now)
    await tell(ctx, 'invitation.opened', invitation, about(invitation))
  }
  const { name, email, role, role_name, position, pools, by_id, by_name, head_id, head_name } = invitation
  const { id: company_id, name: company } = await companyOf(ctx)
  return {
    company: { id: company_id, name: company },
    invited_by: { id: by_id, name: by_name },
    head: head_id && head_name ? { id: head_id, name: head_name } : null,
    role,
    role_name,
    position,
    pools,
    name,
    email,
  }
}

/**
 * Joins the company (PPL-14). Two tabs at once make one member: the second finds what the first has done, and is
 * in as well.
 */
export async function acceptInvitation(ctx: Ctx, input: Input<typeof contract.acceptInvitation>, wire: Wire) {
  const { id: link_id, company_id, subject_id } = found(await findLink(ctx, input.link, 'invitation'), 'link')
  const program = await enterAsProgram(ctx, company_id)
  const invitation = await lockInvitation(program, subject_id)
  const company = await companyOf(program)
  const before = await memberOfUser(program)
  const joined_already =
    invitation.state === 'accepted' && invitation.member_id === before?.id && before.state === 'active'
  if (joined_already) {
    const { id: member_id, role, role_id, name: called } = before
    const inside = await enter(ctx, { ...company, company_id, member_id, role, role_id, name: called })
    await workIn(inside, wire, company_id)
    return presentMe(inside)
  }
  insist(invitationPolicy.accept(invitation))
  const here = before && (before.state === 'active' || before.state === 'suspended')
  insist(here ? notNow('invitation.already_member', { company: company.name }) : null)

  const user = await currentUser(ctx)
  insist(invitation.role_archived_at === null ? null : notNow('invitation.role_gone'))
  const { role, role_id, position } = invitation
  const name = input.name?.trim() || invitation.name || user.name
  const member_id = await join(program, {
    role,
    role_id,
    position,
    name,
    user,
    state: 'active',
    old_id: before?.id ?? null,
  })
  await setInvitation(program, invitation.id, { state: 'accepted', member_id })
  await markLink(ctx.db, link_id, 'used_at', ctx.now)
  const inside = await enter(ctx, { ...company, company_id, member_id, role, role_id, name })
  await tell(inside, 'member.joined', { id: member_id }, { name, role, invitation_id: invitation.id })
  await standUnderInviter(inside, { invitation, head_confirmed: input.head_confirmed ?? false, email: user.email })
  await curateOffered(inside, { id: invitation.id, by_id: invitation.by_id, name })
  await workIn(inside, wire, company_id)
  return presentMe(inside)
}
