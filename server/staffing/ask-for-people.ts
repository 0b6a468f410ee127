import type * as contract from '#contract/staffing/choosing.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { findOrder } from '#server/orders/index.ts'
import { type About, askForPeople as ask } from '#server/people/index.ts'
import { findTask } from '#server/tasks/index.ts'

/** Asks the curators for people of other pools (STF-4), for an order or a task that the viewer sees. */
export async function askForPeople(ctx: Ctx, input: Input<typeof contract.askForPeople>) {
  const { member_ids, starts_at, ends_at, word = null } = input
  return { rows: await ask(ctx, { member_ids, starts_at, ends_at, word, about: await aboutOf(ctx, input) }) }
}

async function aboutOf(ctx: Ctx, { order_id, task_id }: Input<typeof contract.askForPeople>): Promise<About | null> {
  const task = task_id ? await findTask(ctx, task_id) : null
  const order = order_id ? await findOrder(ctx, order_id) : null
  if (order) return { kind: 'order', id: order.id, number: order.number, title: order.title }
  return task && { kind: 'task', id: task.id, number: Number(task.number), title: task.title }
}
