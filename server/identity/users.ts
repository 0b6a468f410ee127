import type { Ctx } from '#platform/ctx.ts'
import { userOf } from '#platform/ctx.ts'
import type { Wire } from '#platform/http/serve.ts'
import type { Locale } from '#words/index.ts'
import { sessionCookie, tokenIn } from './cookies.ts'
import { localeOf } from './locales.ts'

export type User = { id: string; name: string; email: string | null; two_factor: boolean; locale: Locale | null }

/** The user who acts. One who came by a personal link has no e-mail: what stands for it leads nowhere. */
export async function currentUser(ctx: Ctx): Promise<User> {
  const { id, name, email, twoFactorEnabled } = await ctx.db
    .selectFrom('auth.user')
    .select(['id', 'name', 'email', 'twoFactorEnabled'])
    .where('id', '=', userOf(ctx))
    .executeTakeFirstOrThrow()
  const locale = await localeOf(ctx, id)
  return { id, name, email: email.endsWith('.invalid') ? null : email, two_factor: twoFactorEnabled ?? false, locale }
}

/** From now on this browser works in the company, and so do the user's others that had chosen none. */
export async function workIn(ctx: Ctx, { request }: Wire, company_id: string): Promise<void> {
  const cookie = sessionCookie(request)
  await ctx.db
    .updateTable('auth.session')
    .set({ companyId: company_id })
    .where('userId', '=', userOf(ctx))
    .where((own) => own.or([own('companyId', 'is', null), ...(cookie ? [own('token', '=', tokenIn(cookie))] : [])]))
    .execute()
  ctx.afterCommit.push(() => ctx.world.sessionsChanged(userOf(ctx)))
}
