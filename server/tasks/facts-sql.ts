import { type RawBuilder, sql } from 'kysely'
import type { Static } from 'typebox'
import type { OrderTask } from '#contract/orders.ts'
import type { Person } from '#contract/people.ts'
import { type Column, isoText } from '#platform/db/json-time.ts'
import type { Viewer } from '#platform/ctx.ts'
import { can, personJson } from '#server/people/index.ts'

/**
 * What a list of other things says about a task of theirs, as a subquery to join laterally:
 * state, starts_at, created_at, touched_at, open_questions, question_since, unaccepted.
 *
 * The owner of the list sums them up in its own query, so that a page costs one. `offset 0` keeps what is looked up
 * from being looked up anew wherever it is named.
 */
export const taskFacts = (company_id: Column, task_id: Column): RawBuilder<unknown> =>
  sql`(select t.state, t.starts_at, t.created_at, greatest(t.created_at, t.closed_at) as touched_at,
      q.open_questions, q.question_since, u.unaccepted
    from tasks t cross join lateral (
      select count(*)::int as open_questions, min(cm.created_at) as question_since from comments cm
      where cm.company_id = t.company_id and cm.task_id = t.id and cm.is_question and cm.answered_at is null) q
    cross join lateral (
      select t.state in ('new', 'accepted', 'returned') and exists (select from task_assignees ta
        where ta.company_id = t.company_id and ta.task_id = t.id and ta.state = 'new') as unaccepted offset 0) u
    where t.company_id = ${company_id} and t.id = ${task_id})`

/** How many people stand on these tasks, each once: who declined and cancelled tasks do not count. */
export const peopleOn = (company_id: Column, task_ids: Column): RawBuilder<number> =>
  sql`(select count(distinct ta.member_id)::int from task_assignees ta
    join tasks t on t.company_id = ta.company_id and t.id = ta.task_id and t.state <> 'cancelled'
    where ta.company_id = ${company_id} and ta.task_id in ${task_ids} and ta.state <> 'declined')`

/** Who stands on these tasks, as a list of ids: who declined and cancelled tasks do not count. */
export const standingOn = (company_id: Column, task_ids: Column): RawBuilder<string[]> =>
  sql`(select coalesce(jsonb_agg(distinct ta.member_id), '[]') from task_assignees ta
    join tasks t on t.company_id = ta.company_id and t.id = ta.task_id and t.state <> 'cancelled'
    where ta.company_id = ${company_id} and ta.task_id in ${task_ids} and ta.state <> 'declined')`

/** Minutes logged on these tasks; struck entries count nowhere. */
export const minutesOn = (company_id: Column, task_ids: Column): RawBuilder<string> =>
  sql`(select coalesce(sum(te.minutes), 0) from time_entries te
    where te.company_id = ${company_id} and te.task_id in ${task_ids} and te.struck_at is null)`

/** Which tasks exist for one of the staff, as a condition on the column of their id; null when all of the company's do. */
export const seenTasks = ({ sight, rights }: Viewer, task_id: Column): RawBuilder<boolean> | null =>
  sight && !can({ rights }, 'orders.all') ? sql`${task_id} in (select seen_tasks())` : null

/** A task in a line, as a thing that has tasks shows it, built by the database in one go. */
export const taskLine = (company_id: Column, task_id: Column): RawBuilder<TaskLine> =>
  sql`(select jsonb_build_object('id', t.id, 'number', t.number, 'title', t.title, 'state', t.state,
      'starts_at', ${isoText(sql`t.starts_at`)}, 'ends_at', ${isoText(sql`t.ends_at`)},
      'estimate_minutes', t.estimate_minutes, 'closed_at', ${isoText(sql`t.closed_at`)}, 'created_at', ${isoText(sql`t.created_at`)},
      'assignees', (
        select coalesce(jsonb_agg(jsonb_build_object('state', ta.state, 'member', ${personJson(sql`ta.company_id`, sql`ta.member_id`)})
          order by ta.member_id), '[]')
        from task_assignees ta where ta.company_id = t.company_id and ta.task_id = t.id),
      'minutes', ${minutesOn(sql`t.company_id`, sql`(t.id)`)},
      'checklist_done', ci.done, 'checklist_total', ci.total, 'open_questions', q.waiting)
    from tasks t
    cross join lateral (select count(*) as total, count(i.done_at) as done from checklist_items i
      where i.company_id = t.company_id and i.task_id = t.id) ci
    cross join lateral (select count(*) as waiting from comments cm
      where cm.company_id = t.company_id and cm.task_id = t.id and cm.is_question and cm.answered_at is null) q
    where t.company_id = ${company_id} and t.id = ${task_id})`

export type TaskLine = Omit<Static<typeof OrderTask>, 'demand_id'> & { closed_at: string | null; created_at: string }

/** Labour on these tasks by worker and what it cost, fees for whole tasks among it, as JSON: for those with `money.read`. */
export const labourOn = (company_id: Column, task_ids: Column): RawBuilder<WorkerLabour[]> =>
  sql`(select coalesce(jsonb_agg(jsonb_build_object('member', ${personJson(sql`by.company_id`, sql`by.member_id`)},
      'minutes', by.minutes, 'cost', by.cost::text) order by by.minutes desc, by.member_id), '[]')
    from (select each.company_id, each.member_id, sum(each.minutes) as minutes, sum(each.cost)::bigint as cost
      from (select te.company_id, te.member_id, te.minutes, coalesce(lc.cost, 0) as cost
        from time_entries te left join labour_costs lc on lc.company_id = te.company_id and lc.time_entry_id = te.id
        where te.company_id = ${company_id} and te.task_id in ${task_ids} and te.struck_at is null
        union all select tf.company_id, tf.member_id, 0, tf.fee from task_fees tf
        where tf.company_id = ${company_id} and tf.task_id in ${task_ids}) each
      group by each.company_id, each.member_id) by)`

export type WorkerLabour = { member: Person; minutes: number; cost: string }
