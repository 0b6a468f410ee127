import type * as contract from '#contract/parties/requisites-versions.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Requisites } from '#contract/requisites.ts'
import type { Ctx } from '#platform/ctx.ts'
import { expectVersion, found, insist } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { insistNewTaxNumber } from '../doubles.ts'
import { type Change, changesBetween } from '../events.ts'
import { counterpartyPolicy } from '../policy.ts'
import { presentCard } from '../present-counterparty.ts'
import { type CounterpartyRow, findCounterparty, lockCounterparty } from '../queries.ts'
import { taxNumber, tidied } from '../tidy.ts'
import { heldOn, versionsOf, writeVersion } from './versions.ts'

/** Sets the requisites that hold from a day on (CPT-10). A tax number among them is the counterparty's from now on. */
export async function setRequisites(
  ctx: Ctx,
  { counterparty_id: at, from_day, requisites }: Input<typeof contract.setRequisites>,
) {
  const before = await held(ctx, at)
  const counterparty_id = before.id
  const tax_number = requisites.tax_number === undefined ? before.tax_number : taxNumber(requisites.tax_number)
  if (tax_number !== null && tax_number !== before.tax_number)
    await insistNewTaxNumber(ctx, tax_number, counterparty_id)
  const was = heldOn(await versionsOf(ctx, before), from_day)
  const next = tidied(requisites, tax_number)
  await writeVersion(ctx, { counterparty_id, from_day, requisites: next })
  await touch(ctx, counterparty_id, { tax_number })
  const changes = between(was.requisites, next)
  await tell(ctx, 'counterparty.requisites_set', { id: counterparty_id }, { name: before.name, from_day, changes })
  return presentCard(ctx, await findCounterparty(ctx, counterparty_id))
}

/** Takes back what was set from a day on; those before hold on (CPT-10). */
export async function dropRequisites(
  ctx: Ctx,
  { counterparty_id: at, from_day }: Input<typeof contract.dropRequisites>,
) {
  const before = await held(ctx, at)
  const counterparty_id = before.id
  const versions = await versionsOf(ctx, before)
  found(
    versions.find((one) => one.from_day === from_day),
    'requisites',
  )
  await ctx.db
    .deleteFrom('requisites_versions')
    .where('company_id', '=', ctx.viewer.company_id)
    .where('counterparty_id', '=', counterparty_id)
    .where('from_day', '=', from_day)
    .execute()
  await touch(ctx, counterparty_id)
  await tell(ctx, 'counterparty.requisites_dropped', { id: counterparty_id }, { name: before.name, from_day })
  return presentCard(ctx, await findCounterparty(ctx, counterparty_id))
}

async function held(ctx: Ctx, counterparty_id: string): Promise<CounterpartyRow> {
  const row = await lockCounterparty(ctx, counterparty_id)
  insist(counterpartyPolicy.manage(ctx.viewer))
  expectVersion(ctx, row, await presentCard(ctx, row))
  return row
}

async function touch(ctx: Ctx, id: string, changed: { tax_number?: string | null } = {}): Promise<void> {
  await ctx.db
    .updateTable('counterparties')
    .set((own) => ({ ...changed, version: own('version', '+', 1) }))
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', id)
    .execute()
}

/** A cleared requisite is no field of the new ones any more, and a change all the same. */
function between(was: Requisites, is: Requisites): Change[] {
  const gone = Object.fromEntries(Object.keys(was).map((field) => [field, null]))
  return changesBetween<Record<string, unknown>>(was, { ...gone, ...is })
}
