import { sql } from 'kysely'
import type { PartyDouble } from '#contract/parties/doubles.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Column } from '#platform/db/json-time.ts'
import { pairsOf } from './pairs.ts'

const ALIKE = 0.6
const COMMON = 60

type Asked = { card_id?: string; counterparty_id?: string }

/**
 * Pairs of contacts who may be one person (CPT-16): one says of himself, or a channel says of him, the phone, e-mail or account
 * that the other has or says too; both call themselves the same in messengers; or they have nearly one name at one
 * counterparty, or the same whole name where one belongs to nobody yet.
 */
export async function contactDoubles(ctx: Ctx, { card_id, counterparty_id }: Asked): Promise<PartyDouble[]> {
  const company = sql`${ctx.viewer.company_id}::uuid`
  const at = counterparty_id === undefined ? null : sql`k.counterparty_id = ${counterparty_id}::uuid`
  const of = card_id === undefined ? at : sql`k.id = ${card_id}::uuid`
  return pairsOf(ctx, 'contact', {
    card_id,
    of:
      counterparty_id === undefined
        ? undefined
        : sql`${counterparty_id}::uuid in (c.counterparty_id, d.counterparty_id)`,
    found: of
      ? sql`${kinOf(company, of)}, ${doubled(company, sql`in (select id from kin)`)}`
      : doubled(company, sql`is not null`),
  })
}

/** Of one contact, or of those of one counterparty: who could be their double at all. */
const kinOf = (company: Column, of: Column) => sql`
    mine as materialized (
      select k.id, k.counterparty_id, k.plain_name from contacts k where k.company_id = ${company} and k.merged_into is null and ${of}
    ), said as materialized (
      select kind, value from contact_identities where company_id = ${company} and contact_id in (select id from mine)
      union select kind, value from contact_claims where company_id = ${company} and contact_id in (select id from mine)
    ), kin as materialized (
      select id from mine
      union select k.id from contacts k where k.company_id = ${company} and k.counterparty_id in (select counterparty_id from mine)
      union select k.id from contacts k where k.company_id = ${company} and k.plain_name in (select plain_name from mine)
      union select i.contact_id from contact_identities i join said using (kind, value) where i.company_id = ${company}
      union select m.contact_id from contact_claims m join said using (kind, value) where m.company_id = ${company}
      union select i.contact_id from contact_identities i where i.company_id = ${company} and i.label like '@%' and lower(i.label) in (
        select lower(label) from contact_identities where company_id = ${company} and contact_id in (select id from mine) and label like '@%')
    )`

/** Whose accounts or names are one. */
const doubled = (company: Column, among: Column) => sql`
    cards as materialized (
      select k.id, k.name, k.counterparty_id, string_to_array(k.plain_name, ' ') as words, k.plain_name as plain
      from contacts k where k.company_id = ${company} and k.merged_into is null and k.id ${among}
    ), tokens as materialized (
      select i.contact_id as id, case when i.kind in ('phone', 'email') then i.kind::text else 'messenger' end as by,
          concat(i.kind, ' ', i.value) as token, i.value as raw, true as own, true as proven
        from contact_identities i where i.company_id = ${company} and i.contact_id ${among} and (i.kind in ('phone', 'email')
          or exists (select from contact_claims m where m.company_id = i.company_id and m.kind = i.kind and m.value = i.value))
      union all select m.contact_id, case when m.kind in ('phone', 'email') then m.kind::text else 'messenger' end,
          concat(m.kind, ' ', m.value), m.value, false, m.proven from contact_claims m
          where m.company_id = ${company} and m.contact_id ${among}
      union all select i.contact_id, 'messenger', lower(i.label), i.label, true, false
        from contact_identities i where i.company_id = ${company} and i.contact_id ${among} and i.label like '@%'
    ), tellings as (
      select by, token from tokens group by by, token having count(distinct id) between 2 and ${COMMON}
    ), same as (
      (select distinct on (one_id, other_id, by) one_id, other_id, by, value, proven from (
        select least(a.id, b.id) as one_id, greatest(a.id, b.id) as other_id, by, a.raw as value, a.proven and b.proven as proven
        from tellings join tokens a using (by, token) join tokens b using (by, token) where a.id < b.id
      ) each order by one_id, other_id, by, proven desc)
      union all
      select a.id, b.id, 'name', a.name, false from cards a join cards b on a.counterparty_id = b.counterparty_id and a.id < b.id
      where a.plain = b.plain or similarity(a.plain, b.plain) > ${ALIKE} or name_within(a.words, b.words)
      union all
      select distinct on (a.id, b.id) least(a.id, b.id), greatest(a.id, b.id), 'name', b.name, false
      from cards a join cards b on a.plain = b.plain and a.id <> b.id
        and a.counterparty_id is null and (b.counterparty_id is not null or a.id < b.id)
      where cardinality(a.words) > 1
    )`
