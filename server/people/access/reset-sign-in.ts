import type { resetSignIn as contract } from '#contract/access/account.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { insist, notNow } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { sendMail } from '#platform/mail/send-mail.ts'
import { localeOf, resetWaysIn } from '#server/identity/index.ts'
import { wordsFor } from '#words/index.ts'
import { worksElsewhere } from '../entering.ts'
import { findMember, lockMember } from '../members/queries.ts'
import { rightsOfHolder } from '../rights.ts'
import { accessPolicy } from './policy.ts'

/**
 * «Сбросить вход» (ACC-3): the second step, passkeys and sessions of a person who has lost them are gone. He comes in by his
 * password, as before, and is told by mail; nobody else learns anything by which he could come in.
 */
export async function resetSignIn(ctx: Ctx, { member_id }: Input<typeof contract>) {
  await findMember(ctx, member_id)
  const member = await lockMember(ctx, member_id)
  insist(accessPolicy.reset_sign_in(ctx.viewer, member, rightsOfHolder(member)))
  const user_id = await userOf(ctx, member_id)
  // An administrator of one company must not weaken what lets a person into another.
  insist(
    !user_id || (await worksElsewhere(ctx, user_id)) ? notNow('access.account_not_ours', { name: member.name }) : null,
  )
  if (!user_id) return {}
  await resetWaysIn(ctx, user_id)
  await tell(ctx, 'member.sign_in_reset', member, { name: member.name })
  if (member.email) await writeTo(ctx, { ...member, email: member.email, user_id })
  ctx.afterCommit.push(() => ctx.world.sessionsChanged(user_id))
  return {}
}

async function userOf({ db, viewer }: Ctx, member_id: string): Promise<string | null> {
  const row = await db
    .selectFrom('members')
    .select('user_id')
    .where('company_id', '=', viewer.company_id)
    .where('id', '=', member_id)
    .executeTakeFirst()
  return row?.user_id ?? null
}

async function writeTo(
  ctx: Ctx,
  { id, name, email, user_id }: { id: string; name: string; email: string; user_id: string },
) {
  const t = wordsFor((await localeOf(ctx, user_id)) ?? 'ru')
  await sendMail(ctx, {
    recipient: email,
    subject: t('mail.sign_in_reset.subject'),
    body: `${t('mail.hello', { name })}\n\n${t('mail.sign_in_reset.body', { who: ctx.viewer.name ?? '', url: `${ctx.world.config.public_url}/sign-in` })}`,
    about: { kind: 'member', id },
  })
}
