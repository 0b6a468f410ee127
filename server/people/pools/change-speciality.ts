import { sql } from 'kysely'
import type * as contract from '#contract/staffing/specialities.ts'
import type { Speciality } from '#contract/people.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { found, insist, invalid, notNow } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { holdTrades, sameName, tidyName } from '../members/specialities.ts'
import { poolPolicy } from './policy.ts'

/** Calls a trade otherwise (POOL-12). A name that another has is no name for it: the two are merged instead. */
export async function renameSpeciality(ctx: Ctx, { speciality_id, name }: Input<typeof contract.renameSpeciality>) {
  insist(poolPolicy.specialities(ctx.viewer))
  const before = await findTrade(ctx, speciality_id)
  const next = tidyName(name)
  insist(next ? null : invalid('name', 'field.required'))
  await holdTrades(ctx, [before.name, next])
  const other = (await allTrades(ctx)).find((one) => one.id !== speciality_id && sameName(one.name) === sameName(next))
  // The name of a trade that was merged into this very one comes back to it.
  if (other?.merged_into_id === speciality_id) await dropAlias(ctx, other.id)
  else insist(other ? invalid('name', 'speciality.name_taken', { name: other.name }) : null)
  if (next === before.name) return { id: speciality_id, name: next }
  await write(ctx, speciality_id, { name: next })
  await tell(ctx, 'speciality.renamed', before, { name: next, from: before.name })
  return { id: speciality_id, name: next }
}

/** A trade is offered no more (POOL-12). */
export async function archiveSpeciality(ctx: Ctx, { speciality_id }: Input<typeof contract.archiveSpeciality>) {
  insist(poolPolicy.specialities(ctx.viewer))
  const { id, name, archived_at } = await findTrade(ctx, speciality_id)
  if (archived_at === null) {
    await write(ctx, id, { archived_at: ctx.now })
    await tell(ctx, 'speciality.archived', { id }, { name })
  }
  return { id, name }
}

export async function restoreSpeciality(ctx: Ctx, { speciality_id }: Input<typeof contract.restoreSpeciality>) {
  insist(poolPolicy.specialities(ctx.viewer))
  const { id, name, archived_at } = await findTrade(ctx, speciality_id)
  if (archived_at !== null) {
    await write(ctx, id, { archived_at: null })
    await tell(ctx, 'speciality.restored', { id }, { name })
  }
  return { id, name }
}

type Merge = { speciality_id: string; into_speciality_id: string }

/**
 * Makes one trade another (POOL-13): who knows the one knows the other, pools of it are of that, and its name means
 * it from now on. What other contexts keep by the trade they move themselves: whoever calls sees to it.
 */
export async function mergeTrades(ctx: Ctx, { speciality_id, into_speciality_id }: Merge): Promise<Speciality> {
  insist(poolPolicy.specialities(ctx.viewer))
  insist(speciality_id === into_speciality_id ? notNow('speciality.same') : null)
  const [one, into] = [await findTrade(ctx, speciality_id), await findTrade(ctx, into_speciality_id)]
  await holdTrades(ctx, [one.name, into.name])
  // Read anew behind the lock: of two that are merged into each other at once the second finds nothing left.
  await findTrade(ctx, speciality_id)
  await findTrade(ctx, into_speciality_id)
  const people = await moveUses(ctx, 'member_specialities', 'member_id', { from: one.id, to: into.id })
  const pools = await moveUses(ctx, 'pool_specialities', 'pool_id', { from: one.id, to: into.id })
  await sql`update specialities set merged_into_id = ${into.id}, archived_at = ${ctx.now}
    where company_id = ${ctx.viewer.company_id} and (id = ${one.id} or merged_into_id = ${one.id})`.execute(ctx.db)
  await tell(ctx, 'speciality.merged', one, { name: one.name, into: into.name, people, pools })
  return { id: into.id, name: into.name }
}

type Table = 'member_specialities' | 'pool_specialities'

async function moveUses(
  ctx: Ctx,
  table: Table,
  whose: string,
  { from, to }: { from: string; to: string },
): Promise<number> {
  const { company_id } = ctx.viewer
  await sql`insert into ${sql.table(table)} (company_id, ${sql.ref(whose)}, speciality_id)
    select company_id, ${sql.ref(whose)}, ${to} from ${sql.table(table)}
    where company_id = ${company_id} and speciality_id = ${from} on conflict do nothing`.execute(ctx.db)
  const { numAffectedRows = 0n } = await sql`delete from ${sql.table(table)}
    where company_id = ${company_id} and speciality_id = ${from}`.execute(ctx.db)
  return Number(numAffectedRows)
}

/** A trade that was not merged away. */
async function findTrade(ctx: Ctx, id: string) {
  const trade = (await allTrades(ctx)).find((one) => one.id === id && one.merged_into_id === null)
  return found(trade, 'speciality')
}

async function allTrades({ db, viewer }: Ctx) {
  return db
    .selectFrom('specialities')
    .select(['id', 'name', 'archived_at', 'merged_into_id'])
    .where('company_id', '=', viewer.company_id)
    .execute()
}

async function write(
  { db, viewer }: Ctx,
  id: string,
  change: { name?: string; archived_at?: Date | null },
): Promise<void> {
  await db
    .updateTable('specialities')
    .set(change)
    .where('company_id', '=', viewer.company_id)
    .where('id', '=', id)
    .execute()
}

async function dropAlias(ctx: Ctx, id: string): Promise<void> {
  await sql`delete from specialities where company_id = ${ctx.viewer.company_id} and id = ${id}`.execute(ctx.db)
}
