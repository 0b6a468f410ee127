import { sql } from 'kysely'
import type * as contract from '#contract/access/security.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { expectVersion, insist, no } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { hasSecondFactor } from '#server/identity/index.ts'
import { can } from '../rights.ts'
import { factorSwitch } from './required-factor.ts'

const DAY = 24 * 60 * 60_000
const GRACE_DAYS = 7

/** Which roles must have a second factor, and how the staff get in (IDN-9): addresses are nobody's but their owner's. */
export async function getCompanySecurity(ctx: Ctx): Promise<contract.CompanySecurity> {
  insist(can(ctx.viewer, 'company.settings') ? null : no('company.not_yours'))
  return present(ctx)
}

/** Sets the roles. The days of grace begin anew only for a list that grew: taking one role out postpones nothing. */
export async function changeCompanySecurity(ctx: Ctx, input: Input<typeof contract.changeCompanySecurity>) {
  insist(can(ctx.viewer, 'company.settings') ? null : no('company.not_yours'))
  const id = ctx.viewer.company_id
  await ctx.db.selectFrom('companies').select('id').where('id', '=', id).forNoKeyUpdate().execute()
  const before = await present(ctx)
  expectVersion(ctx, before)
  const roles = [...new Set(input.roles)].toSorted()
  const { grace_days } = input
  const grew = roles.some((role) => !before.roles.includes(role))
  if (!grew && grace_days === undefined && roles.length === before.roles.length) return before
  const anew = new Date(ctx.now.getTime() + (grace_days ?? GRACE_DAYS) * DAY).toISOString()
  const from = roles.length === 0 ? null : grew || grace_days !== undefined ? anew : before.from
  await ctx.db
    .updateTable('companies')
    .set({
      settings: sql`settings || ${JSON.stringify({ second_factor: { roles, from } })}::text::jsonb`,
      version: before.version + 1,
    })
    .where('id', '=', id)
    .execute()
  await tell(ctx, 'company.security_changed', { id }, { roles, from })
  ctx.afterCommit.push(() => ctx.world.sessionsChanged(null))
  return present(ctx)
}

async function present(ctx: Ctx): Promise<contract.CompanySecurity> {
  const id = ctx.viewer.company_id
  const { settings, version } = await ctx.db
    .selectFrom('companies')
    .select(['settings', 'version'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const people = await ctx.db
    .selectFrom('members')
    .innerJoin('auth.user as user', 'user.id', 'members.user_id')
    .select(['members.id', 'members.name', 'members.role', hasSecondFactor.as('second_factor')])
    .select((q) =>
      q
        .selectFrom('auth.sign_ins')
        .select((own) => own.fn.max('at').as('at'))
        .whereRef('auth.sign_ins.user_id', '=', 'user.id')
        .where('passed', '=', true)
        .as('last_sign_in_at'),
    )
    .where('members.company_id', '=', id)
    .where('members.kind', '=', 'staff')
    .where('members.state', '=', 'active')
    .orderBy('members.name')
    .execute()
  return { ...factorSwitch(settings), people, version } as contract.CompanySecurity
}
