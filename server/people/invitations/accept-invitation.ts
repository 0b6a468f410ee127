import { uuidv7 } from 'uuidv7'
import type * as contract from '#contract/people.ts'
import type { Input } from '#contract/endpoint.ts'
import { type Ctx, userOf } from '#platform/ctx.ts'
import { onPool } from '#platform/db/kysely.ts'
import { found, insist, notNow } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import type { Frame, Wire } from '#platform/http/serve.ts'
import { currentUser, findLink, markLink, type User, workIn } from '#server/identity/index.ts'
import { enter, enterAsProgram } from '../entering.ts'
import { presentMe } from '../present-me.ts'
import { linkEyes } from '../viewers.ts'
import { about, setInvitation } from './invite.ts'
import { invitationPolicy } from './policy.ts'
import { type InvitationRow, lockInvitation } from './queries.ts'

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
  const { name, email, role, by_id, by_name } = invitation
  const { id: company_id, name: company } = await companyOf(ctx)
  return { company: { id: company_id, name: company }, invited_by: { id: by_id, name: by_name }, role, name, email }
}

/**
 * Joins the company (PPL-14). Two tabs at once make one member: the second finds what the first has done, and is
 * in as well.
 */
export async function acceptInvitation(ctx: Ctx, { link, name }: Input<typeof contract.acceptInvitation>, wire: Wire) {
  const { id: link_id, company_id, subject_id } = found(await findLink(ctx, link, 'invitation'), 'link')
  const program = await enterAsProgram(ctx, company_id)
  const invitation = await lockInvitation(program, subject_id)
  const company = await companyOf(program)
  const before = await memberOfUser(program)
  const joined_already =
    invitation.state === 'accepted' && invitation.member_id === before?.id && before.state === 'active'
  if (joined_already) {
    const { id: member_id, role, name: called } = before
    const inside = await enter(ctx, { ...company, company_id, member_id, role, name: called })
    await workIn(inside, wire, company_id)
    return presentMe(inside)
  }
  insist(invitationPolicy.accept(invitation))
  insist(before && before.state !== 'left' ? notNow('invitation.already_member', { company: company.name }) : null)

  const user = await currentUser(ctx)
  const called = name?.trim() || invitation.name || user.name
  const member_id = await join(program, { invitation, user, called, old_id: before?.id ?? null })
  await setInvitation(program, invitation.id, { state: 'accepted', member_id })
  await markLink(ctx.db, link_id, 'used_at', ctx.now)
  const inside = await enter(ctx, { ...company, company_id, member_id, role: invitation.role, name: called })
  await tell(
    inside,
    'member.joined',
    { id: member_id },
    { name: called, role: invitation.role, invitation_id: invitation.id },
  )
  await workIn(inside, wire, company_id)
  return presentMe(inside)
}

type Joining = { invitation: InvitationRow; user: User; called: string; old_id: string | null }

/** Makes the member, or takes back one who had left: what he did before is still his. */
async function join(ctx: Ctx, { invitation, user, called, old_id }: Joining): Promise<string> {
  const { role, head_id } = invitation
  const company_id = ctx.viewer.company_id
  const facts = { name: called, email: user.email, kind: 'staff', role, state: 'active', head_id } as const
  if (old_id !== null) {
    await ctx.db
      .updateTable('members')
      .set((own) => ({ ...facts, version: own('version', '+', 1) }))
      .where('company_id', '=', company_id)
      .where('id', '=', old_id)
      .execute()
    return old_id
  }
  const made = await ctx.db
    .insertInto('members')
    .values({ ...facts, company_id, id: uuidv7(), user_id: user.id, created_at: ctx.now })
    // Two invitations of one company accepted by one person at the same moment.
    .onConflict((on) => on.columns(['user_id', 'company_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) insist(notNow('invitation.already_member', { company: (await companyOf(ctx)).name }))
  return made?.id ?? ''
}

async function memberOfUser(ctx: Ctx) {
  return ctx.db
    .selectFrom('members')
    .select(['id', 'name', 'role', 'state'])
    .where('company_id', '=', ctx.viewer.company_id)
    .where('user_id', '=', userOf(ctx))
    .executeTakeFirst()
}

async function companyOf({ db, viewer }: Ctx) {
  return db
    .selectFrom('companies')
    .select(['id', 'name', 'time_zone', 'currency'])
    .where('id', '=', viewer.company_id)
    .executeTakeFirstOrThrow()
}
