import { type RawBuilder, sql } from 'kysely'
import type { Speciality } from '#contract/people.ts'
import type { PoolName } from '#contract/people.ts'
import type { PoolRequest } from '#contract/pools.ts'
import type { Ctx } from '#platform/ctx.ts'
import { handledBy } from '../substitutions/acts-for.ts'
import { amongMany } from '#platform/db/among.ts'
import { dayIn } from '#platform/days.ts'
import { containing, containingPhone } from '../members/typed-name.ts'
import { curatorsOfPerson, ledPools, peopleOfPool, poolsOfPerson, todayOf } from './in-force.ts'
import { poolPolicy } from './policy.ts'
import { grantedTo, poolsAreOpen } from './reach.ts'

/** A performer who may be chosen, as light as it can be: there are thousands of them. */
export type Choosable = {
  id: string
  name: string
  of_trade: boolean
  group: 'own' | 'open' | 'other'
  /** Only by the word of his curator (POOL-8). */
  closed: boolean
}

type Wish = {
  speciality_id: string | null
  only_trade: boolean
  pool_id: string | null
  words: string | null
  starts_at: string | null
}

/** Performers to choose from, by name (POOL-11): of a trade, of a pool, found by a part of the name or of the phone. */
export async function performersToChoose(ctx: Ctx, wish: Wish): Promise<Choosable[]> {
  const { company_id } = ctx.viewer
  const conditions = [
    sql`m.company_id = ${company_id} and m.kind = 'performer' and m.state in ('invited', 'active')`,
    ...(wish.only_trade && wish.speciality_id ? [sql`ms.member_id is not null`] : []),
    ...(wish.pool_id ? [sql`m.id in ${peopleOfPool(company_id, wish.pool_id)}`] : []),
    ...(wish.words?.trim()
      ? [sql`(m.name ilike ${containing(wish.words)} or m.phone like ${containingPhone(wish.words)})`]
      : []),
  ]
  const { rows } = await sql<Omit<Choosable, 'closed'>>`
    with led as materialized ${ledPools(ctx)},
    pooled as materialized (
      select pm.member_id, bool_or(pm.pool_id in (select pool_id from led)) as own from pool_members pm
      join pools p on p.company_id = pm.company_id and p.id = pm.pool_id and p.archived_at is null
      where pm.company_id = ${company_id} and pm.to_at is null group by 1)
    select m.id, m.name, ms.member_id is not null as of_trade,
      case when k.own then 'own' when k.member_id is null then 'open' else 'other' end as "group"
    from members m left join pooled k on k.member_id = m.id
    left join member_specialities ms on ms.company_id = m.company_id and ms.member_id = m.id and ms.speciality_id = ${wish.speciality_id}
    where ${sql.join(conditions, sql` and `)} order by m.name, m.id`.execute(ctx.db)
  const all_open = poolPolicy.leadsAll(ctx.viewer) || (await poolsAreOpen(ctx))
  const granted = all_open ? null : await grantedTo(ctx, wish)
  return rows.map((row) => ({ ...row, closed: granted !== null && row.group === 'other' && !granted.has(row.id) }))
}

/** What is shown of a performer who is among the first. */
export type ChoiceCard = {
  id: string
  specialities: Speciality[]
  pools: PoolName[]
  curators: PoolRequest['curators']
  asked: { id: string; state: PoolRequest['state']; answer: string | null } | null
}

/** The cards of these performers: trades, pools, who leads them, and what the viewer has asked for that day. One query. */
export async function choiceCards(
  ctx: Ctx,
  ids: readonly string[],
  starts_at: string | null,
): Promise<Map<string, ChoiceCard>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<ChoiceCard>`
    select m.id, ${tradesOfPerson} as specialities, ${poolsOfPerson(sql`m.company_id`, sql`m.id`)} as pools,
      ${curatorsOfPerson(ctx, sql`m.id`)} as curators, ${lastAsked(ctx, starts_at)} as asked
    from members m where m.company_id = ${ctx.viewer.company_id} and ${amongMany('m.id', ids)}`.execute(ctx.db)
  return new Map(rows.map((row) => [row.id, row]))
}

export const tradesOfPerson: RawBuilder<Speciality[]> = sql`(
  select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name) order by s.name), '[]')
  from member_specialities ms join specialities s on s.company_id = ms.company_id and s.id = ms.speciality_id
  where ms.company_id = m.company_id and ms.member_id = m.id)`

function lastAsked(ctx: Ctx, starts_at: string | null): RawBuilder<unknown> {
  const { company_id, time_zone } = ctx.viewer
  const local = (instant: string) => sql`(${sql.ref(instant)} at time zone ${time_zone})::date`
  const day = starts_at === null ? null : dayIn(time_zone, new Date(starts_at))
  const then =
    day === null
      ? sql`${local('r.ends_at')} >= ${todayOf(ctx)}`
      : sql`${day} between ${local('r.starts_at')} and ${local('r.ends_at')}`
  return sql`(select jsonb_build_object('id', r.id, 'state', r.state, 'answer', r.answer) from pool_requests r
    where r.company_id = ${company_id} and r.member_id = m.id and ${handledBy(ctx.viewer, sql`r.asked_by`)} and r.state <> 'withdrawn'
      and ${then} order by r.id desc limit 1)`
}
