import { type RawBuilder, sql } from 'kysely'
import type { Static } from 'typebox'
import type { Photo, TimeEntry } from '#contract/tasks.ts'
import type { Ctx } from '#platform/ctx.ts'
import { isoText } from '#platform/db/json-time.ts'

type Children = {
  points: { id: string; text: string; done_by: string | null; done_at: string | null }[]
  comments: {
    id: string
    author_id: string
    text: string
    is_question: boolean
    answered_at: string | null
    answer_id: string | null
    created_at: string
  }[]
  /** A performer's own; everybody's for staff. */
  entries: (Omit<TimeEntry, 'member'> & { member_id: string })[]
  photos: (Omit<Static<typeof Photo>, 'file' | 'by'> & { file_id: string; member_id: string })[]
}

const ISO = (column: string) => isoText(sql.ref(column))

/** Rows that hang on a task, in the viewer's eyes, as one statement. */
export async function childrenRows({ db, viewer }: Ctx, task_id: string): Promise<Children> {
  const of = (table: string) =>
    sql`${sql.table(table)} c where c.company_id = ${viewer.company_id} and c.task_id = ${task_id}`
  const own = viewer.kind === 'performer' ? sql`and c.member_id = ${viewer.subject_id}` : sql``
  const { rows } = await sql<Children>`select
    ${list(sql`'id', c.id, 'text', c.text, 'done_by', c.done_by, 'done_at', ${ISO('c.done_at')}`, sql`c.position`)}
      from ${of('checklist_items')}) as points,
    ${list(
      sql`'id', c.id, 'author_id', c.author_id, 'text', c.text, 'is_question', c.is_question,
        'answered_at', ${ISO('c.answered_at')}, 'answer_id', c.answer_id, 'created_at', ${ISO('c.created_at')}`,
      sql`c.id`,
    )} from ${of('comments')}) as comments,
    ${list(
      sql`'id', c.id, 'member_id', c.member_id, 'day', c.day, 'minutes', c.minutes, 'note', c.note, 'source', c.source,
        'struck_at', ${ISO('c.struck_at')}, 'version', c.version, 'created_at', ${ISO('c.created_at')}`,
      sql`c.day, c.id`,
    )} from ${of('time_entries')} ${own}) as entries,
    ${list(
      sql`'file_id', c.file_id, 'member_id', c.member_id, 'stage', c.stage, 'for_customer', c.for_customer,
        'created_at', ${ISO('c.created_at')}`,
      sql`c.created_at, c.file_id`,
    )} from ${of('task_photos')}) as photos`.execute(db)
  return rows[0] ?? { points: [], comments: [], entries: [], photos: [] }
}

const list = (fields: RawBuilder<unknown>, order: RawBuilder<unknown>) =>
  sql`(select coalesce(jsonb_agg(jsonb_build_object(${fields}) order by ${order}), '[]')`

export type Hours = {
  /** Minutes of each person on the task, struck ones apart. */
  minutes: Record<string, number>
  /** Clocks that run on it: since when, by person. */
  timers: Record<string, string>
}

/** Everybody's hours on a task: for staff, or with the program's eyes. */
export async function hoursOf({ db, viewer }: Ctx, task_id: string): Promise<Hours> {
  const here = sql`company_id = ${viewer.company_id} and task_id = ${task_id}`
  const { rows } = await sql<Hours>`select
    (select coalesce(jsonb_object_agg(h.member_id, h.minutes), '{}') from (
      select member_id, sum(minutes) as minutes from time_entries where ${here} and struck_at is null group by member_id) h) as minutes,
    (select coalesce(jsonb_object_agg(member_id, ${isoText(sql`started_at`)}), '{}') from timers where ${here}) as timers`.execute(
    db,
  )
  return rows[0] ?? { minutes: {}, timers: {} }
}

/** Everybody who is named on a task's card, as a set for another context's query. */
export const peopleOf = ({ viewer }: Ctx, task_id: string): RawBuilder<string> => {
  const here = sql`where company_id = ${viewer.company_id} and task_id = ${task_id}`
  return sql`(select curator_id from tasks where company_id = ${viewer.company_id} and id = ${task_id}
    union select member_id from task_assignees ${here}
    union select author_id from comments ${here}
    union select member_id from time_entries ${here}
    union select member_id from task_photos ${here}
    union select done_by from checklist_items ${here})`
}

/** The pictures of a task, as a set for another context's query. */
export const picturesOf = ({ viewer }: Ctx, task_id: string): RawBuilder<string> =>
  sql`(select file_id from task_photos where company_id = ${viewer.company_id} and task_id = ${task_id})`
