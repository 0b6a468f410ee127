import type * as contract from '#contract/documents.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { insist, notNow, Refused } from '#platform/errors.ts'
import * as documents from '#server/documents/index.ts'
import { type LoadedOrder, loadOrder } from '../queries.ts'
import { mayLead } from './guard.ts'
import { basisOf, linesOf } from './order-lines.ts'

/** What the documents of an order would say (S56): without lines while no price is agreed. */
export async function proposeDocuments(ctx: Ctx, { order_id, issued_on }: Input<typeof contract.proposeDocuments>) {
  insist(documents.documentPolicy.issue(ctx.viewer))
  const order = await loadOrder(ctx, order_id)
  insist(mayLead(ctx.viewer, order))
  return documents.proposeDocuments(ctx, { ...givenOf(ctx, order), issued_on, lines: linesOf(order) })
}

/** All that a document takes from its order but the lines. */
export function givenOf(ctx: Ctx, order: LoadedOrder) {
  const { counterparty_id, currency } = order
  if (counterparty_id === null) throw new Refused(notNow('document.no_counterparty'))
  return { counterparty_id, currency, basis: basisOf(ctx, order) }
}
