import type * as contract from '#contract/orders.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Photo, Worker } from '#server/approvals/index.ts'
import { tradesOf } from '#server/people/index.ts'
import { photosOf } from '#server/tasks/index.ts'
import { live } from '../policy.ts'
import { type LoadedOrder, loadOrder } from '../queries.ts'
import { silenceTerms } from './silence/silence-terms.ts'

/** What the customer would be shown now, for the manager to look over first (ORD-7, S50). */
export async function getResult(ctx: Ctx, { order_id }: Input<typeof contract.getResult>) {
  const order = await loadOrder(ctx, order_id)
  const { summary, photos, workers } = await resultOf(ctx, order)
  return {
    silence: await silenceTerms(ctx, order.counterparty_id),
    summary,
    photos: photos.map(({ task_id, ...photo }) => ({ task_id, photo })),
    workers: workers.map(({ member_id: id, name, trade }) => ({ member: { id, name }, trade })),
  }
}

/** The result so far: closed tasks in words, one a line; photos of all that was done; who stands on it. */
export async function resultOf(ctx: Ctx, { tasks }: Pick<LoadedOrder, 'tasks'>) {
  const done = tasks.filter(({ state }) => state === 'closed')
  const photos = await photosOf(
    ctx,
    tasks.filter(live).map(({ id }) => id),
  )
  const workers = await workersOf(ctx, done)
  return { summary: done.map(({ title }) => title).join('\n'), photos, workers }
}

/** Each once, by name and first trade: all that the customer learns of them. */
async function workersOf(ctx: Ctx, tasks: LoadedOrder['tasks']): Promise<Worker[]> {
  const people = tasks.flatMap(({ assignees }) => assignees).filter(({ state }) => state !== 'declined')
  const names = new Map(people.map(({ member }) => [member.id, member.name]))
  const trades = await tradesOf(ctx, [...names.keys()])
  return [...names].map(([member_id, name]) => ({ member_id, name, trade: trades.get(member_id) ?? null }))
}

export type Result = Awaited<ReturnType<typeof resultOf>>

/** The photos of a result as a round keeps them. */
export const roundPhotos = (photos: Result['photos']): Photo[] =>
  photos.map(({ file, stage, created_at }) => ({ file_id: file.id, stage, taken_at: created_at }))
