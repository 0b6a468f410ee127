import { sql } from 'kysely'
import type { HeldThing } from '#contract/leaving.ts'
import type { Person } from '#contract/people.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { tell } from '#platform/events/tell.ts'
import { todayOf, willHold } from './in-force.ts'
import { findPool, touchPool } from './queries.ts'
import { inWords, requestsWhere } from './requests/queries.ts'
import { curatorNames, endTerms, insertTerms, termsOf } from './set-curators.ts'

/** Pools that a person leads, or is to lead, as curator or deputy, by name. */
export async function poolsLedBy(ctx: Ctx, member_id: string): Promise<HeldThing[]> {
  const { rows } = await sql<{ id: string; title: string }>`
    select p.id, p.name as title from pools p where p.company_id = ${ctx.viewer.company_id} and p.archived_at is null
      and exists (select from pool_curators c where c.company_id = p.company_id and c.pool_id = p.id
        and c.member_id = ${member_id} and ${willHold(ctx)})
    order by p.name, p.id`.execute(ctx.db)
  return rows.map((row) => ({ ...row, number: null }))
}

/** Holds the pools that a person leads or is in, and the requests by him or for him, until the transaction ends. */
export async function holdPoolsOf({ db, viewer }: Ctx, member_id: string): Promise<void> {
  const own = (table: string) =>
    sql`select pool_id from ${sql.table(table)} where company_id = ${viewer.company_id} and member_id = ${member_id}`
  await sql`select id from pools where company_id = ${viewer.company_id}
    and id in (${own('pool_curators')} union ${own('pool_members')}) order by id for no key update`.execute(db)
  await sql`select id from pool_requests where company_id = ${viewer.company_id}
    and (member_id = ${member_id} or asked_by = ${member_id}) and state = 'asked' order by id for no key update`.execute(
    db,
  )
}

type Handing = { from: Person; to: Person | null; ids: readonly string[] }

/** Another leads these pools for the days that were his, or nobody does (POOL-15). They are held. */
export async function handPools(ctx: Ctx, { from, to, ids }: Handing): Promise<void> {
  // Staff who may give tasks; others would lead nobody.
  if (to) await curatorNames(ctx, [to.id], 'held')
  for (const id of ids) {
    const pool = await findPool(ctx, id)
    const terms = await termsOf(ctx, id)
    const his = terms.filter(({ member_id }) => member_id === from.id)
    const left = terms.filter((one) => !his.includes(one))
    const fresh = to ? his.flatMap((term) => inherited(ctx, term, { to, left })) : []
    await endTerms(
      ctx,
      his.map((term) => term.id),
    )
    await insertTerms(ctx, id, fresh)
    await touchPool(ctx, id)
    const names = new Map(pool.curators.map(({ member }) => [member.id, member.name]))
    if (to) names.set(to.id, to.name)
    const curators = [...left, ...fresh].map(({ member_id, deputy, from_day, to_day }) => ({
      member_id,
      deputy,
      from_day,
      to_day,
      name: names.get(member_id) ?? '',
    }))
    const said = { name: pool.name, names: curators.map(({ name }) => name).join(', '), curators }
    await tell(ctx, 'pool.curators_set', pool, said)
  }
}

type Term = Awaited<ReturnType<typeof termsOf>>[number]

/** The same days from today on; nothing where he leads it then already. */
function inherited(ctx: Ctx, { deputy, ...term }: Term, { to, left }: { to: Person; left: readonly Term[] }) {
  const today = todayOf(ctx)
  const from_day = term.from_day < today ? today : term.from_day
  const leads = left.some(
    (one) =>
      one.member_id === to.id &&
      (deputy || !one.deputy) &&
      (one.to_day === null || one.to_day >= from_day) &&
      (term.to_day === null || term.to_day >= one.from_day),
  )
  return leads ? [] : [{ member_id: to.id, deputy, from_day, to_day: term.to_day }]
}

/** A person who is there no more is in no pool, and nobody asks for him, nor he for anybody (POOL-15). */
export async function leavePools(ctx: Ctx, who: Person): Promise<void> {
  await endRequests(ctx, who)
  const gone = await ctx.db
    .updateTable('pool_members')
    .set({ to_at: ctx.now, taken_by: memberOf(ctx) })
    .where('company_id', '=', ctx.viewer.company_id)
    .where('member_id', '=', who.id)
    .where('to_at', 'is', null)
    .returning('pool_id')
    .execute()
  for (const { pool_id } of gone) {
    const pool = await findPool(ctx, pool_id)
    await tell(ctx, 'pool.people_taken', pool, { name: pool.name, people: 1, names: who.name })
    await touchPool(ctx, pool_id)
  }
}

async function endRequests(ctx: Ctx, { id }: Person): Promise<void> {
  // All of them, also those that whoever lets him go would not see.
  const program = { ...ctx, viewer: { ...ctx.viewer, kind: 'system' as const } }
  const open = sql`r.state = 'asked' and (r.member_id = ${id} or r.asked_by = ${id})`
  for (const request of await requestsWhere(program, open)) {
    const state = request.asked_by_id === id ? 'withdrawn' : 'refused'
    await ctx.db
      .updateTable('pool_requests')
      .set({ state, answered_by: memberOf(ctx), answered_at: ctx.now })
      .where('company_id', '=', ctx.viewer.company_id)
      .where('id', '=', request.id)
      .execute()
    await tell(ctx, `pool_request.${state}`, request, { ...inWords(request), word: null })
  }
}
