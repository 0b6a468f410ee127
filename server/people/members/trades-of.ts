import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'

/** The first trade of each of these people, by name, as a customer reads it. */
export async function tradesOf(ctx: Ctx, member_ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ member_id: string; trade: string }>`
    select ms.member_id, min(s.name) as trade from member_specialities ms
    join specialities s on s.company_id = ms.company_id and s.id = ms.speciality_id
    where ms.company_id = ${ctx.viewer.company_id} and ms.member_id = any(${member_ids}::uuid[])
    group by ms.member_id`.execute(ctx.db)
  return new Map(rows.map(({ member_id, trade }) => [member_id, trade]))
}
