import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { amongMany } from '#platform/db/among.ts'
import { planAnew } from '#platform/db/plans.ts'
import { elevated } from '#platform/db/transaction.ts'
import { together } from '#platform/together.ts'
import { availability, type CompanyDay, type DayOfPerson } from '#server/people/index.ts'
import { FREE, ONE_GO, type PlannedDay, spread, type Window } from './spread.ts'

type Asked = { member_ids: readonly string[]; from: string; to: string }
export type Planned = {
  days: readonly CompanyDay[]
  /** What is planned for a person, day by day. */
  of(member_id: string): readonly PlannedDay[]
  /** When he works, day by day. */
  hours(member_id: string): readonly DayOfPerson[]
}

/** How far beyond a period the work of many days is looked at, to part it evenly. */
const BEYOND = 62
const DAY = 1440

/**
 * What is planned for people on days of the company, both ends included (TSK-15), beside the hours that they work.
 * Three queries, whatever the number of people and tasks.
 */
export async function plannedBetween(ctx: Ctx, { member_ids, from, to }: Asked): Promise<Planned> {
  // Sent at once: mostly nothing goes beyond the period, and its hours are all that is needed.
  const [, windows, within] = await together(
    planAnew(ctx),
    windowsOf(ctx, { member_ids, from, to }),
    availability(ctx, member_ids, from, to),
  )
  const [first, last] = reach([...windows.values()].flat(), { from, to })
  const beyond = first === from && last === to ? within : availability(ctx, member_ids, first, last)
  // While PostgreSQL is busy with what was sent behind: of most people all work lies within the period.
  const known = new Map<string, readonly PlannedDay[]>()
  const inside = isWithin({ from, to })
  for (const [member_id, own] of windows)
    if (own.every(inside)) known.set(member_id, spread(own, within.of(member_id), epochDay(from)))
  const all = await beyond
  const count = epochDay(to) - epochDay(from) + 1
  const skipped = epochDay(from) - epochDay(first)
  const cut = <T>(list: readonly T[]) => (list.length === count ? list : list.slice(skipped, skipped + count))
  const none = Array<PlannedDay>(count).fill(FREE)
  const start = epochDay(first)
  return {
    days: cut(all.days),
    hours: (member_id) => cut(all.of(member_id)),
    of(member_id) {
      const own = windows.get(member_id)
      if (!own) return none
      const made = known.get(member_id) ?? cut(spread(own, all.of(member_id), start))
      known.set(member_id, made)
      return made
    },
  }
}

const epochDay = (day: string): number => Date.parse(day) / 86_400_000
const dayFrom = (epoch: number): string => new Date(epoch * 86_400_000).toISOString().slice(0, 10)

/** From when to when the hours of people have to be known: of work of many days, as far as it goes. */
function reach(windows: readonly Window[], { from, to }: Pick<Asked, 'from' | 'to'>): [string, string] {
  const [low, high] = [epochDay(from), epochDay(to)]
  const long = windows.filter(([, start, end]) => (end ?? start + DAY * BEYOND) - start > DAY)
  const first = Math.min(low, ...long.map(([, start]) => Math.floor(start / DAY)))
  const last = Math.max(high, ...long.map(([, start, end]) => Math.floor((end ?? start) / DAY)))
  return [dayFrom(Math.max(first, low - BEYOND)), dayFrom(Math.min(last, high + BEYOND))]
}

/** Whether a task's time lies within a period and is done in one go: hours of other days make no difference to it. */
function isWithin({ from, to }: Pick<Asked, 'from' | 'to'>): (window: Window) => boolean {
  const [first, end_of_last] = [epochDay(from) * DAY, (epochDay(to) + 1) * DAY]
  return ([, start, end, estimate]) => {
    const until = end ?? start + (estimate ?? 0)
    return start >= first && until <= end_of_last && until - start <= ONE_GO
  }
}

/**
 * The times of their tasks by the clock on the wall, in minutes since 1970, by person. What began long ago is found by
 * an index of its own: there is little of it.
 */
async function windowsOf(ctx: Ctx, { member_ids, from, to }: Asked): Promise<Map<string, Window[]>> {
  if (member_ids.length === 0) return new Map()
  const { company_id, time_zone } = ctx.viewer
  const [begin, end] = [
    sql`${from}::timestamp at time zone ${time_zone}`,
    sql`(${to}::date + 1)::timestamp at time zone ${time_zone}`,
  ]
  const wall = (instant: string) => sql`(date_part('epoch', ${sql.ref(instant)} at time zone ${time_zone}) / 60)::int`
  const open = sql`company_id = ${company_id} and state <> 'cancelled'`
  const columns = sql`id, starts_at, ends_at, estimate_minutes`
  // How much is planned is told of all that is planned; which tasks they are only of those that one sees.
  const asked = sql<{ member_id: string; windows: Window[] }>`
    select a.member_id, json_agg(json_build_array(t.id, ${wall('t.starts_at')}, ${wall('t.ends_at')}, t.estimate_minutes)
      order by t.starts_at) as windows
    from (select ${columns} from tasks where ${open} and starts_at >= ${begin} - interval '1 day' and starts_at < ${end}
      union all
      select ${columns} from tasks where ${open} and (ends_at - starts_at > interval '1 day' or (ends_at is null and estimate_minutes > 600))
        and starts_at < ${begin} - interval '1 day' and starts_at > ${begin} - interval '400 days'
        and coalesce(ends_at, starts_at + interval '62 days') > ${begin}) t
    join task_assignees a on a.company_id = ${company_id} and a.task_id = t.id and ${amongMany('a.member_id', member_ids)}
      and a.state <> 'declined'
    group by a.member_id`
  const { rows } = await elevated(ctx, ({ db }) => asked.execute(db))
  return new Map(rows.map(({ member_id, windows }) => [member_id, windows]))
}

/** Minutes that these people have logged on days of the company, day by day; struck entries count nowhere. */
export async function actualBetween(ctx: Ctx, { member_ids, from, to }: Asked) {
  const asked = sql<{ member_id: string; days: [at: number, minutes: number][] }>`
    select member_id, json_agg(json_build_array(day - ${from}::date, minutes)) as days from (
      select member_id, day, sum(minutes)::int as minutes from time_entries
      where company_id = ${ctx.viewer.company_id} and day >= ${from} and day <= ${to} and struck_at is null
        and ${amongMany('member_id', member_ids)} group by member_id, day) by_day
    group by member_id`
  const [, { rows }] = await together(
    planAnew(ctx),
    elevated(ctx, ({ db }) => asked.execute(db)),
  )
  const count = epochDay(to) - epochDay(from) + 1
  const logged = new Map(rows.map(({ member_id, days }) => [member_id, filled(days, count)]))
  const none = filled([], count)
  return { of: (member_id: string): readonly number[] => logged.get(member_id) ?? none }
}

function filled(days: readonly [number, number][], count: number): number[] {
  const all = Array<number>(count).fill(0)
  for (const [at, minutes] of days) all[at] = minutes
  return all
}
