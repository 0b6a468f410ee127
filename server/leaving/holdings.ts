import type { HeldGroup, HeldThing } from '#contract/leaving.ts'
import type { Person } from '#contract/people.ts'
import type { Ctx } from '#platform/ctx.ts'
import { counterpartiesOf, handCounterparties, holdCounterparties } from '#server/counterparties/index.ts'
import { dialoguesHeldBy, handDialogues, holdDialogues } from '#server/inbox/index.ts'
import { handOrders, holdOrders, ordersOf } from '#server/orders/index.ts'
import {
  handInvitations,
  handPerformers,
  handPools,
  handReportsOf,
  holdInvitationsUnder,
  holdPoolsOf,
  lockTree,
  peopleHeldBy,
  poolsLedBy,
  settleAsks,
  type Someone,
} from '#server/people/index.ts'
import { handCurated, handWork, holdTasks, lockPerson, tasksCuratedBy, workOf } from '#server/tasks/index.ts'

export type Holdings = Record<HeldGroup, HeldThing[]>

/** Everything that a person holds, by groups in the order in which they are shown. */
export async function holdingsOf(ctx: Ctx, member_id: string): Promise<Holdings> {
  const people = await peopleHeldBy(ctx, member_id)
  return {
    orders: await ordersOf(ctx, member_id),
    tasks: await tasksCuratedBy(ctx, member_id),
    work: await workOf(ctx, member_id),
    customers: await counterpartiesOf(ctx, member_id),
    dialogues: await dialoguesHeldBy(ctx, member_id),
    pools: await poolsLedBy(ctx, member_id),
    ...people,
  }
}

/** What may be left without anybody. */
export const OPTIONAL: ReadonlySet<HeldGroup> = new Set(['work', 'customers', 'dialogues', 'pools'])

/**
 * Holds all of it until the transaction ends, each kind before what whoever works with it would hold after it. Gives the
 * moment at which the tree changes. The person himself is held last, and what he holds is looked at after that.
 */
export async function holdAllOf(ctx: Ctx, member_id: string): Promise<Date> {
  await holdInvitationsUnder(ctx, member_id)
  const at = await lockTree(ctx)
  const { orders, tasks, work, customers, dialogues } = await holdingsOf(ctx, member_id)
  await holdOrders(ctx, idsOf(orders))
  await holdTasks(ctx, [...idsOf(tasks), ...idsOf(work)])
  await holdCounterparties(ctx, idsOf(customers))
  await holdDialogues(ctx, idsOf(dialogues))
  await holdPoolsOf(ctx, member_id)
  await lockPerson(ctx, member_id)
  return at
}

const idsOf = (things: readonly HeldThing[]) => things.map(({ id }) => id)

export type Handing = { from: Someone; to: Person | null; ids: readonly string[]; at: Date }
type To = Handing & { to: Person }

const WITH_HEIR: Record<
  Exclude<HeldGroup, 'work' | 'customers' | 'dialogues' | 'pools'>,
  (ctx: Ctx, handing: To) => Promise<void>
> = {
  orders: handOrders,
  tasks: handCurated,
  performers: handPerformers,
  invitations: handInvitations,
  reports: async (ctx, handing) => {
    await handReportsOf(ctx, handing)
    await settleAsks(ctx, handing)
  },
}

/** Gives one group of things over to a successor; of the optional ones, to nobody as well. */
export async function handOver(ctx: Ctx, group: HeldGroup, { to, ...handing }: Handing): Promise<void> {
  if (group === 'work') return handWork(ctx, { ...handing, to })
  if (group === 'customers') return handCounterparties(ctx, { ...handing, to })
  if (group === 'dialogues') return handDialogues(ctx, { ...handing, to })
  if (group === 'pools') return handPools(ctx, { ...handing, to })
  if (to) await WITH_HEIR[group](ctx, { ...handing, to })
}
