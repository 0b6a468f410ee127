import { sql } from 'kysely'
import type * as contract from '#contract/inbox/order-dialogues.ts'
import type { Input } from '#contract/endpoint.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { tell } from '#platform/events/tell.ts'
import { filesById, insistOwnFiles } from '#server/files/index.ts'
import { dialoguesOf } from '#server/inbox/index.ts'
import { named } from '../change-phase.ts'
import { findOrder } from '../queries.ts'

/** What belongs to an order beside its own fields: the dialogues it came of, and files. */
export async function getAttachments(ctx: Ctx, { order_id }: Input<typeof contract.getAttachments>) {
  await findOrder(ctx, order_id)
  return attachmentsOf(ctx, order_id)
}

/** Puts files on an order (ORD-19, S77): whoever sees it may, at any time, as with notes; an ended one takes them too. */
export async function addOrderFiles(ctx: Ctx, { order_id, file_ids }: Input<typeof contract.addOrderFiles>) {
  const order = await findOrder(ctx, order_id)
  await insistOwnFiles(ctx, file_ids)
  await hangFiles(ctx, order_id, { file_ids, added_by: memberOf(ctx) })
  await tell(ctx, 'order.files_added', order, { ...named(order), count: file_ids.length })
  return attachmentsOf(ctx, order_id)
}

export async function hangFiles(
  ctx: Ctx,
  order_id: string,
  { file_ids, added_by }: { file_ids: readonly string[]; added_by: string | null },
): Promise<void> {
  if (file_ids.length === 0) return
  const { company_id } = ctx.viewer
  await ctx.db
    .insertInto('order_files')
    .values(file_ids.map((file_id) => ({ company_id, order_id, file_id, added_by, added_at: ctx.now })))
    .onConflict((on) => on.columns(['company_id', 'order_id', 'file_id']).doNothing())
    .execute()
}

async function attachmentsOf(ctx: Ctx, order_id: string): Promise<contract.Attachments> {
  const rows = await ctx.db
    .selectFrom('order_files')
    .select('file_id')
    .where('company_id', '=', ctx.viewer.company_id)
    .where('order_id', '=', order_id)
    .orderBy('added_at')
    .orderBy(sql`file_id`)
    .execute()
  const files = await filesById(
    ctx,
    rows.map(({ file_id }) => file_id),
  )
  return {
    dialogues: await dialoguesOf(ctx, 'order', order_id),
    files: rows.flatMap(({ file_id }) => files.get(file_id) ?? []),
  }
}
