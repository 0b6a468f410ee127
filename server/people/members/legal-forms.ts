import { uuidv7 } from 'uuidv7'
import type { Input } from '#contract/endpoint.ts'
import type * as contract from '#contract/people.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { insist } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { memberPolicy } from './policy.ts'
import { lockMember } from './queries.ts'

/** From a day on a person works in this legal form (PRF-7). Of two of one day the later word holds; none is rewritten. */
export async function setLegalForm(ctx: Ctx, { member_id, ...given }: Input<typeof contract.setLegalForm>) {
  const member = await lockMember(ctx, member_id)
  insist(memberPolicy.papers(ctx.viewer, member))
  const { form, from_day } = given
  const contract_number = given.contract_number?.trim() || null
  const { company_id } = ctx.viewer
  await ctx.db
    .insertInto('legal_forms')
    .values({
      company_id,
      id: uuidv7(),
      member_id,
      form,
      from_day,
      contract_number,
      created_by: memberOf(ctx),
      created_at: ctx.now,
    })
    .execute()
  await tell(ctx, 'member.legal_form_set', member, { name: member.name, form, from_day, contract_number })
  return { legal_forms: await legalFormsOf(ctx, member_id) }
}

/** All legal forms of a person that hold or held on some day, the newest first. */
export async function legalFormsOf({ db, viewer }: Ctx, member_id: string): Promise<contract.LegalForm[]> {
  return db
    .selectFrom('legal_forms')
    .distinctOn('from_day')
    .select(['id', 'from_day', 'form', 'contract_number'])
    .where('company_id', '=', viewer.company_id)
    .where('member_id', '=', member_id)
    .orderBy('from_day', 'desc')
    .orderBy('created_at', 'desc')
    .execute()
}
