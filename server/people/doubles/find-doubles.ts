import { sql } from 'kysely'
import type { Input } from '#contract/endpoint.ts'
import type { listDoubles, ProbableDouble } from '#contract/doubles.ts'
import type { Ctx } from '#platform/ctx.ts'
import { can } from '../rights.ts'

const MOST = 50
/** How alike two names must be: one slip of the finger in a name and a surname is above it. */
const ALIKE = 0.6
/** What so many have, as a first name of half the country, tells nobody from another. */
const COMMON = 100

/**
 * Pairs of cards that may be one person (DBL-5): with one phone or e-mail, or with names of the same or nearly the same
 * words in any order, or with a first name and its initial; those of whom nobody has said that they are two (DBL-8).
 */
export async function findDoubles(
  ctx: Ctx,
  { kind, member_id }: Input<typeof listDoubles>,
): Promise<{ rows: ProbableDouble[] }> {
  const kinds = (['staff', 'performer'] as const).filter((one) =>
    can(ctx.viewer, one === 'staff' ? 'people.manage' : 'performers.manage'),
  )
  const { company_id } = ctx.viewer
  const wanted = sql.join(
    [
      member_id ? sql`${member_id}::uuid in (x.id, y.id)` : sql`true`,
      kind ? sql`${kind}::member_kind in (x.kind, y.kind)` : sql`true`,
    ],
    sql` and `,
  )
  const { rows } = await sql<ProbableDouble>`
    with cards as materialized (${cardsOf(company_id, kinds)}
    ), known as materialized (
      select * from (
        select c.*, k.key, count(*) over (partition by k.key) as bearers from cards c, lateral (${KEYS}) k(key)
      ) each where bearers between 2 and ${COMMON}
    ), pairs as (
      select distinct x.n, x.id as one_id, y.id as other_id, coalesce(x.phone = y.phone, false) as phone,
        coalesce(x.email = y.email, false) as email, similarity(x.plain, y.plain) > ${ALIKE} or ${WITHIN} as name
      from known x join known y using (key)
      where x.n < y.n and (x.state <> 'left' or y.state <> 'left') and ${wanted}
    ), likely as (
      select * from pairs where (phone or email or name) and not exists (select from told_apart t
        where t.company_id = ${company_id} and (t.one_id, t.other_id) in ((pairs.one_id, pairs.other_id), (pairs.other_id, pairs.one_id)))
      order by phone desc, email desc, n, other_id limit ${MOST}
    )
    select ${CARD} as one, (select ${CARD} from members m where m.company_id = ${company_id} and m.id = other_id) as other,
      array_remove(array[case when likely.phone then 'phone' end, case when likely.email then 'email' end,
        case when likely.name then 'name' end], null) as same
    from likely join members m on m.company_id = ${company_id} and m.id = one_id
    order by likely.phone desc, likely.email desc, n, other_id`.execute(ctx.db)
  return { rows }
}

/** Cards with the words of their names, in an order that tells which of two came first. */
const cardsOf = (company: string, kinds: readonly string[]) => sql`
      select m.id, m.kind, m.phone, lower(m.email) as email, m.state, k.words, array_to_string(k.words, ' ') as plain,
        exists (select from unnest(k.words) w where length(w) = 1) as initials,
        row_number() over (order by m.created_at, m.id) as n
      from members m, lateral (select array(select w from regexp_split_to_table(translate(lower(trim(m.name)), chr(1105) || '.', chr(1077) || ' '), '\\s+') w
        where w <> '' order by w) as words) k
      where m.company_id = ${company} and m.merged_into is null and m.kind = any(${kinds}::text[]::member_kind[])
        and not (m.kind = 'staff' and m.state = 'invited')`

/** Under what a card is looked for: who shares none of it is not compared. One slip leaves a word of two, or the beginnings of both. */
const KEYS = sql`
          select 'phone ' || c.phone where c.phone is not null
          union all select 'email ' || c.email where c.email is not null
          union all select 'name ' || c.plain
          union all select 'word ' || w from unnest(c.words) w
          union all select 'begins ' || left(v.w, 3) || ' ' || left(w.w, 3)
            from unnest(c.words) with ordinality v(w, at), unnest(c.words) with ordinality w(w, at)
            where v.at < w.at and length(v.w) > 1 and length(w.w) > 1
          union all select 'begins ' || left(c.plain, 3) where cardinality(c.words) = 1`

const CARD = sql`jsonb_build_object('id', m.id, 'name', m.name, 'kind', m.kind, 'role', m.role, 'state', m.state,
  'version', m.version, 'phone', m.phone, 'email', m.email)`

/** Each word of the shorter name is one of the longer, or its first letter. */
const WITHIN = sql`(least(cardinality(x.words), cardinality(y.words)) > 1 and (x.words <@ y.words or y.words <@ x.words
  or ((x.initials or y.initials) and name_within(x.words, y.words))))`
