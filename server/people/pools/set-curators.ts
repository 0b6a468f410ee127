import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import type * as contract from '#contract/pools.ts'
import type { Input } from '#contract/endpoint.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { expectVersion, found, insist, invalid } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { seeAnew } from '../roles/see-anew.ts'
import { rightsOfHolder } from '../rights.ts'
import { todayOf, willHold } from './in-force.ts'
import { poolPolicy } from './policy.ts'
import { lockPool, presentPool, showPool, touchPool } from './queries.ts'

type Term = { member_id: string; deputy: boolean; from_day: string; to_day: string | null }

/** Says who leads a pool, from when to when (POOL-4): a term that is not named ends now, one that stays is left alone. */
export async function setCurators(ctx: Ctx, { pool_id, curators }: Input<typeof contract.setCurators>) {
  const pool = await lockPool(ctx, pool_id)
  insist(poolPolicy.curate(ctx.viewer, pool))
  expectVersion(ctx, pool, presentPool(ctx, pool))
  await writeTerms(ctx, pool, curators)
  return showPool(ctx, pool_id)
}

/** Whoever calls holds the pool, or has just made it. */
export async function writeTerms(ctx: Ctx, pool: { id: string; name: string }, wanted: contract.Term[]): Promise<void> {
  const today = todayOf(ctx)
  const terms = wanted.map(({ member_id, deputy, from_day = today, to_day = null }) => ({
    member_id,
    deputy,
    from_day,
    to_day,
  }))
  const ids = terms.map(({ member_id }) => member_id)
  const names = await curatorNames(ctx, ids, 'curators')
  insistOnDays(terms, today)
  const standing = await termsOf(ctx, pool.id)
  const kept = standing.filter((one) => terms.some((term) => same(one, term)))
  const gone = standing.filter((one) => !kept.includes(one))
  const fresh = terms.filter((term) => !standing.some((one) => same(one, term)))
  if (gone.length + fresh.length === 0) return
  await endTerms(
    ctx,
    gone.map(({ id }) => id),
  )
  await insertTerms(ctx, pool.id, fresh)
  await touchPool(ctx, pool.id)
  const curators = terms.map((term) => ({ ...term, name: names.get(term.member_id) ?? '' }))
  await tell(ctx, 'pool.curators_set', pool, {
    name: pool.name,
    names: curators.map(({ name }) => name).join(', '),
    curators,
  })
}

/** What they are called, if they are staff who work here and may give tasks; others would lead nobody (POOL-4). */
export async function curatorNames(ctx: Ctx, ids: readonly string[], field: string): Promise<Map<string, string>> {
  const rows = await ctx.db
    .selectFrom('members')
    .leftJoin('roles as r', (join) =>
      join.onRef('r.company_id', '=', 'members.company_id').onRef('r.id', '=', 'members.role_id'),
    )
    .select(['members.id', 'members.name', 'role', 'state', 'r.rights as role_rights'])
    .where('members.company_id', '=', ctx.viewer.company_id)
    .where(sql<boolean>`members.id = any(${ids}::uuid[])`)
    .execute()
  const known = new Map(rows.map((row) => [row.id, row]))
  return new Map(
    ids.map((id) => {
      const { name, state, ...holder } = found(known.get(id), 'member')
      const leads = state === 'active' && rightsOfHolder(holder).includes('tasks.give')
      insist(leads ? null : invalid(field, 'pool.curator_cannot_lead', { name }))
      return [id, name]
    }),
  )
}

function insistOnDays(terms: readonly Term[], today: string): void {
  for (const [at, { from_day, to_day, member_id, deputy }] of terms.entries()) {
    const backwards = to_day !== null && to_day < from_day
    insist(backwards ? invalid(`curators.${at}.to_day`, 'pool.ends_before_start') : null)
    insist(to_day !== null && to_day < today ? invalid(`curators.${at}.to_day`, 'pool.term_over') : null)
    const twice = terms.findIndex(
      (one) => one.member_id === member_id && one.deputy === deputy && overlap(one, { from_day, to_day }),
    )
    insist(twice < at ? invalid(`curators.${at}.member_id`, 'pool.curator_twice') : null)
  }
}

type Days = Pick<Term, 'from_day' | 'to_day'>
const overlap = (a: Days, b: Days): boolean =>
  (a.to_day === null || a.to_day >= b.from_day) && (b.to_day === null || b.to_day >= a.from_day)

/** The same person for the same days: nothing to be written. */
const same = (a: Term, b: Term): boolean =>
  a.member_id === b.member_id && a.deputy === b.deputy && a.from_day === b.from_day && a.to_day === b.to_day

/** The terms of a pool that hold, or will. */
export async function termsOf(ctx: Ctx, pool_id: string): Promise<(Term & { id: string })[]> {
  const { rows } = await sql<Term & { id: string }>`
    select c.id, c.member_id, c.deputy, c.from_day, c.to_day from pool_curators c
    where c.company_id = ${ctx.viewer.company_id} and c.pool_id = ${pool_id} and ${willHold(ctx)}`.execute(ctx.db)
  return rows
}

export async function endTerms(ctx: Ctx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  seeAnew(ctx)
  await ctx.db
    .updateTable('pool_curators')
    .set({ ended_at: ctx.now })
    .where('company_id', '=', ctx.viewer.company_id)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute()
}

export async function insertTerms(
  ctx: Ctx,
  pool_id: string,
  terms: readonly Term[],
  set_by = memberOf(ctx),
): Promise<void> {
  if (terms.length === 0) return
  seeAnew(ctx)
  const own = { company_id: ctx.viewer.company_id, pool_id, set_by, set_at: ctx.now }
  await ctx.db
    .insertInto('pool_curators')
    .values(terms.map((term) => ({ ...own, ...term, id: uuidv7() })))
    .execute()
}
