import { uuidv7 } from 'uuidv7'
import type { Ctx } from '#platform/ctx.ts'
import { enqueue } from '#platform/jobs/job.ts'
import { deliver } from './deliver.ts'

type Draft = {
  conversation_id: string
  channel_id: string
  /** Null: the program itself writes, and says so by `machine`. */
  member_id: string | null
  machine?: 'auto-reply' | 'reminder'
  text: string
  file_ids: readonly string[]
  reply_to_id: string | null
}

/** Writes a message to the outside together with its way out: it goes if and only if the caller's rows stay. */
export async function queueMessage(ctx: Ctx, draft: Draft): Promise<string> {
  const id = await writeOwn(ctx, { ...draft, side: 'out' })
  const { conversation_id } = draft
  await ctx.db
    .insertInto('message_deliveries')
    .values({
      company_id: ctx.viewer.company_id,
      message_id: id,
      conversation_id,
      state: 'waiting',
      due_at: ctx.now,
      changed_at: ctx.now,
    })
    .execute()
  await enqueueDelivery(ctx, conversation_id)
  return id
}

/** A message of ours with its files. */
export async function writeOwn(ctx: Ctx, draft: Draft & { side: 'out' | 'note' }): Promise<string> {
  const { file_ids, ...columns } = draft
  const { company_id } = ctx.viewer
  const id = uuidv7()
  await ctx.db
    .insertInto('messages')
    .values({ ...columns, company_id, id, sent_at: ctx.now, created_at: ctx.now })
    .execute()
  if (file_ids.length > 0)
    await ctx.db
      .insertInto('message_files')
      .columns(['company_id', 'message_id', 'position', 'file_id', 'name', 'part'])
      .expression((eb) =>
        eb
          .selectFrom('files')
          .select((f) => [
            f.ref('files.company_id').as('company_id'),
            f.val(id).$castTo<string>().as('message_id'),
            f.fn<number>('array_position', [f.val([...file_ids]), f.ref('files.id')]).as('position'),
            f.ref('files.id').as('file_id'),
            f.ref('files.name').as('name'),
            f.case().when('files.width', 'is not', null).then('picture').else('file').end().as('part'),
          ])
          .where('files.company_id', '=', company_id)
          .where('files.id', 'in', [...file_ids]),
      )
      .execute()
  return id
}

/** One job for a dialogue: it sends what waits there, one after another. */
export const enqueueDelivery = (ctx: Ctx, conversation_id: string, run_at?: Date): Promise<void> =>
  enqueue(ctx, deliver, { conversation_id }, { key: `deliver:${conversation_id}`, ...(run_at && { run_at }) })
