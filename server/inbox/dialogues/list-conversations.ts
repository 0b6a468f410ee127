import { type RawBuilder, sql } from 'kysely'
import type * as contract from '#contract/inbox/conversations.ts'
import type { ConversationRow } from '#contract/inbox/conversations.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { insist } from '#platform/errors.ts'
import { fromCursor, pageOf } from '#platform/keyset.ts'
import { contactsAt, contactsLike } from '#server/counterparties/index.ts'
import { actsFor } from '#server/people/index.ts'
import { conversationPolicy } from '../policy.ts'
import { conversationRows } from './conversation-sql.ts'

const PAGE = 30
/** A count above this is told as this. */
const MOST = 99

type Filter = Omit<Input<typeof contract.listConversations>, 'after' | 'limit'>

/** Dialogues, those that wait for an answer first, then by their last message (INB-17, S28): one query a page. */
export async function listConversations(
  ctx: Ctx,
  { after, limit = PAGE, ...filter }: Input<typeof contract.listConversations>,
) {
  insist(conversationPolicy.read(ctx.viewer))
  const from = after === undefined ? sql`true` : beyond(fromCursor(after, 3))
  const page = sql`(select c.* from conversations c where ${conditions(ctx, filter)} and ${from}
    order by (c.waiting_since is not null) desc, c.last_at desc, c.id desc limit ${sql.lit(limit + 1)})`
  const listed = sql<ConversationRow>`${conversationRows(ctx, page)}
    order by (c.waiting_since is not null) desc, c.last_at desc, c.id desc`
  const [{ rows }, counts] = await Promise.all([listed.execute(ctx.db), countsOf(ctx)])
  const keyOf = ({ waiting_since, last_at, id }: ConversationRow) => [waiting_since === null ? 0 : 1, last_at, id]
  return { ...pageOf(rows, limit, keyOf), counts }
}

const beyond = ([waiting, at, id]: (string | number)[]): RawBuilder<unknown> =>
  sql`((c.waiting_since is not null), c.last_at, c.id) < (${waiting === 1}::boolean, ${String(at)}::timestamptz, ${String(id)}::uuid)`

function conditions(ctx: Ctx, filter: Filter): RawBuilder<unknown> {
  const { view = 'open', channel_id, assignee_id, free, contact_id, counterparty_id, search } = filter
  const words = search?.trim().split(/\s+/).filter(Boolean) ?? []
  const all = [
    sql`c.company_id = ${ctx.viewer.company_id}`,
    // Whoever looks for words looks everywhere.
    words.length > 0 ? null : viewOf(ctx, view),
    channel_id ? sql`c.channel_id = ${channel_id}` : null,
    assignee_id ? sql`c.assignee_id = ${assignee_id}` : null,
    free ? sql`c.assignee_id is null` : null,
    contact_id ? sql`c.contact_id = ${contact_id}` : null,
    counterparty_id ? sql`c.contact_id in ${contactsAt(sql`c.company_id`, sql`${counterparty_id}`)}` : null,
    words.length > 0 ? said(ctx, words) : null,
  ]
  return sql.join(
    all.filter((each) => each !== null),
    sql` and `,
  )
}

const mine = (ctx: Ctx): RawBuilder<unknown> => sql`c.assignee_id = any(${[...actsFor(ctx.viewer)]}::uuid[])`
const awake = (ctx: Ctx): RawBuilder<unknown> =>
  sql`c.closed_at is null and (c.snoozed_until is null or c.snoozed_until <= ${ctx.now}::timestamptz)`

function viewOf(ctx: Ctx, view: NonNullable<Filter['view']>): RawBuilder<unknown> {
  switch (view) {
    case 'waiting':
      return sql`${awake(ctx)} and ${waits}`
    case 'mine':
      return sql`${awake(ctx)} and ${mine(ctx)}`
    case 'snoozed':
      return sql`c.closed_at is null and c.snoozed_until > ${ctx.now}::timestamptz`
    case 'closed':
      return sql`c.closed_at is not null`
    case 'open':
      return awake(ctx)
  }
}

/** Every word stands in the dialogue, as it is or as a beginning; or all are of the contact. */
function said(ctx: Ctx, words: readonly string[]): RawBuilder<unknown> {
  const company = sql`${ctx.viewer.company_id}`
  return sql`(c.contact_id in ${contactsLike(company, words)} or not exists (
    select from unnest(stems_of(${words.join(' ')})) stem where not exists (
      select from conversation_words w where w.company_id = ${company} and w.conversation_id = c.id
        and w.word >= stem and w.word < stem || chr(1114111)))
    and cardinality(stems_of(${words.join(' ')})) > 0)`
}

async function countsOf(ctx: Ctx): Promise<{ waiting: number; mine: number }> {
  const { rows } = await sql<{ waiting: number; mine: number }>`select
    ${count(ctx, waits)} as waiting, ${count(ctx, mine(ctx))} as mine`.execute(ctx.db)
  return rows[0] ?? { waiting: 0, mine: 0 }
}

/** How many wait for the viewer himself: another's are his colleague's matter (INB-17). */
export async function countWaiting(ctx: Ctx): Promise<{ waiting: number }> {
  insist(conversationPolicy.read(ctx.viewer))
  const his = sql`${waits} and (c.assignee_id is null or ${mine(ctx)})`
  const { rows } = await sql<{ waiting: number }>`select ${count(ctx, his)} as waiting`.execute(ctx.db)
  return rows[0] ?? { waiting: 0 }
}

const waits = sql`c.waiting_since is not null`
const count = (ctx: Ctx, condition: RawBuilder<unknown>) =>
  sql`(select count(*)::int from (select from conversations c where c.company_id = ${ctx.viewer.company_id}
    and ${awake(ctx)} and ${condition} limit ${sql.lit(MOST)}) found)`
