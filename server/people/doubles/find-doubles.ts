import { sql } from 'kysely'
import type { Input } from '#contract/endpoint.ts'
import type { listDoubles, ProbableDouble } from '#contract/doubles.ts'
import type { Ctx } from '#platform/ctx.ts'
import { can } from '../rights.ts'

const MOST = 50
/** How alike two names must be: one slip of the finger in a name and a surname is above it. */
const ALIKE = 0.6

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
  const { rows } = await sql<ProbableDouble>`
    with cards as (
      select m.id, m.kind, ${CARD} as card, m.phone, lower(m.email) as email, m.state, m.created_at, k.words, array_to_string(k.words, ' ') as plain
      from members m, lateral (select array(select w from regexp_split_to_table(translate(lower(trim(m.name)), chr(1105) || '.', chr(1077) || ' '), '\\s+') w
        where w <> '' order by w) as words) k
      where m.company_id = ${ctx.viewer.company_id} and m.merged_into is null and m.kind = any(${kinds}::text[]::member_kind[])
        and not (m.kind = 'staff' and m.state = 'invited')
    ), pairs as (
      select a.card as one, b.card as other, a.kind as a_kind, b.kind as b_kind, a.created_at as at,
        coalesce(a.phone = b.phone, false) as phone, coalesce(a.email = b.email, false) as email,
        exists (select from told_apart t where t.company_id = ${ctx.viewer.company_id}
          and (t.one_id, t.other_id) in ((a.id, b.id), (b.id, a.id))) as apart,
        similarity(a.plain, b.plain) > ${ALIKE} or (a.words && b.words and ${WITHIN}) as name
      from cards a join cards b on (a.created_at, a.id) < (b.created_at, b.id) and (a.state <> 'left' or b.state <> 'left')
        and (a.words && b.words or left(a.plain, 2) = left(b.plain, 2) or right(a.plain, 2) = right(b.plain, 2)
          or a.phone = b.phone or a.email = b.email)
      where ${member_id ?? null}::uuid is null or ${member_id ?? null}::uuid in (a.id, b.id)
    )
    select one, other, array_remove(array[case when phone then 'phone' end, case when email then 'email' end,
      case when name then 'name' end], null) as same
    from pairs where (phone or email or name) and not apart and (${kind ?? null}::text is null or ${kind ?? null} in (a_kind::text, b_kind::text))
    order by phone desc, email desc, at limit ${MOST}`.execute(ctx.db)
  return { rows }
}

const CARD = sql`jsonb_build_object('id', m.id, 'name', m.name, 'kind', m.kind, 'role', m.role, 'state', m.state,
  'version', m.version, 'phone', m.phone, 'email', m.email)`

/** Each word of the shorter name is one of the longer, or its first letter. */
const WITHIN = sql`least(cardinality(a.words), cardinality(b.words)) > 1 and not exists (
  select from unnest(case when cardinality(a.words) <= cardinality(b.words) then a.words else b.words end) short
  where not exists (select from unnest(case when cardinality(a.words) <= cardinality(b.words) then b.words else a.words end) long
    where long = short or (least(length(long), length(short)) = 1 and left(long, 1) = left(short, 1))))`
