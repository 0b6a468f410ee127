import { type RawBuilder, sql } from 'kysely'
import type * as contract from '#contract/tasks.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { isoText } from '#platform/db/json-time.ts'
import { fromCursor, pageOf } from '#platform/keyset.ts'
import { can, personJson } from '#server/people/index.ts'
import { visibleTasks } from '#server/tasks/queries.ts'

const PAGE = 50

type Wish = Input<typeof contract.listTasks>

/** Tasks, newest first, 50 a page: the manager's list and the performer's day (TSK-1). One statement for a page. */
export async function listTasks(ctx: Ctx, wish: Wish) {
  const { rows, next } = pageOf(await rowsOf(ctx, wish), PAGE, ({ number }) => [Number(number)])
  return { rows: rows.map((row): contract.TaskRow => ({ ...row, number: Number(row.number) })), next }
}

function rowsOf(ctx: Ctx, { state, assignee_id, curator_id, with_questions, after }: Wish) {
  const [before] = after === undefined ? [] : fromCursor(after, 1)
  const conditions = [
    ...(state ? [sql<boolean>`state = any(${state}::task_state[])`] : []),
    ...(curator_id ? [sql<boolean>`curator_id = ${curator_id}`] : []),
    ...(assignee_id ? [assigned(assignee_id)] : []),
    ...(with_questions ? [sql<boolean>`exists (select ${QUESTIONS})`] : []),
    ...(before === undefined ? [] : [sql<boolean>`number < ${String(before)}`]),
  ]
  return visibleTasks(ctx)
    .select(['id', 'number', 'title', 'instructions', 'reference', 'state', 'place', 'access_note'])
    .select(['starts_at', 'ends_at', 'estimate_minutes', 'return_reason'])
    .select(contactOnSite(ctx))
    .select([personJson(sql`tasks.company_id`, sql`curator_id`).as('curator'), assignees.as('assignees')])
    .select([count(sql`*`, QUESTIONS).as('open_questions'), mine(ctx.viewer.subject_id).as('mine')])
    .select([count(sql`done_at`, POINTS).as('checklist_done'), count(sql`*`, POINTS).as('checklist_total')])
    .where((eb) => eb.and(conditions))
    .orderBy('number', 'desc')
    .limit(PAGE + 1)
    .execute()
}

/** Whom to ask on site: where the company does not say it to performers, nobody (RGT-6). */
function contactOnSite({ viewer }: Ctx) {
  const shown = (name: 'site_contact_name' | 'site_contact_phone') =>
    can(viewer, 'site_contact.read') ? sql<string | null>`${sql.ref(`tasks.${name}`)}` : sql<string | null>`null`
  return [shown('site_contact_name').as('site_contact_name'), shown('site_contact_phone').as('site_contact_phone')]
}

const QUESTIONS = sql`from comments q where q.company_id = tasks.company_id and q.task_id = tasks.id
  and q.is_question and q.answered_at is null`
const POINTS = sql`from checklist_items i where i.company_id = tasks.company_id and i.task_id = tasks.id`
const PARTS = sql`from task_assignees a where a.company_id = tasks.company_id and a.task_id = tasks.id`

const count = (what: RawBuilder<unknown>, from: RawBuilder<unknown>) =>
  sql<number>`(select count(${what})::int ${from})`

const assigned = (member_id: string) =>
  sql<boolean>`exists (select ${PARTS} and a.member_id = ${member_id} and a.state <> 'declined')`

const assignees = sql<contract.TaskRow['assignees']>`(select coalesce(jsonb_agg(jsonb_build_object('state', a.state,
    'member', ${personJson(sql`a.company_id`, sql`a.member_id`)}) order by a.member_id), '[]') ${PARTS})`

/** The viewer's own part: what a card of his day needs. */
const mine = (member_id: string | null) => sql<contract.TaskRow['mine']>`(select jsonb_build_object('state', a.state,
    'minutes', (select coalesce(sum(e.minutes), 0) from time_entries e where e.company_id = a.company_id
      and e.task_id = a.task_id and e.member_id = a.member_id and e.struck_at is null),
    'timer_since', (select ${isoText(sql`w.started_at`)} from timers w where w.company_id = a.company_id
      and w.member_id = a.member_id and w.task_id = a.task_id))
  ${PARTS} and a.member_id = ${member_id})`
