import { type RawBuilder, sql } from 'kysely'
import type { Substitution } from '#contract/time/substitutions.ts'
import type { Ctx } from '#platform/ctx.ts'
import { dayIn } from '#platform/days.ts'
import { elevated } from '#platform/db/transaction.ts'
import { found, insist, notNow, type Refusal } from '#platform/errors.ts'
import { isLed } from '../performers/led.ts'

export type SubstitutionRow = Pick<
  Substitution,
  'id' | 'from_day' | 'to_day' | 'deputy' | 'made_by' | 'made_at' | 'ended_at' | 'absence' | 'state'
> & { absent: Substitution['absent'] & { head_id: string | null; led: boolean } }

/** Substitutions of the company with the people in them; every read starts here. */
export async function substitutionsWhere(ctx: Ctx, condition: RawBuilder<unknown>): Promise<SubstitutionRow[]> {
  const today = dayIn(ctx.viewer.time_zone, ctx.now)
  const { rows } = await sql<SubstitutionRow>`
    select s.id, s.from_day, s.to_day, s.made_at, s.ended_at,
      jsonb_build_object('id', m.id, 'name', m.name, 'kind', m.kind, 'head_id', m.head_id,
        'led', ${isLed(ctx.viewer)}) as absent,
      jsonb_build_object('id', d.id, 'name', d.name) as deputy, jsonb_build_object('id', b.id, 'name', b.name) as made_by,
      case when a.id is not null then jsonb_build_object('id', a.id, 'kind', a.kind, 'state', a.state) end as absence,
      case when s.ended_at is not null then 'ended' when s.to_day < ${today} then 'over'
        when a.state = 'asked' then 'waits' when s.from_day > ${today} then 'ahead' else 'holds' end as state
    from substitutions s
    join members m on m.company_id = s.company_id and m.id = s.absent_id
    join members d on d.company_id = s.company_id and d.id = s.deputy_id
    join members b on b.company_id = s.company_id and b.id = s.made_by
    left join absences a on a.company_id = s.company_id and a.id = s.absence_id
    where s.company_id = ${ctx.viewer.company_id} and ${condition}`.execute(ctx.db)
  return rows
}

export async function findSubstitution(ctx: Ctx, substitution_id: string): Promise<SubstitutionRow> {
  const [row] = await substitutionsWhere(ctx, sql`s.id = ${substitution_id}`)
  return found(row, 'substitution')
}

/** Makes what is said of a company's substitutions happen in turn: two at once could close a circle. */
export async function lockSubstitutions({ db, viewer }: Ctx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`substitutions ${viewer.company_id}`}, 0))`.execute(db)
}

export type Acting = { absent_id: string; deputy_id: string; from_day: string; to_day: string }

/** Why this cannot hold beside what is there (SUB-2). Ask with the company's substitutions locked. */
export async function whyNot(ctx: Ctx, acting: Acting, except: string | null = null): Promise<Refusal | null> {
  const { absent_id, deputy_id, from_day, to_day } = acting
  const { company_id } = ctx.viewer
  const { rows } = await sql<{ second: string | null; away: boolean; circle: boolean }>`
    with recursive held as (select s.absent_id, s.deputy_id, s.from_day, s.to_day from substitutions s
        left join absences a on a.company_id = s.company_id and a.id = s.absence_id
        where s.company_id = ${company_id} and s.ended_at is null and s.id is distinct from ${except}::uuid
          and (s.absence_id is null or a.state in ('asked', 'confirmed'))
          and s.from_day <= ${to_day} and s.to_day >= ${from_day}),
    -- Where the deputy's own matters would go, as long as all of it holds at once.
    chain as (
      select deputy_id as who, ${from_day}::date as since, ${to_day}::date as until from (select ${deputy_id}::uuid as deputy_id) d
      union
      select h.deputy_id, greatest(c.since, h.from_day), least(c.until, h.to_day) from chain c join held h on h.absent_id = c.who
        and h.from_day <= c.until and h.to_day >= c.since)
    select (select m.name from held h join members m on m.company_id = ${company_id} and m.id = h.deputy_id
        where h.absent_id = ${absent_id} order by h.from_day limit 1) as second,
      exists (select from absences a where a.company_id = ${company_id} and a.member_id = ${deputy_id} and a.state = 'confirmed'
        and a.from_minute is null and a.from_day <= ${to_day} and a.to_day >= ${from_day}) as away,
      exists (select from chain where who = ${absent_id}) as circle`.execute(ctx.db)
  const [known] = rows
  if (known?.circle) return notNow('substitution.circle')
  if (known?.second) return notNow('substitution.overlaps', { name: known.second })
  return known?.away ? notNow('substitution.deputy_away') : null
}

type Period = { from_day: string; to_day: string }

/** Moves what came with an absence to its days, or ends it with it. */
export async function followAbsence(given: Ctx, absence_id: string, days: Period | null): Promise<void> {
  await elevated(given, (ctx) => follow(ctx, absence_id, days))
}

async function follow(ctx: Ctx, absence_id: string, days: Period | null): Promise<void> {
  const linked = await substitutionsWhere(ctx, sql`s.absence_id = ${absence_id} and s.ended_at is null`)
  if (linked.length === 0) return
  await lockSubstitutions(ctx)
  for (const { id, absent, deputy } of linked) {
    const acting = days && { ...days, absent_id: absent.id, deputy_id: deputy.id }
    if (acting) insist(await whyNot(ctx, acting, id))
    await ctx.db
      .updateTable('substitutions')
      .set(days ?? { ended_at: ctx.now })
      .where('company_id', '=', ctx.viewer.company_id)
      .where('id', '=', id)
      .execute()
  }
  rememberAnew(ctx)
}

/** Who acts for whom stands in what each process remembers of who is signed in. */
export function rememberAnew(ctx: Ctx): void {
  ctx.afterCommit.push(() => ctx.world.sessionsChanged(null))
}
