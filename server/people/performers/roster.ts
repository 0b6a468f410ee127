import { type RawBuilder, sql } from 'kysely'
import type { Input } from '#contract/endpoint.ts'
import type * as contract from '#contract/staffing/roster.ts'
import type { Ctx } from '#platform/ctx.ts'
import { dayIn } from '#platform/days.ts'
import { fromCursor, pageOf } from '#platform/keyset.ts'
import { COUNTS, DAYS_AHEAD } from '../certificates/queries.ts'
import { ledOnly } from './led.ts'
import { containing, containingPhone } from '../members/typed-name.ts'

type Part = RawBuilder<unknown>
export type RosterWish = Omit<Input<typeof contract.listPerformers>, 'after'>
/** A performer of the list: the certificate of his that ends first, and where he stands in the order. */
export type OnRoster = {
  id: string
  name: string
  kind: string | null
  expires_on: string | null
  none: number
  key: string
}

/** Performers of a filter in an order that the database knows, so many after a place (PRF-9). */
export async function rosterPage(ctx: Ctx, wish: RosterWish, { after, limit }: { after?: string; limit: number }) {
  const back = wish.sort === undefined || wish.sort === 'name' ? wish.desc === true : false
  const [none, key, name, id] = after === undefined ? [] : fromCursor(after, 4)
  const place = sql`(r.none, r.key, r.name, r.id) ${sql.raw(back ? '<' : '>')} (${none}::int, ${key}::numeric, ${name}, ${id}::uuid)`
  const way = sql.raw(back ? 'desc' : 'asc')
  const { rows } = await sql<OnRoster>`
    select r.* from (${roster(ctx, wish)}) r ${after === undefined ? sql`` : sql`where ${place}`}
    order by r.none ${way}, r.key ${way}, r.name ${way}, r.id ${way} limit ${limit + 1}`.execute(ctx.db)
  return pageOf(rows, limit, (row) => [row.none, row.key, row.name, row.id])
}

/** All of a filter, by name: for an order that only another context knows, and to count them. */
export async function wholeRoster(ctx: Ctx, wish: RosterWish): Promise<OnRoster[]> {
  const { rows } =
    await sql<OnRoster>`select r.* from (${roster(ctx, { ...wish, sort: 'name' })}) r order by r.name, r.id`.execute(
      ctx.db,
    )
  return rows
}

export async function rosterCount(ctx: Ctx, wish: RosterWish): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (${roster(ctx, wish)}) r`.execute(ctx.db)
  return rows[0]?.n ?? 0
}

/** Who has no rate, or no certificate that ends, stands last whichever way is asked for. */
function roster(ctx: Ctx, { sort, desc, ...wish }: RosterWish): Part {
  const today = dayIn(ctx.viewer.time_zone, ctx.now)
  const sign = sql.raw(desc ? '-' : '')
  const all = [...conditions(wish, today), ledOnly(ctx.viewer, sql`m.id`) ?? []].flat()
  const [none, key]: [Part, Part] =
    sort === 'rate'
      ? [
          sql`case when r.cost_per_hour is not null then 0 when r.fee_per_task is not null then 1 else 2 end`,
          sql`${sign}coalesce(r.cost_per_hour, r.fee_per_task, 0)::numeric`,
        ]
      : sort === 'certificates'
        ? [sql`(c.expires_on is null)::int`, sql`${sign}coalesce(c.expires_on - date '2000-01-01', 0)::numeric`]
        : [sql`0`, sql`0::numeric`]
  const rate = sql`left join lateral (select cost_per_hour, fee_per_task from rates where company_id = m.company_id and member_id = m.id
    and from_day <= ${today} order by from_day desc, created_at desc limit 1) r on true`
  return sql`select m.id, m.name, c.kind, c.expires_on, ${none} as none, ${key} as key
    from members m
    left join (select distinct on (c.member_id) c.member_id, c.kind, c.expires_on from
      (select c.*, ${COUNTS} as counts from certificates c
        where c.company_id = ${ctx.viewer.company_id} and c.removed_at is null) c
      where c.counts and c.expires_on is not null order by c.member_id, c.expires_on, c.kind) c on c.member_id = m.id
    ${sort === 'rate' ? rate : sql``}
    where m.company_id = ${ctx.viewer.company_id} and m.kind = 'performer' and ${sql.join(all, sql` and `)}`
}

function conditions(
  { search, speciality_id, pool_id, no_pool, state, certificates }: RosterWish,
  today: string,
): Part[] {
  const pools = sql`from pool_members pm join pools p on p.company_id = pm.company_id and p.id = pm.pool_id and p.archived_at is null
    where pm.company_id = m.company_id and pm.member_id = m.id and pm.to_at is null`
  const typed = search?.trim()
  return [
    state ? sql`m.state = ${state} and m.merged_into is null` : sql`m.state <> 'left'`,
    ...(typed ? [sql`(m.name ilike ${containing(typed)} or m.phone like ${containingPhone(typed)})`] : []),
    ...(speciality_id
      ? [
          sql`exists (select from member_specialities k where k.company_id = m.company_id and k.member_id = m.id and k.speciality_id = ${speciality_id})`,
        ]
      : []),
    ...(pool_id ? [sql`exists (select ${pools} and p.id = ${pool_id})`] : []),
    ...(no_pool ? [sql`not exists (select ${pools})`] : []),
    ...(certificates === 'expired' ? [sql`c.expires_on < ${today}::date`] : []),
    ...(certificates === 'expiring' ? [sql`c.expires_on <= ${today}::date + ${sql.lit(DAYS_AHEAD)}`] : []),
  ]
}
