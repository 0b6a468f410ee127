import { type RawBuilder, sql } from 'kysely'
import type * as contract from '#contract/inbox/conversations.ts'
import type { Message } from '#contract/inbox/conversations.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { isoText } from '#platform/db/json-time.ts'
import { found } from '#platform/errors.ts'
import { fromCursor, pageOf } from '#platform/keyset.ts'
import { contactName } from '#server/counterparties/index.ts'
import { filesById } from '#server/files/index.ts'
import { personJson } from '#server/people/index.ts'
import { isOnlySignature } from '../channels/email/only-signature.ts'
import { findConversation } from './get-conversation.ts'

const PAGE = 50

type File = Omit<Message['files'][number], 'file'> & { file_id: string | null }
type Row = Omit<Message, 'files' | 'folds'> & { files: File[]; position: string }

/** Messages of a dialogue, newest first, in the order of the provider's clock (INB-11): two queries a page. */
export async function listMessages(ctx: Ctx, { conversation_id, after }: Input<typeof contract.listMessages>) {
  await findConversation(ctx, conversation_id)
  const earlier = after === undefined ? sql`true` : before(fromCursor(after, 3))
  const rows = await messagesWhere(
    ctx,
    sql`g.conversation_id = ${conversation_id} and ${earlier}
      order by g.sent_at desc, g.position desc, g.id desc limit ${sql.lit(PAGE + 1)}`,
  )
  const page = pageOf(rows, PAGE, ({ sent_at, position, id }) => [sent_at, position, id])
  return { ...page, rows: await present(ctx, page.rows) }
}

const before = ([at, position, id]: (string | number)[]): RawBuilder<unknown> =>
  sql`(g.sent_at, g.position, g.id) < (${String(at)}::timestamptz, ${String(position)}::bigint, ${String(id)}::uuid)`

/** One message as its dialogue shows it. */
export async function showMessage(ctx: Ctx, id: string): Promise<Message> {
  const rows = await present(ctx, await messagesWhere(ctx, sql`g.id = ${id}`))
  return found(rows[0], 'message')
}

/** Messages by their ids, of those that the viewer sees. */
export async function messagesById(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Message>> {
  if (ids.length === 0) return new Map()
  const rows = await present(ctx, await messagesWhere(ctx, sql`g.id = any(${[...ids]}::uuid[])`))
  return new Map(rows.map((row) => [row.id, row]))
}

async function messagesWhere(ctx: Ctx, which: RawBuilder<unknown>): Promise<Row[]> {
  const company = sql`g.company_id`
  const { rows } = await sql<Row>`select g.id, g.side, h.kind as channel,
    ${personJson(company, sql`g.member_id`)} as member, ${contactName(company, sql`g.contact_id`)} as contact,
    g.author_name, g.forwarded_from, g.album, g.machine, g.text, g.folded,
    exists (select from message_sources s where s.company_id = g.company_id and s.message_id = g.id and s.html is not null) as has_html,
    g.content, coalesce((select jsonb_agg(jsonb_build_object('name', f.name, 'part', f.part, 'fault', f.fault, 'file_id', f.file_id)
      order by f.position) from message_files f where f.company_id = g.company_id and f.message_id = g.id), '[]') as files,
    (select jsonb_build_object('id', r.id, 'author', coalesce(r.author_name, ${personJson(sql`r.company_id`, sql`r.member_id`)} ->> 'name'),
      'text', left(r.text, 300)) from messages r where r.company_id = g.company_id and r.id = g.reply_to_id) as reply_to,
    coalesce((select jsonb_agg(${personJson(sql`n.company_id`, sql`n.member_id`)}) from message_mentions n
      where n.company_id = g.company_id and n.message_id = g.id), '[]') as mentions,
    (select jsonb_build_object('state', d.state, 'fault', d.fault, 'fault_words', d.fault_words,
      'due_at', case when d.state = 'waiting' then ${isoText(sql`d.due_at`)} end, 'changed_at', ${isoText(sql`d.changed_at`)})
      from message_deliveries d where d.company_id = g.company_id and d.message_id = g.id) as delivery,
    g.sent_at, g.edited_at, g.removed_at, g.position::text as position
    from messages g join channels h on h.company_id = g.company_id and h.id = g.channel_id
    where g.company_id = ${ctx.viewer.company_id} and ${which}`.execute(ctx.db)
  return rows
}

async function present(ctx: Ctx, rows: readonly Row[]): Promise<Message[]> {
  const ids = rows.flatMap(({ files }) => files.flatMap(({ file_id }) => file_id ?? []))
  const files = await filesById(ctx, ids)
  return rows.map(({ position: _, ...row }) => ({
    ...row,
    folds: foldsOf(row),
    files: row.files.map(({ file_id, ...file }) => ({ ...file, file: files.get(file_id ?? '') ?? null })),
  }))
}

function foldsOf({ folded }: Pick<Message, 'folded'>): Message['folds'] {
  if (!folded) return null
  return isOnlySignature(folded) ? 'signature' : 'letters'
}
