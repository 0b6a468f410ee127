import { sql } from 'kysely'
import type { PartyDouble } from '#contract/parties/doubles.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Column } from '#platform/db/json-time.ts'
import { pairsOf } from './pairs.ts'

/** How alike two names must be: one slip of the finger in two words is above it. */
const ALIKE = 0.6
/** What more cards than these have in common says nothing of any two of them. */
const COMMON = 60

/**
 * Pairs of counterparties that may be one (CPT-16): with one tax number wherever it was written, one phone or e-mail of theirs or
 * of their contacts, or nearly one name, legal forms and signs aside; numbers in a name tell apart.
 */
export async function counterpartyDoubles(ctx: Ctx, { card_id }: { card_id?: string }): Promise<PartyDouble[]> {
  const company = sql`${ctx.viewer.company_id}::uuid`
  const found = card_id
    ? sql`${kinOf(company, sql`${card_id}::uuid`)}, ${tokens(company, sql`c.id in (select id from kin)`)}, ${same(sql`${card_id}::uuid`)}`
    : sql`${tokens(company, sql`true`)}, ${same(null)}`
  return pairsOf(ctx, 'counterparty', { card_id, found })
}

/** How a name begins, numbers before it aside: of those there are too many alike. */
const headOf = (plain: Column) => sql`left(regexp_replace(${plain}, '^[0-9 ]+', ''), 4)`

/** Of one card: those that could be its doubles at all, so that not every card of the company is taken apart for it. */
const kinOf = (company: Column, card: Column) => sql`
    me as materialized (
      select id, name, note, tax_number, requisites, plain_name, array(select w from unnest(string_to_array(plain_name, ' ')) w
          where length(w) > 3) as words, plain_aliases || plain_name as names
      from counterparties where company_id = ${company} and id = ${card}
    ), said as materialized (
      select i.kind, i.value from contact_identities i join contacts k on k.company_id = i.company_id and k.id = i.contact_id
        where i.company_id = ${company} and k.company_id = ${company} and k.counterparty_id = ${card}
      union all select 'phone', regexp_replace(part, '\\D', '', 'g') from me, regexp_split_to_table(requisites ->> 'phone', '[,;]') part
      union all select 'email', lower(trim(part)) from me, regexp_split_to_table(requisites ->> 'email', '[,;\\s]+') part
    ), known as materialized (
      select array(select right(value, 9) from said where kind = 'phone' and length(value) >= 9) as phones,
        array(select value from said where kind = 'email' and value <> '') as emails,
        array(select tax_number from me where tax_number is not null union select m[1] from me,
          regexp_matches(concat_ws(' ', name, note), '\\m(\\d{9,12})\\M', 'g') m) as numbers
    ), kin as materialized (
      select c.id from counterparties c, me, known
      where c.company_id = ${company} and c.merged_into is null and (c.id = me.id
        or c.tax_number = any (known.numbers)
        or position(me.tax_number in concat_ws(' ', c.name, c.note)) > 0
        or string_to_array(c.plain_name, ' ') && me.words
        or c.plain_name = any (me.names) or c.plain_aliases && me.names
        or length(${headOf(sql`me.plain_name`)}) = 4 and ${headOf(sql`c.plain_name`)} = ${headOf(sql`me.plain_name`)}
        or exists (select from unnest(known.phones) p where position(p in regexp_replace(c.requisites ->> 'phone', '\\D', '', 'g')) > 0)
        or exists (select from unnest(known.emails) e where position(e in lower(c.requisites ->> 'email')) > 0))
      union select k.counterparty_id from known, contact_identities i join contacts k on k.company_id = i.company_id and k.id = i.contact_id
      where i.company_id = ${company} and k.company_id = ${company} and k.counterparty_id is not null
        and (i.kind = 'phone' and right(i.value, 9) = any (known.phones) or i.kind = 'email' and i.value = any (known.emails))
    )`

/** What each says by which it could be known, in one form however it was typed; `own`: in its own field and no mere mention. */
const tokens = (company: Column, among: Column) => sql`
    cards as materialized (
      select c.id, c.name, c.tax_number, c.note, c.requisites, c.plain_aliases, c.plain_name as plain,
        string_to_array(c.plain_name, ' ') as words, regexp_replace(c.name, '\\D', '', 'g') as digits
      from counterparties c where c.company_id = ${company} and c.merged_into is null and ${among}
    ), tokens as materialized (
      select id, 'tax_number' as by, tax_number as token, tax_number as raw, true as own from cards where tax_number is not null
      union all select id, 'tax_number', m[1], m[1], false
        from cards, regexp_matches(concat_ws(' ', name, note), '\\m(\\d{9,12})\\M', 'g') m
      union all select k.counterparty_id, i.kind::text,
          case i.kind when 'phone' then right(i.value, 9) else i.value end, i.value, true
        from contact_identities i join contacts k on k.company_id = i.company_id and k.id = i.contact_id
        where i.company_id = ${company} and i.kind in ('phone', 'email') and k.counterparty_id in (select id from cards)
      union all select id, 'phone', right(digits, 9), trim(part), true
        from (select id, requisites from cards where requisites ? 'phone') c, regexp_split_to_table(requisites ->> 'phone', '[,;]') part,
          regexp_replace(part, '\\D', '', 'g') digits
        where length(digits) >= 9
      union all select id, 'email', lower(trim(part)), trim(part), true
        from cards, regexp_split_to_table(requisites ->> 'email', '[,;\\s]+') part where part like '%@%'
      union all select id, 'name', plain, name, true from cards where plain <> ''
      union all select id, 'name', alias, coalesce(requisites ->> 'legal_name', requisites ->> 'short_name'), true
        from cards, unnest(plain_aliases) alias
    )`

/**
 * Who says the same; and whose names are nearly one, looked for among those that have a word or their beginning in common.
 * Of one card, its own pairs alone.
 */
const same = (card: Column | null) => sql`tellings as (
      select by, token from tokens group by by, token having count(distinct id) between 2 and ${COMMON}
    ), parts as materialized (
      select id, 'word ' || word as part from cards, unnest(words) word where length(word) > 3
      union select id, 'head ' || head from cards, ${headOf(sql`plain`)} head where length(head) = 4
    ), blocks as (
      select part from parts group by part having count(*) between 2 and ${COMMON}
    ), same as (
      (select distinct on (a.id, b.id, by) a.id as one_id, b.id as other_id, by, a.raw as value, true as proven
      from tellings join tokens a using (by, token) join tokens b using (by, token)
      where a.id < b.id and (a.own or b.own) and ${card ? sql`${card} in (a.id, b.id)` : sql`true`}
      order by a.id, b.id, by, a.raw)
      union all
      select distinct on (a.id, b.id) a.id, b.id, 'name', a.name, true
      from blocks join parts p using (part) join parts q using (part)
        join cards a on a.id = p.id join cards b on b.id = q.id
      where p.id < q.id and ${card ? sql`${card} in (p.id, q.id)` : sql`true`} and a.digits = b.digits and a.plain <> b.plain
        and (similarity(a.plain, b.plain) > ${ALIKE} or a.words && b.words and name_within(a.words, b.words))
    )`
