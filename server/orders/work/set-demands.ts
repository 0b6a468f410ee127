import { sql } from 'kysely'
import type * as contract from '#contract/orders.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { expectVersion, found, insist } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { named, writeOrder } from '../change-phase.ts'
import { orderPolicy } from '../policy.ts'
import { presentOrder, showOrder } from '../present-order.ts'
import { takeOrder } from '../queries.ts'
import { demandRows, insertDemands } from './demands.ts'

/** Says anew who is needed (ORD-5, S32): rows that are known stay with the people on them, missing ones go. */
export async function setDemands(ctx: Ctx, { order_id, demands }: Input<typeof contract.setDemands>) {
  const order = await takeOrder(ctx, order_id)
  expectVersion(ctx, order, presentOrder(ctx.viewer, order))
  insist(orderPolicy.change(ctx.viewer, order))
  const before = new Set(order.demands.map(({ id }) => id))
  for (const { id } of demands) if (id) found(before.has(id) || null, 'demand')

  const rows = await demandRows(ctx, demands)
  const kept = rows.filter(({ id }) => before.has(id))
  await ctx.db
    .deleteFrom('demands')
    .where('company_id', '=', ctx.viewer.company_id)
    .where('order_id', '=', order_id)
    .where(sql<boolean>`not id = any(${kept.map(({ id }) => id)}::uuid[])`)
    .execute()
  for (const { id, ...row } of kept)
    await ctx.db
      .updateTable('demands')
      .set(row)
      .where('company_id', '=', ctx.viewer.company_id)
      .where('id', '=', id)
      .execute()
  await insertDemands(
    ctx,
    order_id,
    rows.filter(({ id }) => !before.has(id)),
  )
  await writeOrder(ctx, order_id)
  const after = await showOrder(ctx, order_id)
  await tell(ctx, 'order.demands_set', order, {
    ...named(order),
    from: inWords(order.demands),
    to: inWords(after.demands),
  })
  return after
}

const inWords = (demands: readonly contract.Demand[]) =>
  demands.map(({ speciality, people, starts_at, ends_at }) => ({
    speciality: speciality.name,
    people,
    starts_at,
    ends_at,
  }))
