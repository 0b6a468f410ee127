import type * as contract from '#contract/inbox/conversations.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { found, insist } from '#platform/errors.ts'
import { filesById } from '#server/files/index.ts'
import { cleanHtml } from '../clean-html.ts'
import { conversationPolicy } from '../policy.ts'

/** A message as it came, for whoever asks why it is read so; its HTML clean (INB-8). */
export async function getMessageSource(ctx: Ctx, { message_id }: Input<typeof contract.getMessageSource>) {
  insist(conversationPolicy.read(ctx.viewer))
  const { company_id } = ctx.viewer
  const message = await ctx.db
    .selectFrom('messages as m')
    .leftJoin('message_sources as s', (on) =>
      on.onRef('s.company_id', '=', 'm.company_id').onRef('s.message_id', '=', 'm.id'),
    )
    .select(['m.id', 's.raw_file_id', 's.raw', 's.html'])
    .where('m.company_id', '=', company_id)
    .where('m.id', '=', message_id)
    .executeTakeFirst()
  const { raw_file_id, raw, html } = found(message, 'message')
  const of = { company_id, message_id }
  return {
    raw_file: raw_file_id === null ? null : ((await filesById(ctx, [raw_file_id])).get(raw_file_id) ?? null),
    raw: raw === null ? null : JSON.stringify(raw, null, 2),
    html: html === null ? null : cleanHtml(html),
    pictures: await picturesOf(ctx, of),
    versions: await ctx.db
      .selectFrom('message_versions')
      .select(['at', 'text'])
      .where('company_id', '=', company_id)
      .where('message_id', '=', message_id)
      .orderBy('at', 'desc')
      .execute(),
  }
}

async function picturesOf({ db }: Ctx, { company_id, message_id }: { company_id: string; message_id: string }) {
  const rows = await db
    .selectFrom('message_files')
    .select(['content_id', 'file_id'])
    .where('company_id', '=', company_id)
    .where('message_id', '=', message_id)
    .where('content_id', 'is not', null)
    .where('file_id', 'is not', null)
    .execute()
  return rows.map(({ content_id, file_id }) => ({ content_id: content_id ?? '', file_id: file_id ?? '' }))
}
