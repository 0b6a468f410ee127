import { sql } from 'kysely'
import type { Speciality } from '#contract/people.ts'
import type { Ctx } from '#platform/ctx.ts'

export type Candidate = { id: string; name: string; specialities: Speciality[] }

/** Performers who may be given work, those of a trade first, then by name: one query, at most so many people. */
export async function candidatesFor(
  ctx: Ctx,
  { speciality_id, limit = 200 }: { speciality_id: string | null; limit?: number },
): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select m.id, m.name, k.specialities from members m cross join lateral (
      select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name) order by s.name), '[]') as specialities,
        coalesce(bool_or(s.id = ${speciality_id}::uuid), false) as of_trade
      from member_specialities ms join specialities s on s.company_id = ms.company_id and s.id = ms.speciality_id
      where ms.company_id = m.company_id and ms.member_id = m.id) k
    where m.company_id = ${ctx.viewer.company_id} and m.kind = 'performer' and m.state in ('invited', 'active')
    order by k.of_trade desc, m.name, m.id limit ${limit}`.execute(ctx.db)
  return rows
}

/** The first trade of each of these people, by name, as a customer reads it. */
export async function tradesOf(ctx: Ctx, member_ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ member_id: string; trade: string }>`
    select ms.member_id, min(s.name) as trade from member_specialities ms
    join specialities s on s.company_id = ms.company_id and s.id = ms.speciality_id
    where ms.company_id = ${ctx.viewer.company_id} and ms.member_id = any(${member_ids}::uuid[])
    group by ms.member_id`.execute(ctx.db)
  return new Map(rows.map(({ member_id, trade }) => [member_id, trade]))
}
