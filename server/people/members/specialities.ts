import { uuidv7 } from 'uuidv7'
import type * as contract from '#contract/people.ts'
import type { Speciality } from '#contract/people.ts'
import type { Reply } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { hold } from '#platform/db/hold.ts'
import { tell } from '#platform/events/tell.ts'

export async function listSpecialities(ctx: Ctx): Promise<Reply<typeof contract.listSpecialities>> {
  return { rows: await all(ctx) }
}

/**
 * The company's trades of these names, made where they are new (PPL-7). Case and spaces tell no two trades apart:
 * «электрики» typed in haste are the «Электрики» that there are.
 */
export async function specialitiesNamed(ctx: Ctx, names: string[]): Promise<Speciality[]> {
  const wanted = new Map(names.map((name) => [sameName(name), tidyName(name)]))
  wanted.delete('')
  await hold(
    ctx,
    [...wanted.keys()].map((name) => `speciality ${name}`),
  )
  const known = new Set((await all(ctx)).map(({ name }) => sameName(name)))
  const fresh = [...wanted].filter(([same]) => !known.has(same))
  for (const [, name] of fresh) await addSpeciality(ctx, name)
  return (await all(ctx)).filter(({ name }) => wanted.has(sameName(name)))
}

async function addSpeciality(ctx: Ctx, name: string): Promise<void> {
  const made = await ctx.db
    .insertInto('specialities')
    .values({ company_id: ctx.viewer.company_id, id: uuidv7(), name })
    .onConflict((on) => on.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made) await tell(ctx, 'speciality.added', made, { name })
}

/** Gives a person exactly these trades. */
export async function setSpecialities(ctx: Ctx, member_id: string, trades: Speciality[]): Promise<void> {
  const company_id = ctx.viewer.company_id
  await ctx.db
    .deleteFrom('member_specialities')
    .where('company_id', '=', company_id)
    .where('member_id', '=', member_id)
    .execute()
  if (trades.length === 0) return
  await ctx.db
    .insertInto('member_specialities')
    .values(trades.map(({ id }) => ({ company_id, member_id, speciality_id: id })))
    .execute()
}

async function all({ db, viewer }: Ctx): Promise<Speciality[]> {
  return db
    .selectFrom('specialities')
    .select(['id', 'name'])
    .where('company_id', '=', viewer.company_id)
    .orderBy('name')
    .execute()
}

const tidyName = (name: string) => name.trim().replaceAll(/\s+/g, ' ')
const sameName = (name: string) => tidyName(name).toLocaleLowerCase('ru')
