import { uuidv7 } from 'uuidv7'
import type * as contract from '#contract/people.ts'
import type { Input } from '#contract/endpoint.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { insist, invalid } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { sendMail } from '#platform/mail/send-mail.ts'
import { makeLink, revokeLinks } from '#server/identity/index.ts'
import { type Word, wordsFor } from '#words/index.ts'
import { invitationPolicy } from './policy.ts'
import { type InvitationRow, lockInvitation, presentInvitation } from './queries.ts'

const DAYS = 14
const lasting = (now: Date) => new Date(now.getTime() + DAYS * 24 * 60 * 60_000)

/** Invites a staff member (PPL-12): the link goes out by mail, or is handed on by whoever invites. */
export async function invite(ctx: Ctx, { role, name, email }: Input<typeof contract.invite>) {
  insist(invitationPolicy.invite(ctx.viewer, role))
  const [id, invited_by] = [uuidv7(), memberOf(ctx)]
  const [called, address] = [name?.trim() || null, email?.trim().toLowerCase() || null]
  if (address) await insistNotHere(ctx, address)
  const row = { id, kind: 'staff', role, name: called, email: address, head_id: invited_by, invited_by } as const
  await ctx.db
    .insertInto('invitations')
    .values({
      ...row,
      company_id: ctx.viewer.company_id,
      state: 'sent',
      created_at: ctx.now,
      expires_at: lasting(ctx.now),
    })
    .execute()
  const made = await lockInvitation(ctx, id)
  await tell(ctx, 'invitation.sent', made, about(made))
  return { invitation: presentInvitation(ctx, made), url: await sendLink(ctx, made) }
}

/** Makes a new link for an invitation that was lost or has expired; the earlier one stops working (PPL-13). */
export async function renewInvitation(ctx: Ctx, { invitation_id }: Input<typeof contract.renewInvitation>) {
  const before = await lockInvitation(ctx, invitation_id)
  insist(invitationPolicy.renew(ctx.viewer, before))
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

/**
 * The link outlives the invitation on purpose: whoever holds it is told in words that it expired or was withdrawn.
 */
async function sendLink(ctx: Ctx, { id, email, role, name, by_name }: InvitationRow): Promise<string> {
  const url = `${ctx.world.config.public_url}/join/${await makeLink(ctx, { purpose: 'invitation', subject_id: id })}`
  if (email === null) return url
  const t = wordsFor('ru')
  const { name: company } = await ctx.db
    .selectFrom('companies')
    .select('name')
    .where('id', '=', ctx.viewer.company_id)
    .executeTakeFirstOrThrow()
  const values = { company, who: by_name, url, role: t(`role.${role}` satisfies Word), days: DAYS }
  const greeting = name ? t('mail.hello', { name }) : t('mail.hello_anybody')
  await sendMail(ctx, {
    recipient: email,
    subject: t('mail.invitation.subject', { company }),
    body: `${greeting}\n\n${t('mail.invitation.body', values)}`,
    about: { kind: 'invitation', id },
  })
  return url
}

/** Who works here already needs no invitation, and a second person of one address would be a mistake. */
async function insistNotHere(ctx: Ctx, email: string): Promise<void> {
  const here = await ctx.db
    .selectFrom('members')
    .select(['id', 'name'])
    .where('company_id', '=', ctx.viewer.company_id)
    .where('email', '=', email)
    .where('state', '<>', 'left')
    .executeTakeFirst()
  if (here) insist(invalid('email', 'member.email_taken', { member_id: here.id, name: here.name }))
}
