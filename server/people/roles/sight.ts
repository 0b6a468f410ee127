import { sql } from 'kysely'
import type { Db, Sight, Viewer } from '#platform/ctx.ts'
import { can, type Right } from '../rights.ts'
import { actsFor } from '../substitutions/acts-for.ts'
import { belowSql, placementsNow } from '../tree/queries.ts'

/** Who has them all stands behind the plain wall of the staff. */
const WIDE: readonly Right[] = ['orders.all', 'money.read', 'dialogues.read']

/** With which part of the company he sees, unless he sees all of it (RGT-1). Asked with the program's eyes. */
export async function withSight(db: Db, viewer: Viewer, today: string): Promise<Viewer> {
  if (viewer.kind !== 'staff' || WIDE.every((right) => can(viewer, right))) return viewer
  return { ...viewer, sight: await sightOf(db, viewer, today) }
}

/** Leading people is answering for them: whoever leads orders sees those of all below him. */
async function sightOf(db: Db, viewer: Viewer, today: string): Promise<Sight> {
  const { company_id } = viewer
  const own = actsFor(viewer)
  const below = can(viewer, 'orders.lead') ? belowSql(placementsNow(company_id), own) : sql`select null::uuid as id`
  const { rows } = await sql<{ led: string[]; pools: string[] }>`
    select array(select b.id::text from (${below}) b where b.id is not null) as led,
      array(select c.pool_id::text from pool_curators c join pools p on p.company_id = c.company_id and p.id = c.pool_id
        where c.company_id = ${company_id} and c.member_id = any(${own}::uuid[]) and p.archived_at is null
          and c.ended_at is null and c.from_day <= ${today} and (c.to_day is null or c.to_day >= ${today})) as pools`.execute(
    db,
  )
  const { led = [], pools = [] } = rows[0] ?? {}
  return { own, led: led.filter((id) => !own.includes(id)), pools }
}
