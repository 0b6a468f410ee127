import { sql } from 'kysely'
import type { PartyField } from '#contract/parties/doubles.ts'
import type { Requisites } from '#contract/requisites.ts'
import type { Ctx } from '#platform/ctx.ts'
import { found } from '#platform/errors.ts'
import { memberNames } from '#server/people/index.ts'
import { allCounterparties } from '../queries.ts'
import { requisitesOn, today, type Version, writeVersion } from '../requisites/versions.ts'
import { changed, type Fields, type Said, type Sides } from './fields.ts'

/** Columns of a counterparty's own that a merge may change. */
export type Columns = {
  name: string
  kind: 'organisation' | 'person'
  tax_number: string | null
  responsible_id: string | null
  note: string | null
  is_customer: boolean
  is_supplier: boolean
}

const rowOf = async (ctx: Ctx, id: string) =>
  found(await allCounterparties(ctx).where('c.id', '=', id).executeTakeFirst(), 'counterparty')

/** What a counterparty's card says today, field by field, in words. */
export async function counterpartySays(ctx: Ctx, id: string): Promise<Said> {
  const row = await rowOf(ctx, id)
  const { requisites } = await requisitesOn(ctx, row, today(ctx))
  const names = await memberNames(ctx, [row.responsible_id])
  const { tax_number: _, ...rest } = requisites
  const { name, kind, tax_number, note } = row
  const responsible = (row.responsible_id && names.get(row.responsible_id)) || null
  return { name, kind, tax_number, responsible, note, ...inWords(rest) }
}

function inWords(requisites: Requisites): Said {
  const said = Object.entries(requisites).flatMap(([field, value]) =>
    value === '' || value === undefined ? [] : [[field as PartyField, String(value)] as const],
  )
  return Object.fromEntries(said)
}

/**
 * What the card that remains says from now on: each field as it was chosen, a note that both have whole, and as a customer
 * or supplier whatever either was. Called once all that names the card given up has gone over: the requisites of both by
 * their days among it; where others than the chosen would hold today, the chosen ones are said anew from today.
 */
export async function joinCounterparties(ctx: Ctx, ids: { kept: string; gone: string }, sides: Sides): Promise<Fields> {
  const [kept, gone] = [await rowOf(ctx, ids.kept), await rowOf(ctx, ids.gone)]
  const of = (field: PartyField) => (sides(field) === 'gone' ? gone : kept)
  const columns: Columns = {
    name: of('name').name,
    kind: of('kind').kind,
    tax_number: of('tax_number').tax_number,
    responsible_id: of('responsible').responsible_id,
    note: bothNotes(kept.note, gone.note),
    is_customer: kept.is_customer || gone.is_customer,
    is_supplier: kept.is_supplier || gone.is_supplier,
  }
  return { columns: changed<Columns>(kept, columns), requisites: null }
}

type Holding = { kept: Version; gone: Version }

/** What both had today, read before anything goes over. */
export async function heldToday(ctx: Ctx, ids: { kept: string; gone: string }): Promise<Holding> {
  const of = async (id: string) => requisitesOn(ctx, await rowOf(ctx, id), today(ctx))
  return { kept: await of(ids.kept), gone: await of(ids.gone) }
}

/** The chosen requisites hold from today on; what was written for it. */
export async function joinRequisites(
  ctx: Ctx,
  counterparty_id: string,
  { had, sides }: { had: Holding; sides: Sides },
): Promise<Fields['requisites']> {
  const fields = [...new Set([had.kept, had.gone].flatMap(({ requisites }) => Object.keys(requisites)))].filter(
    (one) => one !== 'tax_number',
  )
  const chosen = Object.fromEntries(
    fields.flatMap((field) => {
      const value = had[sides(field as PartyField)].requisites[field as keyof Requisites]
      return value === undefined || value === '' ? [] : [[field, value]]
    }),
  ) as Requisites
  const now = await requisitesOn(ctx, await rowOf(ctx, counterparty_id), today(ctx))
  const { tax_number: _, ...held } = now.requisites
  if (same(held, chosen)) return null
  // What holds is the card's own still: it is corrected where it stands. Else what came over holds, and is followed.
  if (now.from_day === had.kept.from_day) {
    await writeRequisites(ctx, counterparty_id, { from_day: now.from_day, requisites: chosen })
    return { from_day: now.from_day, was: held, became: chosen }
  }
  const from_day = today(ctx)
  const stood = now.from_day === from_day ? held : null
  await writeVersion(ctx, { counterparty_id, from_day, requisites: chosen })
  return { from_day, was: stood, became: chosen }
}

/** Requisites of the row itself, or of a day. */
async function writeRequisites(
  ctx: Ctx,
  counterparty_id: string,
  { from_day, requisites }: { from_day: string | null; requisites: Requisites },
): Promise<void> {
  const tab = from_day === null ? 'counterparties' : 'requisites_versions'
  const key = from_day === null ? 'id' : 'counterparty_id'
  const day = from_day === null ? sql`` : sql`and from_day = ${from_day}`
  // The row's own carry the tax number, too, which is none of theirs.
  await sql`update ${sql.table(tab)} set requisites = ${requisites}::jsonb
      || case when requisites ? 'tax_number' then jsonb_build_object('tax_number', requisites -> 'tax_number') else '{}' end
    where company_id = ${ctx.viewer.company_id} and ${sql.ref(key)} = ${counterparty_id} ${day}`.execute(ctx.db)
}

/** Each requisite says again what it said, unless it was changed since (CPT-20). */
export async function bringBackRequisites(ctx: Ctx, id: string, wrote: Fields['requisites']): Promise<void> {
  if (!wrote) return
  const { from_day, was, became } = wrote
  const now = await standing(ctx, id, from_day)
  if (now === null) return
  if (was === null) {
    if (!same(now, became)) return
    await sql`delete from requisites_versions where company_id = ${ctx.viewer.company_id} and counterparty_id = ${id}
      and from_day = ${from_day}`.execute(ctx.db)
    return
  }
  const fields = [
    ...new Set([...Object.keys(was), ...Object.keys(became), ...Object.keys(now)]),
  ] as (keyof Requisites)[]
  const back = fields.flatMap((field) => {
    const value = now[field] === became[field] ? was[field] : now[field]
    return value === undefined ? [] : [[field, value]]
  })
  await writeRequisites(ctx, id, { from_day, requisites: Object.fromEntries(back) as Requisites })
}

async function standing(ctx: Ctx, id: string, from_day: string | null): Promise<Requisites | null> {
  const at =
    from_day === null
      ? sql`counterparties where id = ${id}`
      : sql`requisites_versions where counterparty_id = ${id} and from_day = ${from_day}`
  const { rows } = await sql<{ requisites: Requisites }>`select requisites - 'tax_number' as requisites from ${at}
    and company_id = ${ctx.viewer.company_id}`.execute(ctx.db)
  return rows[0]?.requisites ?? null
}

function bothNotes(kept: string | null, gone: string | null): string | null {
  if (!kept || !gone || kept === gone) return kept ?? gone
  return `${kept}\n\n${gone}`
}

const same = (one: object, other: object): boolean => {
  const sorted = (of: object) => JSON.stringify(Object.entries(of).toSorted(([a], [b]) => a.localeCompare(b)))
  return sorted(one) === sorted(other)
}
