import { uuidv7 } from 'uuidv7'
import type * as contract from '#contract/counterparties.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { insist, invalid } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { isActiveStaff } from '#server/people/index.ts'
import { insistNewTaxNumber } from './doubles.ts'
import { counterpartyPolicy } from './policy.ts'
import { presentCard } from './present-counterparty.ts'
import { putContact } from './contacts/put-contact.ts'
import { putSite } from './sites/put-site.ts'
import { findCounterparty } from './queries.ts'
import { taxNumber, tidied } from './tidy.ts'

/** Adds a counterparty with its first contact and site (S19, S34); doubles are refused and named (CPT-1, CPT-2). */
export async function addCounterparty(ctx: Ctx, input: Input<typeof contract.addCounterparty>) {
  insist(counterpartyPolicy.manage(ctx.viewer))
  const tax_number = taxNumber(input.tax_number ?? input.requisites?.tax_number)
  if (tax_number !== null) await insistNewTaxNumber(ctx, tax_number)
  if (input.responsible_id) await insistStaff(ctx, input.responsible_id)
  insist(counterpartyPolicy.sided({ is_customer: true, ...input }))
  const id = await makeCounterparty(ctx, { ...input, tax_number })
  if (input.contact) await putContact(ctx, input.contact, { counterparty_id: id, under: 'contact.' })
  if (input.site) await putSite(ctx, input.site, id)
  return presentCard(ctx, await findCounterparty(ctx, id))
}

export async function insistStaff(ctx: Ctx, member_id: string): Promise<void> {
  insist((await isActiveStaff(ctx, member_id)) ? null : invalid('responsible_id', 'counterparty.responsible_unknown'))
}

type New = Pick<
  Input<typeof contract.addCounterparty>,
  'kind' | 'name' | 'is_customer' | 'is_supplier' | 'requisites' | 'responsible_id' | 'note'
> & {
  tax_number: string | null
}

/** The row and its event; who answers for it, unless said otherwise, is who adds it. */
export async function makeCounterparty(
  ctx: Ctx,
  { kind, name, tax_number, requisites, responsible_id, note, is_supplier = false, is_customer = !is_supplier }: New,
): Promise<string> {
  const { company_id, subject_id } = ctx.viewer
  const id = uuidv7()
  await ctx.db
    .insertInto('counterparties')
    .values({
      company_id,
      id,
      kind,
      name: name.trim(),
      is_customer,
      is_supplier,
      tax_number,
      requisites: tidied(requisites ?? {}, tax_number) as never,
      responsible_id: responsible_id ?? (ctx.viewer.kind === 'staff' ? subject_id : null),
      note: note?.trim() || null,
      created_at: ctx.now,
    })
    .execute()
  await tell(ctx, 'counterparty.added', { id }, { name: name.trim() })
  return id
}
