import type { Input, Reply } from '#contract/endpoint.ts'
import type * as contract from '#contract/staffing/roster.ts'
import type { Ctx } from '#platform/ctx.ts'
import { dayIn } from '#platform/days.ts'
import { insist, no } from '#platform/errors.ts'
import { fromCursor, pageOf } from '#platform/keyset.ts'
import {
  can,
  membersInOrder,
  type OnRoster,
  rosterCount,
  rosterPage,
  type RosterWish,
  wholeRoster,
} from '#server/people/index.ts'
import { plannedBetween } from '#server/tasks/index.ts'

const PAGE = 50

type Today = { planned: number; available: number }
type Page = { rows: OnRoster[]; next: string | null; people: number | null; today: ReadonlyMap<string, Today> }

/** Performers with their load of today, filtered and sorted (STF-8). */
export async function listPerformers(
  ctx: Ctx,
  { after, ...asked }: Input<typeof contract.listPerformers>,
): Promise<Reply<typeof contract.listPerformers>> {
  insist(can(ctx.viewer, 'performers.manage') || can(ctx.viewer, 'reports.read') ? null : no('performer.not_yours'))
  // Who may not read money learns nothing of it from an order either.
  const wish = asked.sort === 'rate' && !can(ctx.viewer, 'money.read') ? { ...asked, sort: 'name' as const } : asked
  const { rows, next, people, today } = await (wish.sort === 'load'
    ? byLoad(ctx, wish, after)
    : byDatabase(ctx, wish, after))
  const members = await membersInOrder(
    ctx,
    rows.map(({ id }) => id),
  )
  const ends = new Map(
    rows.map(({ id, kind, expires_on }) => [id, kind !== null && expires_on !== null ? { kind, expires_on } : null]),
  )
  return {
    rows: members.map((member) => ({
      ...member,
      today: member.state === 'left' ? null : (today.get(member.id) ?? null),
      certificate_ends: ends.get(member.id) ?? null,
    })),
    next,
    people,
  }
}

async function byDatabase(ctx: Ctx, wish: RosterWish, after: string | undefined): Promise<Page> {
  const page = await rosterPage(ctx, wish, { limit: PAGE, ...(after !== undefined && { after }) })
  const today = await todayOf(ctx, page.rows)
  return { ...page, people: after === undefined ? await rosterCount(ctx, wish) : null, today }
}

/** The free first, or the most loaded; who does not work today and has nothing stands last either way. */
async function byLoad(ctx: Ctx, wish: RosterWish, after: string | undefined): Promise<Page> {
  const all = await wholeRoster(ctx, wish)
  const today = await todayOf(ctx, all)
  const keyed = all
    .map((row) => ({ row, key: keyOf(today.get(row.id), wish.desc === true) }))
    .toSorted(
      (one, other) =>
        one.key - other.key || one.row.name.localeCompare(other.row.name) || one.row.id.localeCompare(other.row.id),
    )
  const [id] = after === undefined ? [] : fromCursor(after, 1)
  const from = id === undefined ? 0 : keyed.findIndex(({ row }) => row.id === id) + 1
  const page = pageOf(
    keyed.slice(from, from + PAGE + 1).map(({ row }) => row),
    PAGE,
    (row) => [row.id],
  )
  return { ...page, people: after === undefined ? all.length : null, today }
}

function keyOf(today: Today | undefined, desc: boolean): number {
  if (!today || (today.available === 0 && today.planned === 0)) return Infinity
  const share = today.available === 0 ? 1000 + today.planned : today.planned / today.available
  return desc ? -share : share
}

async function todayOf(ctx: Ctx, rows: readonly OnRoster[]): Promise<Map<string, Today>> {
  const day = dayIn(ctx.viewer.time_zone, ctx.now)
  const plans = await plannedBetween(ctx, { member_ids: rows.map(({ id }) => id), from: day, to: day })
  return new Map(
    rows.map(({ id }) => [id, { planned: plans.of(id)[0]?.minutes ?? 0, available: plans.hours(id)[0]?.minutes ?? 0 }]),
  )
}
