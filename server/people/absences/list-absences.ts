import { sql } from 'kysely'
import type * as contract from '#contract/time/absences.ts'
import type { Input } from '#contract/endpoint.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { dayIn } from '#platform/days.ts'
import { fromCursor, pageOf } from '#platform/keyset.ts'
import { presentAbsence, presentAbsences } from './present-absence.ts'
import { absencesWhere } from './queries.ts'

const PAGE = 50
const MOST_OWN = 200

/** Absences whose days touch a period, the latest first, 50 a page; of what was refused or taken back only if asked. */
export async function listAbsences(ctx: Ctx, wish: Input<typeof contract.listAbsences>) {
  const { from, to, member_id, state = ['asked', 'confirmed'], after } = wish
  const [day, id] = after === undefined ? [] : fromCursor(after, 2)
  const conditions = [
    sql`a.state = any(${state}::absence_state[])`,
    ...(from ? [sql`a.to_day >= ${from}`] : []),
    ...(to ? [sql`a.from_day <= ${to}`] : []),
    ...(member_id ? [sql`a.member_id = ${member_id}`] : []),
    ...(after === undefined ? [] : [sql`(a.from_day, a.id) < (${day}::date, ${id}::uuid)`]),
  ]
  const rows = await absencesWhere(
    ctx,
    sql`${sql.join(conditions, sql` and `)} order by a.from_day desc, a.id desc limit ${PAGE + 1}`,
  )
  const page = pageOf(rows, PAGE, (row) => [row.from_day, row.id])
  return { ...page, rows: await presentAbsences(ctx, page.rows) }
}

/** One of them by its address, however far down the list it stands (ABS-5). */
export async function getAbsence(ctx: Ctx, { absence_id }: Input<typeof contract.getAbsence>) {
  return presentAbsence(ctx, absence_id)
}

/** One's own, for the phone: what is ahead and the last quarter of a year, the latest first. */
export async function listMyAbsences(ctx: Ctx) {
  const today = dayIn(ctx.viewer.time_zone, ctx.now)
  const rows = await absencesWhere(
    ctx,
    sql`a.member_id = ${memberOf(ctx)} and a.to_day >= ${today}::date - 92
      order by a.from_day desc, a.id desc limit ${MOST_OWN}`,
  )
  return { rows: await presentAbsences(ctx, rows) }
}
