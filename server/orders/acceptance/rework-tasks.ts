import type * as contract from '#contract/orders.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { insist, invalid } from '#platform/errors.ts'
import { reopenTasks } from '#server/tasks/index.ts'
import { writeOrder } from '../change-phase.ts'
import { orderPolicy } from '../policy.ts'
import { showOrder } from '../present-order.ts'
import { takeOrder } from '../queries.ts'

/** Takes closed tasks of an order up again, as after a rejection (ORD-8, S54); each tells it in its own history. */
export async function reworkTasks(ctx: Ctx, { order_id, task_ids, reason }: Input<typeof contract.reworkTasks>) {
  const order = await takeOrder(ctx, order_id)
  insist(orderPolicy.rework(ctx.viewer, order))
  insist(reason.trim() ? null : invalid('reason', 'field.required'))
  const closed = new Set(order.tasks.filter(({ state }) => state === 'closed').map(({ id }) => id))
  insist(task_ids.every((id) => closed.has(id)) ? null : invalid('task_ids', 'order.task_not_closed'))
  await reopenTasks(ctx, task_ids, reason.trim())
  await writeOrder(ctx, order_id)
  return showOrder(ctx, order_id)
}
