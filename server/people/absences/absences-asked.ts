import { sql } from 'kysely'
import type { AbsenceKind } from '#contract/time/absences.ts'
import type { Person } from '#contract/people.ts'
import type { Ctx } from '#platform/ctx.ts'
import { handledBy } from '../substitutions/acts-for.ts'

type Asked = {
  at: string
  person: Person
  words: string | null
  /** Of an absent head's people: whose they are. */
  whose: Person | null
  days: { absence_id: string; kind: AbsenceKind; from_day: string; to_day: string }
}

/** Who asks the viewer to be away: those whose head he is, or whose head he substitutes (ABS-3, SUB-3), newest first. */
export async function absencesAsked({ db, viewer }: Ctx): Promise<Asked[]> {
  const { rows } = await sql<Asked>`
    select a.entered_at as at, jsonb_build_object('id', m.id, 'name', m.name) as person, a.note as words,
      case when h.id <> ${viewer.subject_id} then jsonb_build_object('id', h.id, 'name', h.name) end as whose,
      jsonb_build_object('absence_id', a.id, 'kind', a.kind, 'from_day', a.from_day, 'to_day', a.to_day) as days
    from absences a join members m on m.company_id = a.company_id and m.id = a.member_id
    join members h on h.company_id = m.company_id and h.id = m.head_id
    where a.company_id = ${viewer.company_id} and a.state = 'asked' and ${handledBy(viewer, sql`m.head_id`)}
    order by a.entered_at desc`.execute(db)
  return rows
}
