import { type RawBuilder, sql } from 'kysely'
import type { HistoryFilter, HistoryKind } from '#contract/parties/history.ts'
import type { Ctx } from '#platform/ctx.ts'
import { isoText } from '#platform/db/json-time.ts'
import { fromCursor } from '#platform/keyset.ts'
import { readsDialogues } from '#server/inbox/index.ts'
import { seenOrders } from '#server/orders/index.ts'
import { can } from '#server/people/index.ts'
import { type Fact, FACT } from '../facts.ts'
import { anywhere, read } from '../typed-text.ts'

/** A line before its words are fetched: a fact, or which message. The key says where it stands. */
export type Line = { id: string; at: string; position: string; fact: Fact | null; order_id: string | null }

export type Asked = HistoryFilter & { counterparty_id: string; after?: string }

const ALL = sql`true`
/** Told twice: by the order, or by the card that remains, in one sentence, and by the thing itself. */
const TOLD_TWICE = ['task.created', 'counterparty.merged_into', 'contact.merged_into']
const DOCUMENTS = sql`(e.name in ('order.documents_issued', 'order.document_voided') or e.name like 'counterparty.contract\\_%')`
const FILES = sql`e.name in ('order.files_added', 'task.photo_added')`

const FACTS_OF: Record<HistoryKind, RawBuilder<unknown> | null> = {
  talk: null,
  call: null,
  order: sql`(e.subject_kind in ('order', 'task') and not ${DOCUMENTS})`,
  document: DOCUMENTS,
  file: FILES,
  card: sql`(e.subject_kind in ('counterparty', 'contact') and not ${DOCUMENTS})`,
}
const IS_CALL = sql`coalesce(m.content ->> 'kind', '') = 'call'`
const MESSAGES_OF: Record<HistoryKind, RawBuilder<unknown> | null> = {
  talk: sql`not ${IS_CALL}`,
  call: IS_CALL,
  order: null,
  document: null,
  file: sql`exists (select from message_files f where f.company_id = m.company_id and f.message_id = m.id)`,
  card: null,
}

/**
 * Lines of a counterparty's history, newest first, `limit` of them. Every thing gives its own newest, and the newest of
 * all are taken.
 */
export async function linesOf(ctx: Ctx, asked: Asked, limit: number): Promise<Line[]> {
  const parts = [...factLines(ctx, asked, limit), ...messageLines(ctx, asked, limit)]
  const [first, ...rest] = parts
  if (!first) return []
  const all = rest.reduce((sum, part) => sql`${sum} union all ${part}`, first)
  const { rows } = await sql<Line>`with contact as (${contacts(ctx, asked)}), purchase as (${orders(ctx, asked)})
    select id, at, position::text as position, fact, order_id from (${all}) line
    order by at desc, line.position desc, id desc limit ${sql.lit(limit)}`.execute(ctx.db)
  return rows
}

const contacts = ({ viewer }: Ctx, { counterparty_id, contact_id, site_id }: Asked) => sql`
  select c.id from contacts c where c.company_id = ${viewer.company_id} and c.counterparty_id = ${counterparty_id}
    and ${contact_id ? sql`c.id = ${contact_id}` : ALL} and ${site_id ? sql`false` : ALL}`

const orders = (ctx: Ctx, { counterparty_id, contact_id, site_id }: Asked) => sql`
  select o.id from orders o where o.company_id = ${ctx.viewer.company_id} and o.counterparty_id = ${counterparty_id}
    and ${contact_id ? sql`o.contact_id = ${contact_id}` : ALL} and ${site_id ? sql`o.site_id = ${site_id}` : ALL}
    and ${seenOrders(ctx) ?? ALL}`

