import type * as contract from '#contract/access/security.ts'
import { type Ctx, userOf } from '#platform/ctx.ts'

/** Tries to sign in to one's own account, passed and failed; nobody sees another's (IDN-7). */
export async function listSignIns(ctx: Ctx): Promise<{ rows: contract.SignIn[] }> {
  const rows = await ctx.db
    .selectFrom('auth.sign_ins')
    .select(['id', 'at', 'method', 'passed', 'address', 'user_agent'])
    .where('user_id', '=', userOf(ctx))
    .orderBy('at', 'desc')
    .limit(50)
    .execute()
  return { rows }
}
