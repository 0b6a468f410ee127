import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import type { Input } from '#contract/endpoint.ts'
import type * as contract from '#contract/time/schedules.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { dayIn } from '#platform/days.ts'
import { found, insist, invalid } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { findMember, lockMember } from '../members/queries.ts'
import { personJson } from '../person-sql.ts'
import { ledBy } from '../tree/led-by.ts'
import { timePolicy } from './policy.ts'
import { insistOnHours } from './working-week.ts'

/** When a person works where it is not as the company does (CAL-5). */
export async function listSchedules(ctx: Ctx, { member_id }: Input<typeof contract.listSchedules>) {
  return present(ctx, await findMember(ctx, member_id))
}

/** Sets hours of a person from a day on. What held before holds again when these have ended. */
export async function addSchedule(ctx: Ctx, { member_id, ...given }: Input<typeof contract.addSchedule>) {
  const member = await take(ctx, member_id)
  const { kind, pattern, from_day, to_day = null } = given
  insist(kind === 'weekly' && pattern.length !== 7 ? invalid('pattern', 'schedule.week_of_seven') : null)
  insistOnHours('pattern', pattern)
  insist(to_day !== null && to_day < from_day ? invalid('to_day', 'days.backwards') : null)
  const row = {
    kind,
    pattern: sql<never>`${JSON.stringify(pattern)}::text::jsonb`,
    follows_calendar: given.follows_calendar ?? kind === 'weekly',
    from_day,
    to_day,
    note: given.note?.trim() || null,
    made_by: memberOf(ctx),
    made_at: ctx.now,
  }
  await ctx.db
    .insertInto('work_schedules')
    .values({ ...row, company_id: ctx.viewer.company_id, id: uuidv7(), member_id })
    .execute()
  await tell(ctx, 'member.schedule_set', member, { name: member.name, from_day, to_day })
  return present(ctx, member)
}

/** Says until which day a schedule holds, or that it holds until further notice. */
export async function endSchedule(ctx: Ctx, { member_id, schedule_id, to_day }: Input<typeof contract.endSchedule>) {
  const member = await take(ctx, member_id)
  const before = await findSchedule(ctx, member_id, schedule_id)
  insist(to_day !== null && to_day < before.from_day ? invalid('to_day', 'days.backwards') : null)
  if (before.to_day === to_day) return present(ctx, member)
  await ctx.db
    .updateTable('work_schedules')
    .set({ to_day })
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', schedule_id)
    .execute()
  await tell(ctx, 'member.schedule_set', member, { name: member.name, from_day: before.from_day, to_day })
  return present(ctx, member)
}

/** Takes back a schedule, as if it had never been; the history knows. */
export async function removeSchedule(ctx: Ctx, { member_id, schedule_id }: Input<typeof contract.removeSchedule>) {
  const member = await take(ctx, member_id)
  const { from_day, to_day } = await findSchedule(ctx, member_id, schedule_id)
  await ctx.db
    .deleteFrom('work_schedules')
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', schedule_id)
    .execute()
  await tell(ctx, 'member.schedule_removed', member, { name: member.name, from_day, to_day })
  return present(ctx, member)
}

type Whose = { id: string; name: string; kind: 'staff' | 'performer'; led: boolean }

async function take(ctx: Ctx, member_id: string): Promise<Whose> {
  const member = await lockMember(ctx, member_id)
  insist(timePolicy.schedule(ctx.viewer, member, await ledBy(ctx)))
  return member
}

async function findSchedule({ db, viewer }: Ctx, member_id: string, id: string) {
  const row = await db
    .selectFrom('work_schedules')
    .select(['from_day', 'to_day'])
    .where('company_id', '=', viewer.company_id)
    .where('member_id', '=', member_id)
    .where('id', '=', id)
    .executeTakeFirst()
  return found(row, 'schedule')
}

async function present(ctx: Ctx, member: Whose): Promise<contract.Schedules> {
  const { rows } = await sql<contract.Schedule>`
    select id, kind, pattern, follows_calendar, from_day, to_day, note, made_at,
      ${personJson(sql`company_id`, sql`made_by`)} as made_by
    from work_schedules where company_id = ${ctx.viewer.company_id} and member_id = ${member.id}
    order by from_day desc, made_at desc`.execute(ctx.db)
  const today = dayIn(ctx.viewer.time_zone, ctx.now)
  const now = rows.find(({ from_day, to_day }) => from_day <= today && (to_day === null || to_day >= today))
  const led = await ledBy(ctx)
  return { rows, today_id: now?.id ?? null, can: { change: timePolicy.schedule(ctx.viewer, member, led) } }
}
