import { type RawBuilder, sql } from 'kysely'
import type { PartyDouble, PartyKind } from '#contract/parties/doubles.ts'
import type { Ctx } from '#platform/ctx.ts'
import { cardJson, TABLES } from './cards.ts'

/** As many pairs as a person looks through. */
const MOST = 100

type Search = {
  /** `with` parts, of which `same(one_id, other_id, by, value, proven)` is the last: why two cards may be one, `one_id` the lesser. */
  found: RawBuilder<unknown>
  /** Pairs with this card only. */
  card_id: string | undefined
  /** What else must be of the two: `c` and `d`. */
  of?: RawBuilder<unknown> | undefined
}

/** Pairs with their evidence, the strongest first, without those of which somebody has said that they are two (CPT-17). */
export async function pairsOf(
  { db, viewer }: Ctx,
  kind: PartyKind,
  { found, card_id, of }: Search,
): Promise<PartyDouble[]> {
  const tab = sql.table(TABLES[kind])
  const { rows } = await sql<PartyDouble>`with ${found}, pairs as (
      select one_id, other_id, jsonb_agg(jsonb_build_object('by', by, 'value', value, 'proven', proven) order by ${RANK}, by, value) as same,
        min(${RANK}) as rank, count(*) as n
      from same where ${card_id ? sql`${card_id}::uuid in (one_id, other_id)` : sql`true`} group by one_id, other_id
    )
    select ${cardJson(kind)} as one, (select ${cardJson(kind)} from ${tab} c where c.company_id = d.company_id and c.id = d.id) as other, same
    from pairs join ${tab} c on c.company_id = ${viewer.company_id} and c.id = one_id
      join ${tab} d on d.company_id = c.company_id and d.id = other_id
    where ${of ?? sql`true`} and not exists (select from parties_apart t where t.company_id = c.company_id
      and t.kind = ${kind}::party_kind and t.one_id = c.id and t.other_id = d.id)
    order by rank, n desc, c.id, d.id limit ${MOST}`.execute(db)
  return rows
}

/** A number or an account says more than a name. */
const RANK = sql`array_position(array['tax_number', 'phone', 'email', 'messenger', 'name'], by)`
