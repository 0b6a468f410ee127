import type { Reason } from '#contract/staffing/choosing.ts'
import type { Ctx } from '#platform/ctx.ts'
import { clashesOf } from '#server/tasks/index.ts'

/** Whether a person is free at a time, and if not, why. */
export type Freedom = { state: 'free' | 'busy' | 'absent' | 'off'; reasons: Reason[] }

type Time = { from: string; to: string; except_task_id: string | undefined; people: readonly { id: string }[] }

const FREE: Freedom = { state: 'free', reasons: [] }

/**
 * Who of these people is free at a time (STF-2): asked of all at once, so that thousands cost as many queries as ten.
 * Every reason there is comes in here.
 */
export async function whoIsFree(ctx: Ctx, { from, to, except_task_id }: Time): Promise<(id: string) => Freedom> {
  const clashes = await clashesOf(ctx, { member_ids: null, starts_at: from, ends_at: to, except_task_id })
  const busy = Map.groupBy(clashes, ({ member }) => member.id)
  return (id) => {
    const tasks = busy.get(id) ?? []
    return tasks.length === 0 ? FREE : { state: 'busy', reasons: tasks.map(busyWith) }
  }
}

function busyWith({ task, starts_at, ends_at }: Awaited<ReturnType<typeof clashesOf>>[number]): Reason {
  const when = { starts_at, ends_at }
  if (!task) return { code: 'busy.other', facts: {}, task: null, ...when }
  const { id, number, title } = task
  return { code: 'busy.task', facts: { number, title }, task: { id, number, title }, ...when }
}
