import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { contactName, counterpartyOfContact } from '#server/counterparties/index.ts'
import { personJson } from '#server/people/index.ts'

/** One row of the list and the head of a dialogue, from one statement: `c` is a row of `from`, of conversations. */
export function conversationRows({ viewer, now }: Ctx, from: RawBuilder<unknown>): RawBuilder<unknown> {
  const company = sql`c.company_id`
  return sql`select c.id,
    jsonb_build_object('id', h.id, 'kind', h.kind, 'name', h.name, 'archived', h.archived_at is not null) as channel,
    ${contactName(company, sql`c.contact_id`)} as contact,
    ${counterpartyOfContact(company, sql`c.contact_id`)} as counterparty,
    c.title, ${personJson(company, sql`c.assignee_id`)} as assignee,
    case when c.closed_at is not null then 'closed'
      when c.snoozed_until > ${now}::timestamptz then 'snoozed' else 'open' end as state,
    c.snoozed_until, c.waiting_since,
    coalesce(c.last_in_at > coalesce((select r.read_at from conversation_reads r where r.company_id = c.company_id
      and r.conversation_id = c.id and r.member_id = ${viewer.subject_id}::uuid), '-infinity'), false) as unread,
    c.last_at, c.preview, c.preview_side, ${personJson(company, sql`c.preview_by`)} as preview_by,
    exists (select from message_deliveries d where d.company_id = c.company_id and d.conversation_id = c.id
      and d.state = 'failed' and d.changed_at >= c.last_at) as failed,
    coalesce((select jsonb_agg(jsonb_build_object('id', s.subject_id, 'number', s.number) order by s.at desc)
      from (select s.subject_id, s.number, s.at from conversation_subjects s where s.company_id = c.company_id
        and s.conversation_id = c.id and s.kind = 'order' order by s.at desc limit 3) s), '[]') as orders,
    c.version, c.contact_id
    from ${from} c join channels h on h.company_id = c.company_id and h.id = c.channel_id`
}
