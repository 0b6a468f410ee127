import type * as contract from '#contract/counterparties.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { expectVersion, insist } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { memberNames } from '#server/people/index.ts'
import { insistStaff } from './add-counterparty.ts'
import { insistNewTaxNumber } from './doubles.ts'
import { changesBetween } from './events.ts'
import { counterpartyPolicy } from './policy.ts'
import { presentCard } from './present-counterparty.ts'
import { type CounterpartyRow, findCounterparty, lockCounterparty } from './queries.ts'
import { requisitesOn, today, writeVersion } from './requisites/versions.ts'
import { taxNumber, tidied } from './tidy.ts'

type Wish = Omit<Input<typeof contract.changeCounterparty>, 'counterparty_id'>

/**
 * Changes a counterparty. Of the requisites, those that hold today, only the named fields change; an empty one is cleared
 * (CPT-5, CPT-10).
 */
export async function changeCounterparty(
  ctx: Ctx,
  { counterparty_id: at, ...wish }: Input<typeof contract.changeCounterparty>,
) {
  const row = await lockCounterparty(ctx, at)
  const counterparty_id = row.id
  insist(counterpartyPolicy.manage(ctx.viewer))
  expectVersion(ctx, row, await presentCard(ctx, row))
  const { from_day, requisites } = await requisitesOn(ctx, row, today(ctx))
  const before = { ...row, requisites }
  const after = wished(before, wish)
  insist(counterpartyPolicy.sided(after))
  if (after.tax_number !== null && after.tax_number !== before.tax_number)
    await insistNewTaxNumber(ctx, after.tax_number, counterparty_id)
  if (after.responsible_id !== null && after.responsible_id !== before.responsible_id)
    await insistStaff(ctx, after.responsible_id)
  await write(ctx, before, after, from_day)
  return presentCard(ctx, await findCounterparty(ctx, counterparty_id))
}

type After = Pick<
  CounterpartyRow,
  'kind' | 'name' | 'is_customer' | 'is_supplier' | 'tax_number' | 'requisites' | 'responsible_id' | 'note'
>

function wished(before: CounterpartyRow, wish: Wish): After {
  const typed = wish.tax_number === undefined ? wish.requisites?.tax_number : wish.tax_number
  const tax_number = typed === undefined ? before.tax_number : taxNumber(typed)
  return {
    kind: wish.kind ?? before.kind,
    name: wish.name?.trim() ?? before.name,
    is_customer: wish.is_customer ?? before.is_customer,
    is_supplier: wish.is_supplier ?? before.is_supplier,
    tax_number,
    requisites: tidied({ ...before.requisites, ...wish.requisites }, tax_number),
    responsible_id: wish.responsible_id === undefined ? before.responsible_id : wish.responsible_id,
    note: wish.note === undefined ? before.note : wish.note?.trim() || null,
  }
}

async function write(ctx: Ctx, before: CounterpartyRow, after: After, from_day: string | null): Promise<void> {
  const { requisites, ...own } = after
  if (from_day !== null) await writeVersion(ctx, { counterparty_id: before.id, from_day, requisites })
  await ctx.db
    .updateTable('counterparties')
    .set((eb) => ({
      ...own,
      ...(from_day === null && { requisites }),
      version: eb('version', '+', 1),
    }))
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', before.id)
    .execute()
  const names = await memberNames(ctx, [before.responsible_id, after.responsible_id])
  const [was, is] = [flat(before, names), flat(after, names)]
  // A cleared requisite is no field of the row any more, and a change all the same.
  const gone = Object.fromEntries(Object.keys(was).map((field) => [field, null]))
  await tell(
    ctx,
    'counterparty.changed',
    { id: before.id },
    { name: after.name, changes: changesBetween(was, { ...gone, ...is }) },
  )
}

/** All that may change, by field, as the history keeps it. */
function flat(row: After, names: ReadonlyMap<string, string>) {
  const { tax_number: _, ...requisites } = row.requisites
  const { kind, name, is_customer, is_supplier, tax_number, note, responsible_id } = row
  const responsible = responsible_id && (names.get(responsible_id) ?? null)
  return { kind, name, is_customer, is_supplier, tax_number, note, responsible, ...requisites }
}
