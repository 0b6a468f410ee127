import type * as contract from '#contract/orders.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { dayIn } from '#platform/days.ts'
import { expectVersion, found, insist } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { createTask } from '#server/tasks/index.ts'
import { enterPhase, named, writeOrder } from '../change-phase.ts'
import { orderPolicy } from '../policy.ts'
import { presentOrder } from '../present-order.ts'
import { type LoadedOrder, takeOrder } from '../queries.ts'

type Given = Omit<Input<typeof contract.giveTask>, 'order_id'>

/**
 * Gives a task of the order (ORD-5, S36, S44). Place, time and reference come along from the order where nothing
 * else is said; who leads the order answers the task's questions. The first task takes the order into work.
 */
export async function giveTask(ctx: Ctx, { order_id, demand_id, ...given }: Given & { order_id: string }) {
  const order = await takeOrder(ctx, order_id)
  expectVersion(ctx, order, presentOrder(ctx.viewer, order))
  insist(orderPolicy.assign(ctx.viewer, order))
  const demand = demand_id
    ? found(
        order.demands.find(({ id }) => id === demand_id),
        'demand',
      )
    : null

  const task = await createTask(ctx, {
    ...given,
    ...placeOf(order, given),
    ...timesOf(ctx, { order, demand, given }),
    reference: `№ ${order.number}`,
  })
  await ctx.db
    .insertInto('order_tasks')
    .values({ company_id: ctx.viewer.company_id, task_id: task.id, order_id, demand_id: demand?.id ?? null })
    .execute()
  const assignees = task.assignees.map(({ member }) => member)
  const given_to = { assignees, people: assignees.length, names: assignees.map(({ name }) => name).join(', ') }
  const named_task = { task_id: task.id, task_number: task.number, task_title: task.title }
  await tell(ctx, 'order.task_given', order, { ...named(order), ...named_task, ...given_to })
  await startWork(ctx, order)
  return task
}

async function startWork(ctx: Ctx, order: LoadedOrder): Promise<void> {
  if (order.phase === 'work') return writeOrder(ctx, order.id)
  const change = await enterPhase(ctx, order, { phase: 'work' })
  await tell(ctx, 'order.moved', order, { ...named(order), ...change, why: 'task_given' })
}

function placeOf({ site_id, address }: LoadedOrder, given: Given) {
  if (given.site_id !== undefined || given.place !== undefined) return {}
  if (site_id !== null) return { site_id }
  return address === null ? {} : { place: address }
}

/** When: as said; else of the demand, else as agreed with the customer, whose deadline ends the task on the same day. */
function timesOf(
  { viewer }: Ctx,
  { order, demand, given }: { order: LoadedOrder; demand: contract.Demand | null; given: Given },
) {
  if (given.starts_at !== undefined || given.ends_at !== undefined) return {}
  const agreed = order.agreements.find(({ id }) => id === order.agreement_id)
  const starts_at = demand?.starts_at ?? agreed?.starts_at ?? order.demands[0]?.starts_at
  if (!starts_at) return {}
  const day = (instant: string) => dayIn(viewer.time_zone, new Date(instant))
  const ends_at = demand?.starts_at ? demand.ends_at : agreed?.due_at
  return { starts_at, ...(ends_at && ends_at > starts_at && day(ends_at) === day(starts_at) && { ends_at }) }
}
