import { uuidv7 } from 'uuidv7'
import type * as contract from '#contract/people.ts'
import type { Speciality } from '#contract/people.ts'
import type { Reply } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { among } from '#platform/db/among.ts'
import { hold } from '#platform/db/hold.ts'
import { tellMany } from '#platform/events/tell.ts'

/** The trades that are offered: neither archived nor merged away. */
export async function listSpecialities({ db, viewer }: Ctx): Promise<Reply<typeof contract.listSpecialities>> {
  const rows = await db
    .selectFrom('specialities')
    .select(['id', 'name'])
    .where('company_id', '=', viewer.company_id)
    .where('archived_at', 'is', null)
    .where('merged_into_id', 'is', null)
    .orderBy('name')
    .execute()
  return { rows }
}

/** The company's trades of these names, each once, made where they are new (PPL-7). */
export async function specialitiesNamed(ctx: Ctx, names: string[]): Promise<Speciality[]> {
  const { rows, named } = await read(ctx, names)
  const ids = new Set(names.filter((name) => name.trim()).map((name) => named(name).id))
  return rows.filter(({ id }) => ids.has(id)).map(({ id, name }) => ({ id, name }))
}

/**
 * Which trade of the company a name means, made where it is new (PPL-7). Case and spaces tell no two trades apart:
 * «электрики» typed in haste are the «Электрики» that there are. A name that was merged away is the trade it became.
 */
export async function specialityFinder(ctx: Ctx, names: string[]): Promise<(name: string) => Speciality> {
  return (await read(ctx, names)).named
}

async function read(ctx: Ctx, names: string[]) {
  const wanted = new Map(names.map((name) => [sameName(name), tidyName(name)]))
  wanted.delete('')
  await holdTrades(ctx, [...wanted.values()])
  const before = new Map((await all(ctx)).map((trade) => [sameName(trade.name), trade]))
  const fresh = [...wanted].filter(([same]) => !before.has(same))
  await addSpecialities(
    ctx,
    fresh.map(([, name]) => name),
  )
  const rows = fresh.length > 0 ? await all(ctx) : [...before.values()]
  const by_id = new Map(rows.map((trade) => [trade.id, trade]))
  const by_name = new Map(rows.map((trade) => [sameName(trade.name), by_id.get(trade.merged_into_id ?? trade.id)]))
  const named = (name: string): Speciality => {
    const trade = by_name.get(sameName(name))
    if (!trade) throw new Error('a trade was not made')
    return { id: trade.id, name: trade.name }
  }
  return { rows, named }
}

/** Whoever uses or changes trades of these names waits for the one before. */
export const holdTrades = (ctx: Ctx, names: readonly string[]): Promise<void> =>
  hold(ctx, [...new Set(names.map((name) => `speciality ${sameName(name)}`))])

async function addSpecialities(ctx: Ctx, names: readonly string[]): Promise<void> {
  if (names.length === 0) return
  const made = await ctx.db
    .insertInto('specialities')
    .values(names.map((name) => ({ company_id: ctx.viewer.company_id, id: uuidv7(), name })))
    .onConflict((on) => on.doNothing())
    .returning(['id', 'name'])
    .execute()
  const told = made.map(({ id, name }) => ({ subject: { id }, facts: { name } }))
  await tellMany(ctx, 'speciality.added', told)
}

/** Gives people exactly these trades, by their ids. */
export async function setSpecialities(
  ctx: Ctx,
  given: readonly { member_id: string; trades: readonly string[] }[],
): Promise<void> {
  const company_id = ctx.viewer.company_id
  const whom = given.map(({ member_id }) => member_id)
  await ctx.db
    .deleteFrom('member_specialities')
    .where('company_id', '=', company_id)
    .where(among('member_id', whom))
    .execute()
  const rows = given.flatMap(({ member_id, trades }) =>
    [...new Set(trades)].map((speciality_id) => ({ company_id, member_id, speciality_id })),
  )
  if (rows.length > 0) await ctx.db.insertInto('member_specialities').values(rows).execute()
}

/** Every name that a trade of the company has or had, and what it is called now. */
export async function tradeNames(ctx: Ctx): Promise<{ called: string; name: string }[]> {
  const rows = await all(ctx)
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return rows.map(({ name, merged_into_id }) => ({ called: name, name: names.get(merged_into_id ?? '') ?? name }))
}

async function all({ db, viewer }: Ctx) {
  return db
    .selectFrom('specialities')
    .select(['id', 'name', 'merged_into_id'])
    .where('company_id', '=', viewer.company_id)
    .orderBy('name')
    .execute()
}

export const tidyName = (name: string) => name.trim().replaceAll(/\s+/g, ' ')
export const sameName = (name: string) => tidyName(name).toLocaleLowerCase('ru')
