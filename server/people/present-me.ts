import type * as contract from '#contract/people.ts'
import type { Ctx } from '#platform/ctx.ts'
import { currentUser } from '#server/identity/index.ts'
import { asUser } from './entering.ts'
import { rightsOf } from './rights.ts'

/** Who is signed in, as the viewer's own screens show him. */
export async function presentMe(ctx: Ctx): Promise<contract.Me> {
  return {
    user: await currentUser(ctx),
    member: memberOf(ctx),
    company: ctx.viewer.company_id ? await companyOf(ctx) : null,
    companies: await asUser(ctx, companiesOf),
  }
}

function memberOf({ viewer: { kind, subject_id, name, role } }: Ctx): contract.Me['member'] {
  if ((kind !== 'staff' && kind !== 'performer') || !subject_id || !role) return null
  return { id: subject_id, name: name ?? '', kind, role, rights: rightsOf(role) }
}

async function companyOf(ctx: Ctx): Promise<contract.Company> {
  return (await ctx.db
    .selectFrom('companies')
    .select(['id', 'name', 'country', 'currency', 'time_zone', 'vat_rate', 'version'])
    .where('id', '=', ctx.viewer.company_id)
    .executeTakeFirstOrThrow()) as contract.Company
}

/** Companies that the user works in now: where he has left or is suspended there is nothing to switch to. */
export async function companiesOf(ctx: Ctx): Promise<contract.Me['companies']> {
  return ctx.db
    .selectFrom('members')
    .innerJoin('companies', 'companies.id', 'members.company_id')
    .select(['companies.id', 'companies.name'])
    .where('members.user_id', '=', ctx.viewer.user_id)
    .where('members.state', '=', 'active')
    .orderBy('companies.name')
    .execute()
}
