import './events.ts'
import type * as contract from '#contract/documents.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { insist } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import * as documents from '#server/documents/index.ts'
import { named, writeOrder } from '../change-phase.ts'
import { takeOrder } from '../queries.ts'
import { mayLead, stillOpen } from './guard.ts'
import { withOrder } from './present-documents.ts'

/** Makes a document of an order void (DOC-6, DOC-10): of a completed order it would take away what completed it. */
export async function voidDocument(ctx: Ctx, { document_id, reason }: Input<typeof contract.voidDocument>) {
  const { subject_id } = await documents.findDocument(ctx, document_id)
  const order = await takeOrder(ctx, subject_id)
  insist(mayLead(ctx.viewer, order) ?? stillOpen(order))
  const gone = await documents.voidDocument(ctx, { document_id, reason: reason.trim() })
  await writeOrder(ctx, order.id, {})
  const { kind, number: document } = gone
  await tell(ctx, 'order.document_voided', order, { ...named(order), document_id, kind, document, reason })
  return withOrder(gone, order, stillOpen(order))
}
