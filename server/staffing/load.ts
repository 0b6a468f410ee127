import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { plannedOf } from '#server/tasks/index.ts'

export type Load = { planned: number; available: number | null }

/** How loaded these people are on the company's day of an instant and in its week. The number of queries is fixed. */
export async function loadOf(ctx: Ctx, ids: readonly string[], at: Date) {
  const { day, week } = await spansOf(ctx, at)
  const [by_day, by_week] = [
    await plannedOf(ctx, { member_ids: ids, ...day }),
    await plannedOf(ctx, { member_ids: ids, ...week }),
  ]
  const load = (planned: number | undefined): Load => ({ planned: planned ?? 0, available: null })
  return (id: string): { day: Load; week: Load } => ({ day: load(by_day.get(id)), week: load(by_week.get(id)) })
}

type Span = { starts_at: string; ends_at: string }

/** From midnight to midnight, and from Monday to Monday, by the clock of the company. */
async function spansOf({ db, viewer }: Ctx, at: Date): Promise<{ day: Span; week: Span }> {
  const zone = viewer.time_zone
  const midnight = (day: unknown) => sql`${day}::timestamp at time zone ${zone}`
  const { rows } = await sql<{ day_from: string; day_to: string; week_from: string; week_to: string }>`
    select ${midnight(sql`d.day`)} as day_from, ${midnight(sql`(d.day + 1)`)} as day_to,
      ${midnight(sql`date_trunc('week', d.day)`)} as week_from, ${midnight(sql`(date_trunc('week', d.day) + interval '7 days')`)} as week_to
    from (select (${at.toISOString()}::timestamptz at time zone ${zone})::date as day) d`.execute(db)
  const [row] = rows
  if (!row) throw new Error('a day without a midnight')
  return {
    day: { starts_at: row.day_from, ends_at: row.day_to },
    week: { starts_at: row.week_from, ends_at: row.week_to },
  }
}
