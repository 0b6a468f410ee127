import { uuidv7 } from 'uuidv7'
import type * as contract from '#contract/pools.ts'
import type { Input } from '#contract/endpoint.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { hold } from '#platform/db/hold.ts'
import { insist, invalid } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { sameName, specialitiesNamed, tidyName } from '../members/specialities.ts'
import { poolPolicy } from './policy.ts'
import { putPeople } from './pool-people.ts'
import { showPool } from './queries.ts'
import { writeTerms } from './set-curators.ts'

/** Makes a pool (POOL-1, POOL-3). A manager who makes one curates it; others name its curators. */
export async function makePool(ctx: Ctx, input: Input<typeof contract.makePool>) {
  insist(poolPolicy.make(ctx.viewer))
  const { company_id } = ctx.viewer
  const id = uuidv7()
  const name = await freePoolName(ctx, input.name, null)
  await ctx.db
    .insertInto('pools')
    .values({ company_id, id, name, created_by: memberOf(ctx), created_at: ctx.now })
    .execute()
  const trades = await specialitiesNamed(ctx, input.specialities)
  await setPoolSpecialities(ctx, id, trades)
  await tell(ctx, 'pool.made', { id }, { name, specialities: trades.map((trade) => trade.name).join(', ') })
  await writeTerms(ctx, { id, name }, ownTerm(ctx, input.curators ?? []))
  if (input.member_ids) await putPeople(ctx, { id, name }, input.member_ids)
  return showPool(ctx, id)
}

/** Else he would have made a pool that he may not touch. */
function ownTerm(ctx: Ctx, curators: contract.Term[]): contract.Term[] {
  const member_id = memberOf(ctx)
  const named = curators.some((one) => one.member_id === member_id && !one.deputy)
  return poolPolicy.leadsAll(ctx.viewer) || named ? curators : [...curators, { member_id, deputy: false }]
}

/** A name that no other pool of the company has, as it will be written. */
export async function freePoolName(ctx: Ctx, typed: string, own_id: string | null): Promise<string> {
  const name = tidyName(typed)
  insist(name ? null : invalid('name', 'field.required'))
  await hold(ctx, [`pool ${sameName(name)}`])
  const rows = await ctx.db
    .selectFrom('pools')
    .select(['id', 'name'])
    .where('company_id', '=', ctx.viewer.company_id)
    .where('archived_at', 'is', null)
    .execute()
  const taken = rows.find((pool) => pool.id !== own_id && sameName(pool.name) === sameName(name))
  insist(taken ? invalid('name', 'pool.name_taken', { pool: taken.name }) : null)
  return name
}

export async function setPoolSpecialities(
  { db, viewer }: Ctx,
  pool_id: string,
  trades: { id: string }[],
): Promise<void> {
  const { company_id } = viewer
  await db.deleteFrom('pool_specialities').where('company_id', '=', company_id).where('pool_id', '=', pool_id).execute()
  if (trades.length === 0) return
  await db
    .insertInto('pool_specialities')
    .values(trades.map(({ id }) => ({ company_id, pool_id, speciality_id: id })))
    .execute()
}
