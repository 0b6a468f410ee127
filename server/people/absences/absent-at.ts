import { sql } from 'kysely'
import type { AbsenceKind } from '#contract/time/absences.ts'
import type { Ctx } from '#platform/ctx.ts'
import { amongMany } from '#platform/db/among.ts'
import { elevated } from '#platform/db/transaction.ts'

export type AbsentAt = { id: string; kind: AbsenceKind; from_day: string; to_day: string }
type Span = { starts_at: string; ends_at: string }

/** Which of these people are away in a span of time, and why: confirmed absences only, parts of a day by their hours. */
export async function absentAt(ctx: Ctx, member_ids: readonly string[], span: Span): Promise<Map<string, AbsentAt>> {
  if (member_ids.length === 0) return new Map()
  const zone = ctx.viewer.time_zone
  const { rows } = await elevated(ctx, ({ db, viewer }) =>
    sql<AbsentAt & { member_id: string }>`
      select distinct on (a.member_id) a.member_id, a.id, a.kind, a.from_day, a.to_day
      from absences a, (select ${span.starts_at}::timestamptz at time zone ${zone} as begins,
        ${span.ends_at}::timestamptz at time zone ${zone} as ends) at
      where a.company_id = ${viewer.company_id} and ${amongMany('a.member_id', member_ids)} and a.state = 'confirmed'
        and a.from_day + coalesce(a.from_minute, 0) * interval '1 minute' < at.ends
        and a.to_day + coalesce(a.to_minute, 1440) * interval '1 minute' > at.begins
      order by a.member_id, a.from_day`.execute(db),
  )
  return new Map(rows.map(({ member_id, ...absence }) => [member_id, absence]))
}
