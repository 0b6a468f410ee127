import type { HeldThing } from '#contract/leaving.ts'
import type { Ctx } from '#platform/ctx.ts'

const ENDED = ['closed', 'cancelled'] as const

/** Open tasks that a person answers for, in their order. */
export async function tasksCuratedBy({ db, viewer }: Ctx, member_id: string): Promise<HeldThing[]> {
  const rows = await db
    .selectFrom('tasks')
    .select(['id', 'number', 'title'])
    .where('company_id', '=', viewer.company_id)
    .where('curator_id', '=', member_id)
    .where('state', 'not in', ENDED)
    .orderBy('number')
    .execute()
  return rows.map(asThing)
}

/** Open tasks that a person is to work on, or works on and is not done with. */
export async function workOf({ db, viewer }: Ctx, member_id: string): Promise<HeldThing[]> {
  const rows = await db
    .selectFrom('task_assignees as a')
    .innerJoin('tasks as t', (join) => join.onRef('t.company_id', '=', 'a.company_id').onRef('t.id', '=', 'a.task_id'))
    .select(['t.id', 't.number', 't.title'])
    .where('a.company_id', '=', viewer.company_id)
    .where('a.member_id', '=', member_id)
    .where('a.state', 'in', ['new', 'accepted', 'in_progress'])
    .where('t.state', 'not in', ENDED)
    .orderBy('t.number')
    .execute()
  return rows.map(asThing)
}

const asThing = ({ number, ...row }: { id: string; number: string; title: string }): HeldThing => ({
  ...row,
  number: Number(number),
})

/** Whether a person's clock runs. */
export async function clockRuns({ db, viewer }: Ctx, member_id: string): Promise<boolean> {
  const timer = await db
    .selectFrom('timers')
    .select('task_id')
    .where('company_id', '=', viewer.company_id)
    .where('member_id', '=', member_id)
    .executeTakeFirst()
  return timer !== undefined
}
