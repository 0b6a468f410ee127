import type { Ctx } from '#platform/ctx.ts'
import { userOf } from '#platform/ctx.ts'
import { no, type Refusal } from '#platform/errors.ts'
import { hasSecondFactor } from '#server/identity/index.ts'

/** The company's switch, as it stands in `companies.settings`. */
export type FactorSwitch = { roles: string[]; from: string | null }

export function factorSwitch(settings: unknown): FactorSwitch {
  const { second_factor } = (settings ?? {}) as { second_factor?: FactorSwitch }
  return second_factor ?? { roles: [], from: null }
}

/** From when people of a role are let in with a second factor only; null when they need none. */
export function factorFrom(settings: unknown, role: string): string | null {
  const { roles, from } = factorSwitch(settings)
  return roles.includes(role) ? from : null
}

type Lacking = { factor_from: string | null; has_factor: boolean }

/** The refusal for one whose days of grace are over (IDN-9): he has no second factor, or came in without it (IDN-12). */
export function missingFactor({ factor_from: from, has_factor }: Lacking, now: Date): Refusal | null {
  if (from === null || Date.parse(from) > now.getTime()) return null
  return no(has_factor ? 'account.second_step_due' : 'account.second_factor_required', { from })
}

/** From when the acting user is let into a company by both steps only; null when he came by both or need not. */
export async function factorLackedFrom(ctx: Ctx, company_id: string, role: string): Promise<string | null> {
  const { settings } = await ctx.db
    .selectFrom('companies')
    .select('settings')
    .where('id', '=', company_id)
    .executeTakeFirstOrThrow()
  const from = factorFrom(settings, role)
  if (from === null) return null
  const user = await ctx.db
    .selectFrom('auth.user as user')
    .select(hasSecondFactor.as('has'))
    .where('user.id', '=', userOf(ctx))
    .executeTakeFirst()
  return user?.has && ctx.viewer.strong ? null : from
}
