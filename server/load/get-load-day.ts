import type { Input } from '#contract/endpoint.ts'
import type * as contract from '#contract/time/load.ts'
import type { Ctx } from '#platform/ctx.ts'
import { insist } from '#platform/errors.ts'
import { together } from '#platform/together.ts'
import { ordersOfTasks } from '#server/orders/index.ts'
import { clockOf, lookInto } from '#server/people/index.ts'
import { loggedByTask, plannedBetween, tasksInLines } from '#server/tasks/index.ts'
import { mayRead } from './policy.ts'

/** The tasks behind a day of a person (LOAD-5): those that are planned on it, and those on which he has logged hours. */
export async function getLoadDay(ctx: Ctx, { member_id, day }: Input<typeof contract.getLoadDay>) {
  insist(mayRead(ctx.viewer))
  const member = await lookInto(ctx, member_id)
  const [plans, logged] = await together(
    plannedBetween(ctx, { member_ids: [member_id], from: day, to: day }),
    loggedByTask(ctx, member_id, day),
  )
  const [plan, hours] = [plans.of(member_id)[0], plans.hours(member_id)[0]]
  const planned = new Map<string, number>()
  for (const { task_id, minutes } of plan?.pieces ?? []) planned.set(task_id, (planned.get(task_id) ?? 0) + minutes)
  const ids = [...new Set([...planned.keys(), ...logged.keys()])]
  const [tasks, orders] = await together(tasksInLines(ctx, ids), ordersOfTasks(ctx, ids))
  return {
    member,
    available: hours?.minutes ?? 0,
    spans: (hours?.spans ?? []).map(({ from, to }) => ({ from: clockOf(from), to: clockOf(to) })),
    away: hours?.absence?.kind ?? null,
    planned: plan?.minutes ?? 0,
    actual: [...logged.values()].reduce((sum, minutes) => sum + minutes, 0),
    tasks: tasks.map((task) => ({
      task,
      planned: planned.get(task.id) ?? 0,
      actual: logged.get(task.id) ?? 0,
      order: orders.get(task.id) ?? null,
    })),
  }
}
