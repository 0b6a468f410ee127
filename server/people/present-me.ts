import type * as contract from '#contract/people.ts'
import type { Ctx, Onlooker } from '#platform/ctx.ts'
import { clockOf } from '#platform/days.ts'
import { currentUser } from '#server/identity/index.ts'
import { asUser, enterAsProgram, lookAgain } from './entering.ts'
import { factorLackedFrom } from './security/required-factor.ts'
import { wordsAbout } from './tree/declarations.ts'

/** Who is signed in, as the viewer's own screens show him. */
export async function presentMe(ctx: Ctx): Promise<contract.Me> {
  if (ctx.viewer.onlooker) return presentSeen(ctx, ctx.viewer.onlooker)
  const company = ctx.viewer.company_id ? await companyOf(ctx) : null
  return {
    viewing: null,
    user: await currentUser(ctx),
    member: memberOf(ctx),
    company,
    clock: company && clockOf(company.time_zone, ctx.now),
    companies: await asUser(ctx, companiesOf),
    waiting: await asUser(ctx, waitingOf),
    acts_for: [...(ctx.viewer.acts_for ?? [])],
    second_factor_from: ctx.viewer.role && (await factorLackedFrom(ctx, ctx.viewer.company_id, ctx.viewer.role)),
  }
}

/** The person as his screens show him, without what is his own matter: his account, his other companies (VIEW-4). */
async function presentSeen(ctx: Ctx, { id, of, until }: Onlooker): Promise<contract.Me> {
  const company = await companyOf(ctx)
  return {
    viewing: { by_id: id, of, until },
    user: { id: of?.id ?? id, name: ctx.viewer.name ?? '', email: null, two_factor: false, locale: null },
    member: memberOf(ctx),
    company,
    clock: clockOf(company.time_zone, ctx.now),
    companies: [{ id: company.id, name: company.name }],
    waiting: [],
    acts_for: [...(ctx.viewer.acts_for ?? [])],
    second_factor_from: null,
  }
}

function memberOf({ viewer: { kind, subject_id, name, role, role_name, rights } }: Ctx): contract.Me['member'] {
  if ((kind !== 'staff' && kind !== 'performer') || !subject_id || !role) return null
  return { id: subject_id, name: name ?? '', kind, role, role_name: role_name ?? null, rights: [...rights] }
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

/** Companies that the user has asked to join by their link (TREE-10), with the name of the head whose word he waits for. */
export async function waitingOf(ctx: Ctx): Promise<contract.Me['waiting']> {
  const rows = await ctx.db
    .selectFrom('members')
    .innerJoin('companies', 'companies.id', 'members.company_id')
    .select(['companies.id', 'companies.name', 'members.id as member_id'])
    .where('members.user_id', '=', ctx.viewer.user_id)
    .where('members.kind', '=', 'staff')
    .where('members.state', '=', 'invited')
    .orderBy('companies.name')
    .execute()
  const told = []
  for (const { id, name, member_id } of rows) {
    const named = await headNamedBy(await enterAsProgram(ctx, id), member_id)
    told.push({ id, name, head: named })
  }
  if (rows.length > 0) await lookAgain(ctx)
  return told
}

async function headNamedBy(program: Ctx, member_id: string): Promise<string | null> {
  const [word] = await wordsAbout(program, [member_id], true)
  return word?.head?.name ?? word?.expected?.name ?? null
}
