import { isDeepStrictEqual } from 'node:util'
import type * as contract from '#contract/people.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { expectVersion, found, insist, invalid, no } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { checkRequisites, tidyRequisites } from '#platform/requisites.ts'
import { seeAnew } from '../roles/see-anew.ts'
import { can } from '../rights.ts'
import { isZone } from './register-company.ts'

export async function getCompanySettings(ctx: Ctx): Promise<contract.CompanySettings> {
  return present(await findCompany(ctx))
}

/**
 * Changes the company's own facts (PPL-4). Requisites with a wrong check digit are kept and shown with their fault:
 * what stands in a paper at hand must not be lost because it was misprinted there.
 */
export async function changeCompany(ctx: Ctx, input: Input<typeof contract.changeCompany>) {
  await ctx.db.selectFrom('companies').select('id').where('id', '=', ctx.viewer.company_id).forNoKeyUpdate().execute()
  const before = await findCompany(ctx)
  insist(can(ctx.viewer, 'company.settings') ? null : no('company.not_yours'))
  expectVersion(ctx, before, present(before))
  insist(
    input.time_zone === undefined || isZone(input.time_zone) ? null : invalid('time_zone', 'company.time_zone_unknown'),
  )
  insist(input.name === undefined || input.name.trim() ? null : invalid('name', 'field.required'))

  const change = {
    ...input,
    ...(input.name !== undefined && { name: input.name.trim() }),
    ...(input.requisites && { requisites: tidyRequisites(input.requisites) }),
  }
  const fields = (Object.keys(change) as (keyof typeof change)[]).filter(
    (field) => !isDeepStrictEqual(change[field], before[field]),
  )
  if (fields.length === 0) return present(before)
  const { requisites, ...plain } = change
  await ctx.db
    .updateTable('companies')
    .set({ ...plain, ...(requisites && { requisites: requisites as never }), version: before.version + 1 })
    .where('id', '=', before.id)
    .execute()
  await tell(ctx, 'company.changed', { id: before.id }, { fields })
  if (fields.some((field) => CARRIED.includes(field))) seeAnew(ctx)
  return present(await findCompany(ctx))
}

/** What every viewer carries, himself or by his rights. */
const CARRIED: readonly string[] = ['time_zone', 'orders_open', 'site_contact_open']

async function findCompany(ctx: Ctx) {
  const row = await ctx.db
    .selectFrom('companies')
    .select(['id', 'name', 'country', 'currency', 'time_zone', 'vat_rate', 'requisites', 'version'])
    .select(['pools_open', 'orders_open', 'site_contact_open'])
    .where('id', '=', ctx.viewer.company_id)
    .executeTakeFirst()
  return found(row, 'company') as Row
}

type Row = Omit<contract.CompanySettings, 'faults'>

const present = (row: Row) => ({
  ...row,
  faults: checkRequisites(row.country, row.requisites),
})
