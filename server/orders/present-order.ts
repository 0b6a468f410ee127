import type { Order, OrderMoney } from '#contract/orders.ts'
import type { Static } from 'typebox'
import type { Ctx, Viewer } from '#platform/ctx.ts'
import type { Refusal } from '#platform/errors.ts'
import { nextStep } from './next-step.ts'
import { orderPolicy } from './policy.ts'
import { type LoadedOrder, loadOrder } from './queries.ts'

/** The whole card of an order as it stands now, after a write too. */
export async function showOrder(ctx: Ctx, order_id: string): Promise<Order> {
  return presentOrder(ctx.viewer, await loadOrder(ctx, order_id))
}

export function presentOrder(viewer: Viewer, order: LoadedOrder): Order {
  const { stage, labour, agreements, priced: _priced, act_stands: _act, ...rest } = order
  return {
    ...rest,
    stage: { ...stage, phase: order.phase },
    agreements,
    agreement: agreements.find(({ id }) => id === order.agreement_id) ?? null,
    money: labour && moneyOf(order, labour),
    next_step: nextStep(order),
    can: {
      change: may(orderPolicy.change(viewer, order)),
      agree: may(orderPolicy.agree(viewer, order)),
      assign: may(orderPolicy.assign(viewer, order)),
      send_to_acceptance: may(orderPolicy.send_to_acceptance(viewer, order)),
      record_decision: may(orderPolicy.record_decision(viewer, order)),
      issue_documents: may(orderPolicy.issue_documents(viewer, order)),
      complete: may(orderPolicy.complete(viewer, order)),
      reopen: may(orderPolicy.reopen(viewer, order)),
      cancel: may(orderPolicy.cancel(viewer, order)),
      watch: may(orderPolicy.watch(viewer, order, null)),
    },
  }
}

const may = (refusal: Refusal | null) =>
  refusal && { code: refusal.code, ...(refusal.facts && { facts: refusal.facts }) }

/** Hours and money so far (S6, S7): what the workers cost against what was agreed. */
function moneyOf(
  { amount, currency }: LoadedOrder,
  labour: NonNullable<LoadedOrder['labour']>,
): Static<typeof OrderMoney> {
  const cost = labour.reduce((sum, each) => sum + BigInt(each.cost), 0n)
  return {
    minutes: labour.reduce((sum, { minutes }) => sum + minutes, 0),
    labour: String(cost),
    cost: String(cost),
    amount,
    margin: amount === null ? null : String(BigInt(amount) - cost),
    currency,
    by_worker: labour,
  }
}
