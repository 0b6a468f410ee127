import { uuidv7 } from 'uuidv7'
import type * as contract from '#contract/parties/contracts.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { hold } from '#platform/db/hold.ts'
import { expectVersion, insist, invalid, notNow } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { type Change, changesBetween } from '../events.ts'
import { counterpartyPolicy } from '../policy.ts'
import { findCounterparty } from '../queries.ts'
import { presentContract } from './present-contract.ts'
import { type ContractRow, findContract, lockContract } from './queries.ts'

type Terms = Omit<Input<typeof contract.changeContract>, 'contract_id'>

/** Writes a contract with a counterparty down (CPT-12). */
export async function addContract(ctx: Ctx, { counterparty_id: at, ...terms }: Input<typeof contract.addContract>) {
  const { id: counterparty_id } = await findCounterparty(ctx, at)
  insist(counterpartyPolicy.manageContracts(ctx.viewer))
  await insistRight(ctx, { counterparty_id, ...terms })
  const [company_id, id] = [ctx.viewer.company_id, uuidv7()]
  const { number, signed_on } = terms
  await ctx.db
    .insertInto('counterparty_contracts')
    .values({ company_id, id, counterparty_id, number: number.trim(), signed_on, created_at: ctx.now })
    .execute()
  await write(ctx, id, terms)
  await tell(ctx, 'counterparty.contract_added', { id: counterparty_id }, { contract_id: id, number, signed_on })
  return presentContract(ctx, await findContract(ctx, id))
}

/** Changes what is named of a contract; of prices the whole list. */
export async function changeContract(ctx: Ctx, { contract_id, ...wish }: Input<typeof contract.changeContract>) {
  const before = await lockContract(ctx, contract_id)
  insist(counterpartyPolicy.manageContracts(ctx.viewer))
  expectVersion(ctx, before, presentContract(ctx, before))
  await insistRight(ctx, { ...before, ...wish }, contract_id)
  await write(ctx, contract_id, wish)
  const after = await findContract(ctx, contract_id)
  const { counterparty_id: id, number, signed_on } = after
  await tell(
    ctx,
    'counterparty.contract_changed',
    { id },
    { contract_id, number, signed_on, changes: between(before, after) },
  )
  return presentContract(ctx, after)
}

/** Takes a contract off the counterparty's page, or brings it back: nothing is lost (S30). */
export const removeContract = (ctx: Ctx, { contract_id }: Input<typeof contract.removeContract>) =>
  setRemoved(ctx, contract_id, ctx.now)
export const restoreContract = (ctx: Ctx, { contract_id }: Input<typeof contract.restoreContract>) =>
  setRemoved(ctx, contract_id, null)

async function setRemoved(ctx: Ctx, contract_id: string, removed_at: Date | null) {
  const before = await lockContract(ctx, contract_id)
  insist(counterpartyPolicy.manageContracts(ctx.viewer))
  if (removed_at === null) await insistRight(ctx, before, contract_id)
  await write(ctx, contract_id, {}, { removed_at })
  const { counterparty_id: id, number, signed_on } = before
  const name = removed_at ? 'counterparty.contract_removed' : 'counterparty.contract_restored'
  await tell(ctx, name, { id }, { contract_id, number, signed_on })
  return presentContract(ctx, await findContract(ctx, contract_id))
}

type Whole = Pick<Terms, 'from_day' | 'to_day' | 'prices'> & {
  counterparty_id: string
  number: string
  signed_on: string
}

/** It ends after it begins, its prices are none below zero, and it stands there once. */
async function insistRight(ctx: Ctx, whole: Whole, except?: string): Promise<void> {
  const { counterparty_id, number, signed_on, from_day, to_day, prices = [] } = whole
  insist(to_day && to_day < (from_day ?? signed_on) ? invalid('to_day', 'contract.ends_before') : null)
  const wrong = prices.findIndex(({ price }) => price.startsWith('-'))
  insist(wrong >= 0 ? invalid(`prices.${wrong}.price`, 'contract.price_negative') : null)
  await hold(ctx, [`contract ${counterparty_id}`])
  const other = await ctx.db
    .selectFrom('counterparty_contracts')
    .select('id')
    .where('company_id', '=', ctx.viewer.company_id)
    .where('counterparty_id', '=', counterparty_id)
    .where('number', '=', number.trim())
    .where('signed_on', '=', signed_on)
    .where('removed_at', 'is', null)
    .where('id', '<>', except ?? '00000000-0000-0000-0000-000000000000')
    .executeTakeFirst()
  insist(other ? { ...notNow('contract.double', { number, signed_on }), field: 'number' } : null)
}

async function write(ctx: Ctx, contract_id: string, wish: Terms, more: { removed_at?: Date | null } = {}) {
  const { prices, ...terms } = wish
  const { company_id } = ctx.viewer
  const tidy = Object.fromEntries(
    Object.entries(terms).map(([field, value]) => [field, typeof value === 'string' ? value.trim() : value]),
  ) as typeof terms
  await ctx.db
    .updateTable('counterparty_contracts')
    .set((own) => ({ ...tidy, ...more, version: own('version', '+', 1) }))
    .where('company_id', '=', company_id)
    .where('id', '=', contract_id)
    .execute()
  if (prices === undefined) return
  await ctx.db
    .deleteFrom('contract_prices')
    .where('company_id', '=', company_id)
    .where('contract_id', '=', contract_id)
    .execute()
  if (prices.length === 0) return
  const rows = prices.map((line, position) => ({ company_id, contract_id, position, ...line, name: line.name.trim() }))
  await ctx.db.insertInto('contract_prices').values(rows).execute()
}

/** Of the price list the history keeps how long it was: prices are for those who read money. */
function between(before: ContractRow, after: ContractRow): Change[] {
  const flat = ({ number, signed_on, from_day, to_day, silence_days, note, payment_terms, prices }: ContractRow) => ({
    number,
    signed_on,
    from_day,
    to_day,
    silence_days: silence_days === null ? null : String(silence_days),
    payment_terms,
    note,
    prices: JSON.stringify(prices),
  })
  return changesBetween(flat(before), flat(after)).map((change) =>
    change.field === 'prices'
      ? { field: 'prices', from: String(before.prices.length), to: String(after.prices.length) }
      : change,
  )
}
