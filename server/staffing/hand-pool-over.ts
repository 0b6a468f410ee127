import { createHash } from 'node:crypto'
import type * as contract from '#contract/staffing/choosing.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { insist, notNow } from '#platform/errors.ts'
import { handCuratorship, handingOf, peopleOfPool } from '#server/people/index.ts'
import { curatedWork, handCurated, holdTasks } from '#server/tasks/index.ts'

type Handing = Awaited<ReturnType<typeof handingOf>>
type Task = Awaited<ReturnType<typeof curatedWork>>[number]

/** What would go from one curator to another (STF-7); nothing is written. */
export async function previewHandover(ctx: Ctx, input: Input<typeof contract.previewHandover>) {
  const handing = await handingOf(ctx, input, { hold: false })
  const tasks = await tasksOf(ctx, handing)
  return { ...personsOf(handing), tasks: tasks.map(shown), stamp: stampOf(handing, tasks) }
}

/**
 * Hands a pool over in one step (STF-7): who curates it and the tasks that were looked at, all or nothing. Tasks are held
 * before they are read, so that none of them changes between the comparison and the act.
 */
export async function handPoolOver(ctx: Ctx, input: Input<typeof contract.handPoolOver>) {
  const handing = await handingOf(ctx, input, { hold: true })
  const ids = (tasks: readonly Task[]) => tasks.map(({ id }) => id)
  await holdTasks(ctx, ids(await tasksOf(ctx, handing)))
  const tasks = await tasksOf(ctx, handing)
  insist(stampOf(handing, tasks) === input.stamp ? null : notNow('pool.handover_stale', { pool: handing.pool.name }))
  const { from, to } = handing
  await handCurated(ctx, { from, to, ids: ids(tasks) })
  await handCuratorship(ctx, handing, tasks.length)
  return { tasks: tasks.length }
}

const personsOf = ({ from, to }: Handing) => ({ from, to })

const tasksOf = (ctx: Ctx, { pool, from }: Handing): Promise<Task[]> =>
  curatedWork(ctx, { curator_id: from.id, performers: peopleOfPool(ctx.viewer.company_id, pool.id) })

const shown = ({ version: _version, ...task }: Task) => task

/** The same tasks in the same state, from the same to the same: whoever saw them has seen what will be done. */
function stampOf({ pool, from, to }: Handing, tasks: readonly Task[]): string {
  const seen = tasks.map(({ id, version }) => `${id} ${version}`).toSorted()
  return createHash('sha256')
    .update([pool.id, from.id, to.id, ...seen].join('\n'))
    .digest('base64url')
}
