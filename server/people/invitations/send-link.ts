import type { Ctx } from '#platform/ctx.ts'
import { sendMail } from '#platform/mail/send-mail.ts'
import { localeOf, makeLink } from '#server/identity/index.ts'
import { type Word, wordsFor } from '#words/index.ts'
import type { InvitationRow } from './queries.ts'

/** How long an invitation can be accepted. */
export const DAYS = 14

/**
 * Makes the link, and sends its letter where there is an e-mail. The link outlives the invitation on purpose: whoever
 * holds it is told in words that it expired or was withdrawn.
 */
export async function sendLink(ctx: Ctx, { id, email, role, name, by_name }: InvitationRow): Promise<string> {
  const url = `${ctx.world.config.public_url}/join/${await makeLink(ctx, { purpose: 'invitation', subject_id: id })}`
  if (email === null) return url
  // Who is invited has chosen no language yet: who invites has.
  const t = wordsFor((await localeOf(ctx, ctx.viewer.user_id)) ?? 'ru')
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