/** Facts of the counterparty itself and of its contacts; facts of its orders and of their tasks. */
function factLines(ctx: Ctx, asked: Asked, limit: number): RawBuilder<unknown>[] {
  const { company_id } = ctx.viewer
  const { counterparty_id, contact_id, site_id, kind } = asked
  const wanted = kind ? FACTS_OF[kind] : ALL
  if (!wanted) return []
  const about = contact_id
    ? sql`e.facts ->> 'contact_id' = ${contact_id} or e.subject_kind = 'contact'`
    : site_id
      ? sql`e.facts ->> 'site_id' = ${site_id}`
      : ALL
  // Facts of orders name no site of theirs: the order was chosen by it.
  const own = sql`(thing.order_id is not null or ${about})`
  const told = can(ctx.viewer, 'money.read') ? ALL : sql`e.name not like 'counterparty.contract\\_%'`
  const where = sql`${wanted} and ${own} and ${told} and e.name <> all (${TOLD_TWICE})
    and ${between(ctx, asked, sql`e.at`)} and ${said(asked.search, factWords)}
    and ${before(asked, sql`e.at`, sql`0::bigint`, sql`e.id`)}`
  return [
    sql`select f.id, f.at, 0::bigint as position, to_jsonb(f) - 'order_id' || jsonb_build_object('at', ${isoText(sql`f.at`)}) as fact, f.order_id from (
      select e.*, thing.order_id from (
        select ${counterparty_id}::uuid as id, null::uuid as order_id
        union all select id, null from contact
        union all select g.id, null from counterparties g
          where g.company_id = ${company_id} and g.merged_into = ${counterparty_id}
        union all select g.id, null from contacts g join contact on contact.id = g.merged_into
          where g.company_id = ${company_id}
        union all select id, id from purchase
        union all select ot.task_id, ot.order_id from order_tasks ot join purchase p on p.id = ot.order_id
          where ot.company_id = ${company_id}) thing
      cross join lateral (select ${FACT} from events e
        where e.company_id = ${company_id} and e.subject_id = thing.id and ${where}
        order by e.at desc, e.id desc limit ${sql.lit(limit)}) e
      order by e.at desc, e.id desc limit ${sql.lit(limit)}) f`,
  ]
}

/** As people search: without case, ё as е. */
const has = (text: RawBuilder<unknown>, pattern: string) => sql`replace(lower(${text}), ${'ё'}, ${'е'}) like ${pattern}`

const factWords = (pattern: string) => sql`(${has(sql`e.facts::text`, pattern)} or ${has(sql`e.actor_name`, pattern)}
  or exists (select from comments w where w.company_id = e.company_id and w.id::text = e.facts ->> 'comment_id'
    and ${has(sql`w.text`, pattern)}))`

/** Messages of dialogues with its contacts, of those that its orders were made of, and what its contacts said in others. */
function messageLines(ctx: Ctx, asked: Asked, limit: number): RawBuilder<unknown>[] {
  const { company_id } = ctx.viewer
  const wanted = asked.kind ? MESSAGES_OF[asked.kind] : ALL
  if (!wanted || !readsDialogues(ctx.viewer)) return []
  const where = sql`${wanted} and ${between(ctx, asked, sql`m.sent_at`)} and ${said(asked.search, messageWords)}
    and ${before(asked, sql`m.sent_at`, sql`m.position`, sql`m.id`)}`
  const key = sql`m.id, m.sent_at as at, m.position, null::jsonb as fact, null::uuid as order_id`
  const talk = sql`select c.id from conversations c join contact on contact.id = c.contact_id where c.company_id = ${company_id}
    union select s.conversation_id from conversation_subjects s join purchase p on p.id = s.subject_id
      where s.company_id = ${company_id} and s.kind = 'order'`
  return [
    sql`select m.* from (${talk}) talk cross join lateral (select ${key} from messages m
      where m.company_id = ${company_id} and m.conversation_id = talk.id and ${where}
      order by m.sent_at desc, m.position desc, m.id desc limit ${sql.lit(limit)}) m`,
    sql`select * from (select ${key} from messages m join contact on contact.id = m.contact_id
      where m.company_id = ${company_id} and m.conversation_id not in (${talk}) and ${where}
      order by m.sent_at desc, m.position desc, m.id desc limit ${sql.lit(limit)}) m`,
  ]
}

const messageWords = (pattern: string) => sql`(${has(sql`m.text`, pattern)} or ${has(sql`m.author_name`, pattern)}
  or exists (select from message_files f where f.company_id = m.company_id and f.message_id = m.id
    and ${has(sql`f.name`, pattern)}))`

/** Each word of the search somewhere in the line. */
function said(search: string | undefined, holds: (pattern: string) => RawBuilder<unknown>): RawBuilder<unknown> {
  const { words } = read(search ?? '')
  return words.length === 0
    ? ALL
    : sql.join(
        words.map((word) => holds(anywhere(word))),
        sql` and `,
      )
}

function between({ viewer }: Ctx, { from, till }: Asked, at: RawBuilder<unknown>): RawBuilder<unknown> {
  const midnight = (day: string, later: number) =>
    sql`((${day}::date + ${sql.lit(later)})::timestamp at time zone ${viewer.time_zone})`
  const since = from ? sql`${at} >= ${midnight(from, 0)}` : ALL
  const until = till ? sql`${at} < ${midnight(till, 1)}` : ALL
  return sql`${since} and ${until}`
}

function before({ after }: Asked, ...[at, position, id]: RawBuilder<unknown>[]): RawBuilder<unknown> {
  if (after === undefined) return ALL
  const key = fromCursor(after, 3).map(String)
  return sql`(${at}, ${position}, ${id}) < (${key[0]}::timestamptz, ${key[1]}::bigint, ${key[2]}::uuid)`
}
