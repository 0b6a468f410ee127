import type * as contract from '#contract/orders.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { expectVersion, found, insist } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { withdrawRound } from '#server/approvals/index.ts'
import { stageById } from './board/funnels.ts'
import { enterPhase, named } from './change-phase.ts'
import { orderPolicy } from './policy.ts'
import { presentOrder, showOrder } from './present-order.ts'
import { takeOrder } from './queries.ts'

/**
 * Moves an order to another stage, as dragging does (ORD-6): free inside a phase; into another one through that
 * phase's guard. Taken back from the customer, the round that waits for him is withdrawn.
 */
export async function moveOrder(ctx: Ctx, { order_id, stage_id }: Input<typeof contract.moveOrder>) {
  const order = await takeOrder(ctx, order_id)
  const stage = found(await stageById(ctx, stage_id), 'stage')
  expectVersion(ctx, order, presentOrder(ctx.viewer, order))
  insist(orderPolicy.move(ctx.viewer, order, stage.phase))
  if (stage.id === order.stage.id) return presentOrder(ctx.viewer, order)
  const change = await enterPhase(ctx, order, { phase: stage.phase, stage })
  if (order.phase === 'acceptance' && stage.phase !== 'acceptance') await withdrawRound(ctx, order_id)
  await tell(ctx, 'order.moved', order, { ...named(order), ...change, why: 'by_hand' })
  return showOrder(ctx, order_id)
}
