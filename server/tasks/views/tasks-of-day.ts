import { sql } from 'kysely'
import type { TaskState } from '#contract/tasks.ts'
import type { Ctx } from '#platform/ctx.ts'

export type TaskOfDay = {
  id: string
  number: number
  title: string
  reference: string | null
  place: string | null
  state: TaskState
  starts_at: string | null
  ends_at: string | null
}

const COLUMNS = sql`t.id, t.number::int as number, t.title, t.reference, t.place, t.state, t.starts_at, t.ends_at`

/** These tasks in a line, by their time. */
export async function tasksInLines({ db, viewer }: Ctx, ids: readonly string[]): Promise<TaskOfDay[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<TaskOfDay>`select ${COLUMNS} from tasks t
    where t.company_id = ${viewer.company_id} and t.id = any(${ids}::uuid[]) order by t.starts_at, t.number`.execute(db)
  return rows
}

/** Minutes that a person has logged on a day, by task. */
export async function loggedByTask({ db, viewer }: Ctx, member_id: string, day: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ task_id: string; minutes: number }>`
    select task_id, sum(minutes)::int as minutes from time_entries
    where company_id = ${viewer.company_id} and member_id = ${member_id} and day = ${day} and struck_at is null
    group by task_id`.execute(db)
  return new Map(rows.map(({ task_id, minutes }) => [task_id, minutes]))
}

type Days = { member_id: string; from_day: string; to_day: string }

/** Open tasks that a person has not done and that stand on these days, by their time: 200 at most. */
export async function openTasksOn({ db, viewer }: Ctx, { member_id, from_day, to_day }: Days): Promise<TaskOfDay[]> {
  const zone = viewer.time_zone
  const end = sql`coalesce(t.ends_at, t.starts_at + coalesce(t.estimate_minutes, 0) * interval '1 minute')`
  const { rows } = await sql<TaskOfDay>`
    select ${COLUMNS} from task_assignees a join tasks t on t.company_id = a.company_id and t.id = a.task_id
    where a.company_id = ${viewer.company_id} and a.member_id = ${member_id} and a.state not in ('declined', 'done')
      and t.state not in ('closed', 'cancelled') and t.starts_at < (${to_day}::date + 1)::timestamp at time zone ${zone}
      and ${end} >= ${from_day}::timestamp at time zone ${zone}
    order by t.starts_at, t.number limit 200`.execute(db)
  return rows
}

/** How many open tasks a person curates. */
export async function curatedOpen({ db, viewer }: Ctx, member_id: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from tasks t
    where t.company_id = ${viewer.company_id} and t.curator_id = ${member_id} and t.state not in ('closed', 'cancelled')`.execute(
    db,
  )
  return rows[0]?.n ?? 0
}
