import { sql } from 'kysely'
import type { SpecialityUse } from '#contract/staffing/specialities.ts'
import type { Ctx } from '#platform/ctx.ts'
import { poolPolicy } from './policy.ts'

/** Trades of the company with what hangs on them (POOL-12); the archived last. */
export async function listSpecialityUse(ctx: Ctx) {
  const { rows } = await sql<SpecialityUse>`
    select s.id, s.name, s.archived_at, coalesce(k.people, 0)::int as people, coalesce(p.pools, 0)::int as pools
    from specialities s
    left join (select ms.speciality_id, count(*) as people from member_specialities ms
      join members m on m.company_id = ms.company_id and m.id = ms.member_id and m.state <> 'left'
      where ms.company_id = ${ctx.viewer.company_id} group by 1) k on k.speciality_id = s.id
    left join (select ps.speciality_id, count(*) as pools from pool_specialities ps
      join pools p on p.company_id = ps.company_id and p.id = ps.pool_id and p.archived_at is null
      where ps.company_id = ${ctx.viewer.company_id} group by 1) p on p.speciality_id = s.id
    where s.company_id = ${ctx.viewer.company_id} and s.merged_into_id is null
    order by s.archived_at is not null, s.name`.execute(ctx.db)
  return { rows, can: { change: poolPolicy.specialities(ctx.viewer) } }
}
