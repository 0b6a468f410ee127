import type * as contract from '#contract/documents.ts'
import type { Refusal } from '#platform/errors.ts'
import type { WholeDocument } from '#server/documents/index.ts'

/** A document with the order that it was made from; an order that takes no changes forbids making it void. */
export function withOrder(
  { subject_id: _, can, ...document }: WholeDocument,
  order: { id: string; number: number } | null,
  closed: Refusal | null,
): contract.Document {
  const why = closed && { code: closed.code }
  return { ...document, order: order && { id: order.id, number: order.number }, can: { void: can.void ?? why } }
}
