import './events.ts'
import type * as contract from '#contract/documents.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { insist, notNow } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import * as documents from '#server/documents/index.ts'
import { named, writeOrder } from '../change-phase.ts'
import { takeOrder } from '../queries.ts'
import { mayIssue, stillOpen } from './guard.ts'
import { linesOf } from './order-lines.ts'
import { withOrder } from './present-documents.ts'
import { givenOf } from './propose-documents.ts'

type Given = Input<typeof contract.issueDocuments>

/** Issues invoice and act of an order (DOC-8, S56): of the terms, or of the lines as they were looked over. */
export async function issueDocuments(ctx: Ctx, { order_id, kinds, issued_on, lines: given }: Given) {
  const order = await takeOrder(ctx, order_id)
  insist(mayIssue(ctx.viewer, order, kinds))
  const lines = given ?? linesOf(order)
  insist(lines.length === 0 ? notNow('document.nothing_agreed') : null)
  const subject = { kind: 'order' as const, id: order_id }
  const issued = await documents.issueDocuments(ctx, { ...givenOf(ctx, order), subject, kinds, issued_on, lines })
  await writeOrder(ctx, order_id, {})
  await tell(ctx, 'order.documents_issued', order, { ...named(order), ...factsOf(issued) })
  return { documents: issued.map((document) => withOrder(document, order, stillOpen(order))) }
}

function factsOf(issued: documents.WholeDocument[]) {
  const number = (kind: 'invoice' | 'act') => issued.find((document) => document.kind === kind)?.number ?? ''
  const [first] = issued
  if (!first) throw new Error('nothing was issued')
  const { kind, issued_on, total, currency } = first
  const which = issued.length > 1 ? ('both' as const) : kind
  return { which, invoice: number('invoice'), act: number('act'), issued_on, total, currency }
}
