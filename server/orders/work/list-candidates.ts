import { sql } from 'kysely'
import type * as contract from '#contract/orders.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { found } from '#platform/errors.ts'
import { candidatesFor } from '#server/people/index.ts'
import { clashesOf, plannedOf } from '#server/tasks/index.ts'
import { live } from '../policy.ts'
import { type LinkedTask, loadOrder } from '../queries.ts'

type Asked = Input<typeof contract.listCandidates>
const HOURS = 60 * 60_000
/** How long a job takes that nobody has said the end of. */
const USUAL = 2 * HOURS

/**
 * Performers for an order (ORD-5, S24, S33, S36): of the trade first, among them the free ones first. Busy ones are
 * shown with what stands in the way, for a clash is a warning and the manager may know better.
 */
export async function listCandidates(ctx: Ctx, { order_id, demand_id, starts_at, ends_at }: Asked) {
  const order = await loadOrder(ctx, order_id)
  const demand = demand_id
    ? found(
        order.demands.find(({ id }) => id === demand_id),
        'demand',
      )
    : null
  const people = await candidatesFor(ctx, { speciality_id: demand?.speciality.id ?? null })
  const from = starts_at ?? demand?.starts_at ?? null
  const until = ends_at ?? (starts_at ? null : demand?.ends_at) ?? (from && later(from, USUAL))
  const ids = people.map(({ id }) => id)
  const day = await dayOf(ctx, from)
  const [clashes, planned] = await Promise.all([
    from && until ? clashesOf(ctx, { member_ids: ids, starts_at: from, ends_at: until }) : [],
    plannedOf(ctx, { member_ids: ids, ...day }),
  ])
  const standing = new Set(order.tasks.filter(live).flatMap(standingOn))
  const rows = people.map(({ id, name, specialities }) => ({
    member: { id, name },
    specialities,
    of_trade: demand !== null && specialities.some((each) => each.id === demand.speciality.id),
    assigned: standing.has(id),
    clashes: clashes
      .filter(({ member }) => member.id === id)
      .map(({ task: { number, title }, ...span }) => ({
        number,
        title,
        starts_at: span.starts_at,
        ends_at: span.ends_at,
      })),
    planned_minutes: planned.get(id) ?? 0,
  }))
  return { rows: rows.toSorted((a, b) => rank(a) - rank(b) || a.planned_minutes - b.planned_minutes) }
}

/** Who stands on a task: all but those who declined. */
export const standingOn = ({ assignees }: Pick<LinkedTask, 'assignees'>) =>
  assignees.filter(({ state }) => state !== 'declined').map(({ member }) => member.id)

const rank = ({ of_trade, clashes }: { of_trade: boolean; clashes: readonly unknown[] }) =>
  (of_trade ? 0 : 2) + (clashes.length > 0 ? 1 : 0)
const later = (instant: string, by: number) => new Date(Date.parse(instant) + by).toISOString()

/** The company's day of an instant, today when there is none, from midnight to midnight. */
async function dayOf(
  { db, viewer, now }: Ctx,
  instant: string | null,
): Promise<{ starts_at: string; ends_at: string }> {
  const zone = viewer.time_zone
  const { rows } = await sql<{ starts_at: string; ends_at: string }>`
    select d.day::timestamp at time zone ${zone} as starts_at, (d.day + 1)::timestamp at time zone ${zone} as ends_at
    from (select (${instant ?? now.toISOString()}::timestamptz at time zone ${zone})::date as day) d`.execute(db)
  const [day] = rows
  if (!day) throw new Error('a day without a midnight')
  return day
}
