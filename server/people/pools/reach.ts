import { sql } from 'kysely'
import type { Person } from '#contract/people.ts'
import type { Ctx } from '#platform/ctx.ts'
import { handledBy } from '../substitutions/acts-for.ts'
import { insist, no } from '#platform/errors.ts'
import { dayIn } from '#platform/days.ts'
import { curatorsOfPerson, ledPools, todayOf } from './in-force.ts'
import { poolPolicy } from './policy.ts'

/** A performer of pools that the viewer does not lead, and who leads them. */
export type Stranger = { member: Person; curators: Person[] }

/** Of these people, those who are in pools, and in none that the viewer leads (POOL-5, POOL-8). */
export async function strangersAmong(ctx: Ctx, ids: readonly string[]): Promise<Stranger[]> {
  if (ids.length === 0 || ctx.viewer.kind !== 'staff' || poolPolicy.leadsAll(ctx.viewer)) return []
  const { rows } = await sql<Stranger>`
    select jsonb_build_object('id', m.id, 'name', m.name) as member, ${curatorsOfPerson(ctx, sql`m.id`)} as curators
    from members m where m.company_id = ${ctx.viewer.company_id} and m.id = any(${ids}::uuid[]) and m.kind = 'performer'
      and ${inSomePool} and not ${inLedPool(ctx)} order by m.name`.execute(ctx.db)
  return rows
}

const inSomePool = sql`exists (select from pool_members pm
  join pools p on p.company_id = pm.company_id and p.id = pm.pool_id and p.archived_at is null
  where pm.company_id = m.company_id and pm.member_id = m.id and pm.to_at is null)`

const inLedPool = (ctx: Ctx) => sql`exists (select from pool_members pm
  where pm.company_id = m.company_id and pm.member_id = m.id and pm.to_at is null and pm.pool_id in ${ledPools(ctx)})`

/**
 * Refuses to give work to another pool's people whose curators have not been asked (POOL-8), and names both. Where
 * the company has opened its pools, and for owner and administrators, everybody is in reach.
 */
export async function insistOnReach(ctx: Ctx, ids: readonly string[], starts_at: string | null): Promise<void> {
  const strangers = await strangersAmong(ctx, ids)
  if (strangers.length === 0 || (await poolsAreOpen(ctx))) return
  const granted = await grantedTo(ctx, { starts_at })
  const closed = strangers.filter(({ member }) => !granted.has(member.id))
  if (closed.length === 0) return
  const names = (people: readonly Person[]) => [...new Set(people.map(({ name }) => name))].join(', ')
  const members = closed.map(({ member }) => member)
  const curators = closed.flatMap((one) => one.curators)
  insist(
    no(curators.length > 0 ? 'pool.ask_curator' : 'pool.ask_owner', {
      name: names(members),
      curators: names(curators),
      people: closed,
    }),
  )
}

export async function poolsAreOpen({ db, viewer }: Ctx): Promise<boolean> {
  const { pools_open } = await db
    .selectFrom('companies')
    .select('pools_open')
    .where('id', '=', viewer.company_id)
    .executeTakeFirstOrThrow()
  return pools_open
}

/**
 * Whom the viewer has been granted for a day (POOL-9): a request counts from the day on which its time begins to that
 * on which it ends. For work without a time, those whom he may still use.
 */
export async function grantedTo(ctx: Ctx, { starts_at }: { starts_at: string | null }): Promise<Set<string>> {
  const { company_id, time_zone } = ctx.viewer
  const day = starts_at === null ? null : dayIn(time_zone, new Date(starts_at))
  const local = (instant: 'starts_at' | 'ends_at') => sql`(${sql.ref(instant)} at time zone ${time_zone})::date`
  const covers =
    day === null
      ? sql`${local('ends_at')} >= ${todayOf(ctx)}`
      : sql`${day} between ${local('starts_at')} and ${local('ends_at')}`
  const { rows } = await sql<{ member_id: string }>`
    select member_id from pool_requests
    where company_id = ${company_id} and ${handledBy(ctx.viewer, sql`asked_by`)} and state = 'granted' and ${covers}`.execute(
    ctx.db,
  )
  return new Set(rows.map(({ member_id }) => member_id))
}
