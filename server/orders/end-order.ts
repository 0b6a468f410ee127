import type * as contract from '#contract/orders.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { expectVersion, insist, invalid } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { withdrawRound } from '#server/approvals/index.ts'
import { cancelOpen } from '#server/tasks/index.ts'
import { enterPhase, named } from './change-phase.ts'
import { isOpen, live, orderPolicy } from './policy.ts'
import { presentOrder, showOrder } from './present-order.ts'
import { type LoadedOrder, takeOrder } from './queries.ts'

/** Ends an order that was accepted, papered and priced (ORD-11, S57); from now on it only reads. */
export async function completeOrder(ctx: Ctx, { order_id }: Input<typeof contract.completeOrder>) {
  const order = await takeOrder(ctx, order_id)
  expectVersion(ctx, order, presentOrder(ctx.viewer, order))
  insist(orderPolicy.complete(ctx.viewer, order))
  const change = await enterPhase(ctx, order, { phase: 'done' })
  await tell(ctx, 'order.completed', order, { ...named(order), ...change })
  return showOrder(ctx, order_id)
}

/** Cancels an order with a reason (ORD-12): its open tasks go with it, and a round that waits is taken back. */
export async function cancelOrder(ctx: Ctx, given: Input<typeof contract.cancelOrder>) {
  const order = await takeOrder(ctx, given.order_id)
  expectVersion(ctx, order, presentOrder(ctx.viewer, order))
  insist(orderPolicy.cancel(ctx.viewer, order))
  const reason = said(given.reason)
  await cancelOpen(
    ctx,
    order.tasks.filter(isOpen).map(({ id }) => id),
    reason,
  )
  await withdrawRound(ctx, order.id)
  const change = await enterPhase(ctx, order, { phase: 'cancelled', cancel_reason: reason })
  await tell(ctx, 'order.cancelled', order, { ...named(order), ...change, reason })
  return showOrder(ctx, order.id)
}

/** Takes an ended order up again, with a reason that stays in the history (ORD-12, S57). */
export async function reopenOrder(ctx: Ctx, given: Input<typeof contract.reopenOrder>) {
  const order = await takeOrder(ctx, given.order_id)
  expectVersion(ctx, order, presentOrder(ctx.viewer, order))
  insist(orderPolicy.reopen(ctx.viewer, order))
  const reason = said(given.reason)
  const change = await enterPhase(ctx, order, { phase: phaseAgain(order), cancel_reason: null })
  await tell(ctx, 'order.reopened', order, { ...named(order), ...change, reason })
  return showOrder(ctx, order.id)
}

/** Completed, its papers are looked at again; cancelled, it goes on as far as it had come. */
function phaseAgain({ phase, tasks, rounds, counterparty_id }: LoadedOrder): contract.Phase {
  if (phase === 'done' || rounds.at(-1)?.decision === 'accepted') return 'closing'
  if (counterparty_id === null) return 'new'
  return tasks.some(live) ? 'work' : 'agreement'
}

function said(reason: string): string {
  insist(reason.trim() ? null : invalid('reason', 'field.required'))
  return reason.trim()
}
