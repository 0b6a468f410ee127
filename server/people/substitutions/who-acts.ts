import { type RawBuilder, sql } from 'kysely'
import type { Person } from '#contract/people.ts'
import type { Db } from '#platform/ctx.ts'

/** Substitutions of a company that hold on a day: not ended, and, where they came with an absence, of one that is confirmed. */
export const heldOn = (company_id: string, day: string): RawBuilder<unknown> => sql`
  (select s.id, s.absent_id, s.deputy_id, s.to_day from substitutions s
    left join absences a on a.company_id = s.company_id and a.id = s.absence_id
    where s.company_id = ${company_id} and s.from_day <= ${day} and s.to_day >= ${day} and s.ended_at is null
      and (s.absence_id is null or a.state = 'confirmed'))`

/** Whom a member substitutes on a day, also through one who is away himself. Asked with the program's eyes. */
export async function substitutedBy(db: Db, { company_id, id }: { company_id: string; id: string }, day: string) {
  const { rows } = await sql<Person>`
    with recursive held as materialized ${heldOn(company_id, day)},
    mine as (select absent_id from held where deputy_id = ${id}
      union select h.absent_id from held h join mine on h.deputy_id = mine.absent_id)
    select m.id, m.name from mine join members m on m.company_id = ${company_id} and m.id = mine.absent_id
    where m.id <> ${id} order by m.name, m.id`.execute(db)
  return rows
}
