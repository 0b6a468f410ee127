import type * as contract from '#contract/order-notes.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { insist, invalid } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { named } from './change-phase.ts'
import { findOrder } from './queries.ts'

/**
 * Writes words among ourselves on an order (ORD-15). A note is a fact like any other and lives in the history alone:
 * never rewritten, and behind the wall that shows events to the staff only. It changes nothing of the order, so an
 * ended one takes it too, and the order is not held.
 */
export async function noteOrder(ctx: Ctx, { order_id, text }: Input<typeof contract.noteOrder>) {
  const order = await findOrder(ctx, order_id)
  const words = text.trim()
  insist(words ? null : invalid('text', 'field.required'))
  await tell(ctx, 'order.noted', order, { ...named(order), text: words })
  return { order_id, text: words, at: ctx.now.toISOString() }
}
