import { giveTask, type Order } from '#contract/orders.ts'
import { logTime } from '#contract/tasks.ts'
import { done, type Person } from '../as.ts'

type Hours = { by: { id: string }; day: string; minutes: number; note?: string }

/** Gives a task of the order to these performers and logs their hours, as a manager may. */
export async function makeLabour(manager: Person, order: Pick<Order, 'id'>, hours: readonly Hours[]): Promise<string> {
  const assignee_ids = [...new Set(hours.map(({ by }) => by.id))]
  const { id: task_id } = await done(manager, giveTask, { order_id: order.id, title: 'Подключить короб', assignee_ids })
  for (const { by, ...entry } of hours) await done(manager, logTime, { task_id, member_id: by.id, ...entry })
  return task_id
}
