import { uuidv7 } from 'uuidv7'
import type * as contract from '#contract/orders.ts'
import type { Input } from '#contract/endpoint.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { expectVersion, insist, invalid } from '#platform/errors.ts'
import { elevated } from '#platform/db/transaction.ts'
import { tell } from '#platform/events/tell.ts'
import { getCompanySettings } from '#server/people/index.ts'
import { enterPhase, named, writeOrder } from '../change-phase.ts'
import { differences } from '../differences.ts'
import { orderPolicy } from '../policy.ts'
import { presentOrder, showOrder } from '../present-order.ts'
import { type LoadedOrder, takeOrder } from '../queries.ts'

type Given = Input<typeof contract.agree>

/**
 * Records agreed terms as a new version (ORD-4, S41): what is not given stays as it was agreed before. The deadline
 * becomes the order's; a new order with a known customer moves on by itself.
 */
export async function agree(ctx: Ctx, { order_id, ...given }: Given) {
  const order = await takeOrder(ctx, order_id)
  expectVersion(ctx, order, presentOrder(ctx.viewer, order))
  insist(orderPolicy.agree(ctx.viewer, order))
  insist(PRICE.some((field) => given[field] !== undefined) ? orderPolicy.price(ctx.viewer) : null)
  const before = await standingTerms(ctx, order)
  const { vat_rate, currency: own } = before ?? (await companyTerms(ctx))
  const terms = termsOf({ ...NOTHING, ...before, vat_rate, currency: own }, given)
  insist(wrongTerms(terms))

  const version = (order.agreements.at(-1)?.version ?? 0) + 1
  const id = await writeTerms(ctx, { ...terms, order_id, version })
  await writeOrder(ctx, order_id, { agreement_id: id, due_at: terms.due_at })
  await tellTerms(ctx, order, { before: before ?? NOTHING, terms, version })
  await moveOn(ctx, order)
  return showOrder(ctx, order_id)
}

/** The terms that hold now, whole: a new version takes along what its writer may not read (RGT-3). */
async function standingTerms(ctx: Ctx, { agreements, agreement_id }: LoadedOrder): Promise<Terms | undefined> {
  const shown = agreements.find(({ id }) => id === agreement_id)
  if (!shown || orderPolicy.price(ctx.viewer) === null) return shown
  return { ...shown, ...(await elevated(ctx, (inside) => priceOf(inside, shown.id))) }
}

async function priceOf(
  { db, viewer }: Ctx,
  agreement_id: string,
): Promise<Pick<Terms, (typeof PRICE)[number] | 'currency'>> {
  const row = await db
    .selectFrom('agreement_prices')
    .select(['price_model', 'price', 'vat_rate', 'currency'])
    .where('company_id', '=', viewer.company_id)
    .where('agreement_id', '=', agreement_id)
    .executeTakeFirstOrThrow()
  return { ...row, currency: row.currency as Terms['currency'] }
}

async function writeTerms(ctx: Ctx, given: Terms & { order_id: string; version: number }): Promise<string> {
  const { price_model, price, vat_rate, currency, ...rest } = given
  const { company_id } = ctx.viewer
  const id = uuidv7()
  const own = { ...rest, priced: price !== null, company_id, id, made_by: memberOf(ctx), made_at: ctx.now }
  const priced = { company_id, agreement_id: id, price_model, price, vat_rate, currency }
  await ctx.db.insertInto('agreements').values(own).execute()
  await ctx.db.insertInto('agreement_prices').values(priced).execute()
  return id
}

type Agreed = { before: Omit<Terms, 'currency'>; terms: Terms; version: number }

/** Two facts, for who reads no money is told of the first only. */
async function tellTerms(ctx: Ctx, order: LoadedOrder, { before, terms, version }: Agreed): Promise<void> {
  const { currency, price_model, price, vat_rate, ...others } = terms
  await tell(ctx, 'order.agreed', order, { ...named(order), version, changed: differences(before, others) })
  const changed = differences(before, { price_model, price, vat_rate })
  const nothing = Object.keys(changed).length === 0 || (price === null && before.price === null)
  if (nothing) return
  await tell(ctx, 'order.priced', order, { ...named(order), version, currency, changed })
}

async function moveOn(ctx: Ctx, order: LoadedOrder): Promise<void> {
  if (order.phase !== 'new' || order.counterparty_id === null) return
  const change = await enterPhase(ctx, order, { phase: 'agreement' })
  await tell(ctx, 'order.moved', order, { ...named(order), ...change, why: 'agreed' })
}

/** What of the terms is money. */
const PRICE = ['price_model', 'price', 'vat_rate'] as const
const NOTHING = { starts_at: null, due_at: null, price_model: null, price: null, vat_rate: null, scope: null }
type Terms = Pick<contract.Agreement, keyof typeof NOTHING | 'currency'>

/** What holds of the company's own where nothing else was agreed. */
async function companyTerms(ctx: Ctx): Promise<Pick<Terms, 'vat_rate' | 'currency'>> {
  const { vat_rate, currency } = await getCompanySettings(ctx)
  return { vat_rate, currency }
}

/** The terms as they stand from now on. Times and numbers are written in one way, whoever sent them. */
function termsOf(before: Terms, given: Omit<Given, 'order_id'>): Terms {
  const { starts_at, due_at, price_model, price, vat_rate, scope, currency } = { ...before, ...given }
  const instant = (value: string | null) => value && new Date(value).toISOString()
  return {
    starts_at: instant(starts_at),
    due_at: instant(due_at),
    price_model,
    price: price && String(BigInt(price)),
    vat_rate,
    scope: scope?.trim() || null,
    currency,
  }
}

function wrongTerms({ starts_at, due_at, price_model, price }: Terms) {
  if (price === null && price_model !== null) return invalid('price', 'agreement.price_required')
  if (price !== null && price_model === null) return invalid('price_model', 'agreement.price_model_required')
  if (price !== null && BigInt(price) < 0n) return invalid('price', 'agreement.price_negative')
  const backwards = starts_at !== null && due_at !== null && due_at < starts_at
  return backwards ? invalid('due_at', 'agreement.due_before_start') : null
}
