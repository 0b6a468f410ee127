import { type RawBuilder, sql } from 'kysely'
import type { Absence, AbsenceKind } from '#contract/time/absences.ts'
import type { Person } from '#contract/people.ts'
import type { Ctx } from '#platform/ctx.ts'
import { elevated } from '#platform/db/transaction.ts'
import { found, insist, notNow } from '#platform/errors.ts'
import { isLed } from '../performers/led.ts'
import { personJson } from '../person-sql.ts'

export type AbsenceRow = Pick<
  Absence,
  'id' | 'kind' | 'from_day' | 'to_day' | 'note' | 'state' | 'entered_by' | 'entered_at' | 'decided_by' | 'decided_at'
> & {
  member: Absence['member'] & { head_id: string | null; led: boolean }
  from_minute: number | null
  to_minute: number | null
  reason: string | null
  deputy: Person | null
  substitution_id: string | null
  version: number
}

/** Absences that exist for the viewer: for staff all of the company's, for a performer his own. Names are read for him;
 * whom he leads is asked of the viewer, not of the program that reads. */
export async function absencesWhere(ctx: Ctx, condition: RawBuilder<unknown>): Promise<AbsenceRow[]> {
  const { company_id, kind, subject_id } = ctx.viewer
  const seen = kind === 'performer' ? sql`and a.member_id = ${subject_id}` : sql``
  const { rows } = await elevated(ctx, ({ db }) =>
    sql<AbsenceRow>`
      select a.id, a.kind, a.from_day, a.to_day, a.from_minute, a.to_minute, a.note, a.state, a.entered_at, a.decided_at,
        a.reason, a.version, ${personJson(sql`a.company_id`, sql`a.entered_by`)} as entered_by,
        ${personJson(sql`a.company_id`, sql`a.decided_by`)} as decided_by,
        ${personJson(sql`a.company_id`, sql`s.deputy_id`)} as deputy, s.id as substitution_id,
        jsonb_build_object('id', m.id, 'name', m.name, 'kind', m.kind, 'head_id', m.head_id,
          'led', ${isLed(ctx.viewer)}) as member
      from absences a join members m on m.company_id = a.company_id and m.id = a.member_id
      left join substitutions s on s.company_id = a.company_id and s.absence_id = a.id and s.ended_at is null
      where a.company_id = ${company_id} ${seen} and ${condition}`.execute(db),
  )
  return rows
}

export async function findAbsence(ctx: Ctx, absence_id: string): Promise<AbsenceRow> {
  const [row] = await absencesWhere(ctx, sql`a.id = ${absence_id}`)
  return found(row, 'absence')
}

/** One absence, with its person held: all that is said of one person's days is said in turn. */
export async function takeAbsence(ctx: Ctx, absence_id: string): Promise<AbsenceRow> {
  const { member } = await findAbsence(ctx, absence_id)
  await holdPerson(ctx, member.id)
  return findAbsence(ctx, absence_id)
}

export async function holdPerson(ctx: Ctx, member_id: string): Promise<void> {
  await elevated(ctx, ({ db, viewer }) =>
    db
      .selectFrom('members')
      .select('id')
      .where('company_id', '=', viewer.company_id)
      .where('id', '=', member_id)
      .forNoKeyUpdate()
      .execute(),
  )
}

export type Days = {
  kind: AbsenceKind
  from_day: string
  to_day: string
  from_minute: number | null
  to_minute: number | null
}
type Of = { member_id: string; except?: string }

/** Nobody is away twice at one time (ABS-4). Ask with the person held. */
export async function insistOnFree(ctx: Ctx, { member_id, except }: Of, days: Days): Promise<void> {
  const { from_day, to_day, from_minute, to_minute } = days
  const { rows } = await sql`
    select id from absences a where a.company_id = ${ctx.viewer.company_id} and a.member_id = ${member_id}
      and a.state in ('asked', 'confirmed') and a.from_day <= ${to_day} and a.to_day >= ${from_day}
      and coalesce(a.from_minute, 0) < ${to_minute ?? 1440} and coalesce(a.to_minute, 1440) > ${from_minute ?? 0}
      and ${except === undefined ? sql`true` : sql`a.id <> ${except}`} limit 1`.execute(ctx.db)
  insist(rows.length > 0 ? notNow('absence.overlaps') : null)
}
