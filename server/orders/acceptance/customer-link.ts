import type * as contract from '#contract/orders.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { insist } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { makeLink, revokeLinks } from '#server/identity/index.ts'
import { named } from '../change-phase.ts'
import { orderPolicy } from '../policy.ts'
import { takeOrder } from '../queries.ts'

/** Makes a personal link to an order for its customer; whoever holds it sees this order and no other. */
export async function customerUrl(
  ctx: Ctx,
  { order_id, contact_id }: { order_id: string; contact_id: string | null },
): Promise<string> {
  const link = await makeLink(ctx, { purpose: 'customer', subject_id: order_id, contact_id })
  return `${ctx.world.config.public_url}/z/${link}`
}

/** Makes a fresh link to hand on; the earlier ones stop working, for one of them may have gone astray (ORD-13). */
export async function makeCustomerLink(ctx: Ctx, { order_id }: Input<typeof contract.makeCustomerLink>) {
  const order = await takeOrder(ctx, order_id)
  insist(orderPolicy.link(ctx.viewer, order))
  await revokeLinks(ctx, 'customer', order_id)
  const url = await customerUrl(ctx, { order_id, contact_id: order.contact_id })
  await tell(ctx, 'order.link_made', order, { ...named(order), contact: order.contact?.name ?? null })
  return { url }
}
