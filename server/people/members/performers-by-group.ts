import { sql } from 'kysely'
import type { Person, Speciality } from '#contract/people.ts'
import type { Ctx } from '#platform/ctx.ts'
import { fromCursor, toCursor } from '#platform/keyset.ts'
import { ledOnly } from '../performers/led.ts'
import { containing, containingPhone } from './typed-name.ts'

export type GroupedPerformer = { member: Person; specialities: Speciality[]; group: Speciality | null }
type Wish = {
  speciality_id?: string | undefined
  pool_id?: string | undefined
  no_pool?: boolean | undefined
  member_id?: string | undefined
  search?: string | undefined
  after?: string | undefined
}

/**
 * Performers who work here, under the first of their trades by name, those of none last; within a trade by name. Asked for
 * one trade, under that. All of them, or so many after a place; of a narrow viewer those whom he leads (RGT-13).
 */
export async function performersByGroup(ctx: Ctx, wish: Wish, limit?: number): Promise<GroupedPerformer[]> {
  const { speciality_id, pool_id, no_pool, member_id, search, after } = wish
  const [last, group, name, id] = after === undefined ? [] : fromCursor(after, 4)
  const typed = search?.trim()
  const led = ledOnly(ctx.viewer, sql`m.id`)
  const pools = sql`from pool_members pm join pools p on p.company_id = pm.company_id and p.id = pm.pool_id and p.archived_at is null
    where pm.company_id = m.company_id and pm.member_id = m.id and pm.to_at is null`
  const { rows } = await sql<GroupedPerformer>`
    with trades as materialized (
      select ms.member_id, jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name) order by s.name) as specialities,
        (jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name) order by s.name)
          filter (where ${speciality_id ? sql`s.id = ${speciality_id}` : sql`true`})) -> 0 as own
      from member_specialities ms join specialities s on s.company_id = ms.company_id and s.id = ms.speciality_id
      where ms.company_id = ${ctx.viewer.company_id} group by ms.member_id)
    select jsonb_build_object('id', m.id, 'name', m.name) as member, coalesce(k.specialities, '[]') as specialities, k.own as "group"
    from members m left join trades k on k.member_id = m.id
    where m.company_id = ${ctx.viewer.company_id} and m.kind = 'performer' and m.state in ('invited', 'active')
      ${led ? sql`and ${led}` : sql``}
      ${speciality_id ? sql`and k.own is not null` : sql``}
      ${member_id ? sql`and m.id = ${member_id}` : sql``}
      ${pool_id ? sql`and exists (select ${pools} and p.id = ${pool_id})` : sql``}
      ${no_pool ? sql`and not exists (select ${pools})` : sql``}
      ${typed ? sql`and (m.name ilike ${containing(typed)} or m.phone like ${containingPhone(typed)})` : sql``}
      ${
        after === undefined
          ? sql``
          : sql`and (k.own is null, coalesce(k.own ->> 'name', ''), m.name, m.id)
        > (${last === 1}, ${group}, ${name}, ${id}::uuid)`
      }
    order by k.own is null, coalesce(k.own ->> 'name', ''), m.name, m.id
    ${limit === undefined ? sql`` : sql`limit ${limit}`}`.execute(ctx.db)
  return rows
}

/** The place after a performer in that order. */
export const placeAfter = ({ member, group }: GroupedPerformer): string =>
  toCursor([group ? 0 : 1, group?.name ?? '', member.name, member.id])
