import { sql } from 'kysely'
import type { AwayNow } from '#contract/people.ts'
import type { Ctx } from '#platform/ctx.ts'
import { dayIn } from '#platform/days.ts'
import { heldOn } from '../substitutions/who-acts.ts'

/** Which of these people are away today, until when, and who acts for them: one query for a page. */
export async function awayToday({ db, viewer, now }: Ctx, ids: readonly string[]): Promise<Map<string, AwayNow>> {
  const today = dayIn(viewer.time_zone, now)
  const { rows } = await sql<AwayNow & { member_id: string }>`
    select distinct on (a.member_id) a.member_id, a.kind, a.to_day,
      case when d.id is not null then jsonb_build_object('id', d.id, 'name', d.name) end as deputy
    from absences a left join ${heldOn(viewer.company_id, today)} h on h.absent_id = a.member_id
    left join members d on d.company_id = a.company_id and d.id = h.deputy_id
    where a.company_id = ${viewer.company_id} and a.member_id = any(${ids}::uuid[]) and a.state = 'confirmed'
      and a.from_day <= ${today} and a.to_day >= ${today}
    order by a.member_id, a.from_minute nulls first`.execute(db)
  return new Map(rows.map(({ member_id, ...away }) => [member_id, away]))
}
