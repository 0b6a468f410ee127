import type * as contract from '#contract/people.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { clockOf, dayIn } from '#platform/days.ts'
import { found } from '#platform/errors.ts'
import type { Wire } from '#platform/http/serve.ts'
import { currentUser, workIn } from '#server/identity/index.ts'
import { enterAsProgram, lookAgain } from '../entering.ts'
import { heldRights } from '../roles/held-rights.ts'
import { substitutedBy } from '../substitutions/who-acts.ts'
import { companiesOf, waitingOf } from '../present-me.ts'
import { factorLackedFrom } from '../security/required-factor.ts'

/** Switches this browser to another company in which the user works (PPL-3). */
export async function chooseCompany(
  ctx: Ctx,
  { company_id }: Input<typeof contract.chooseCompany>,
  wire: Wire,
): Promise<contract.Me> {
  const { member, role_id, company, switches } = found(await mine(ctx, company_id), 'company')
  await workIn(ctx, wire, company_id)
  const there = await seenThere(ctx, { ...switches, ...member, role_id, company_id, time_zone: company.time_zone })
  return {
    viewing: null,
    user: await currentUser(ctx),
    member: { ...member, ...there.held },
    company,
    clock: clockOf(company.time_zone, ctx.now),
    companies: await companiesOf(ctx),
    waiting: await waitingOf(ctx),
    acts_for: there.acts_for,
    second_factor_from: await factorLackedFrom(ctx, company_id, member.role),
  }
}

type There = Parameters<typeof heldRights>[1] & { id: string; time_zone: string }

/** What his role may in that company, and in whose place he acts there today. */
async function seenThere(ctx: Ctx, { id, time_zone, ...of }: There) {
  const program = await enterAsProgram(ctx, of.company_id)
  const { rights, role_name } = await heldRights(program.db, of)
  const acts_for = await substitutedBy(program.db, { company_id: of.company_id, id }, dayIn(time_zone, ctx.now))
  await lookAgain(ctx)
  return { held: { rights: [...rights], role_name }, acts_for }
}

async function mine(ctx: Ctx, company_id: string) {
  const row = await ctx.db
    .selectFrom('members as m')
    .innerJoin('companies as c', 'c.id', 'm.company_id')
    .select(['m.id as member_id', 'm.name as member_name', 'm.kind', 'm.role', 'm.role_id'])
    .select(['c.id', 'c.name', 'c.country', 'c.currency', 'c.time_zone', 'c.vat_rate', 'c.version'])
    .select(['c.orders_open', 'c.site_contact_open'])
    .where('m.company_id', '=', company_id)
    .where('m.user_id', '=', ctx.viewer.user_id)
    .where('m.state', '=', 'active')
    .executeTakeFirst()
  if (!row) return null
  const { member_id, member_name, kind, role, role_id, orders_open, site_contact_open, ...company } = row
  return {
    role_id,
    switches: { orders_open, site_contact_open },
    member: { id: member_id, name: member_name, kind, role },
    company: company as contract.Company,
  }
}
