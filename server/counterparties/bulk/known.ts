import { sql } from 'kysely'
import type { Requisites } from '#contract/requisites.ts'
import type { Ctx } from '#platform/ctx.ts'
import { sameAddress } from '../sites/put-site.ts'
import type { Incoming } from './incoming.ts'

/** A counterparty as rows are compared with it: there before, made by this import, or made by these very rows. */
export type Firm = {
  id: string
  kind: 'organisation' | 'person'
  name: string
  name_key: string
  tax_number: string | null
  requisites: Requisites
  note: string | null
  is_customer: boolean
  is_supplier: boolean
  version: number
  /** Its requisites have days: a table does not say from when, and leaves them. */
  dated: boolean
  from: 'before' | 'import' | 'rows'
}
/** A contact; `firm` is what his counterparty is called. */
export type Human = {
  id: string
  name: string
  position: string | null
  counterparty_id: string | null
  firm: string | null
  version: number
  from: 'before' | 'rows'
}

/** What is there already, of all that the rows so far have named. */
export type Known = {
  by_id: Map<string, Firm>
  by_tax: Map<string, Firm>
  by_name: Map<string, Firm[]>
  by_reach: Map<string, Human>
  people: Map<string, Human[]>
  /** By counterparty and address. */
  places: Set<string>
  asked: Set<string>
}

export const nothingKnown = (): Known => ({
  by_id: new Map(),
  by_tax: new Map(),
  by_name: new Map(),
  by_reach: new Map(),
  people: new Map(),
  places: new Set(),
  asked: new Set(),
})

/** As the column `name_key` has it. */
export const nameKey = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[«»"“”„]/g, '')
export const reachKey = ({ kind, value }: { kind: string; value: string }): string => `${kind} ${value}`
export const placeKey = (counterparty_id: string, address: string): string =>
  `${counterparty_id} ${sameAddress(address)}`

/** Which of these counterparties the import itself has made. */
export type Own = (ids: readonly string[]) => Promise<ReadonlySet<string>>

/** Reads what is there of all that these rows name: five queries, however many they are. */
export async function learn(ctx: Ctx, known: Known, rows: readonly Incoming[], own: Own): Promise<void> {
  const fresh = (kind: string, values: readonly (string | null)[]) => {
    const news = new Set(values.filter((value) => value !== null).filter((value) => !known.asked.has(kind + value)))
    for (const value of news) known.asked.add(kind + value)
    return [...news]
  }
  const reaches = rows.flatMap(({ contact }) => contact?.reaches ?? [])
  const holders = await holdersOf(ctx, fresh('', reaches.map(reachKey)))
  const firms = await firmsLike(ctx, {
    taxes: fresh(
      'tax ',
      rows.map(({ counterparty }) => counterparty.tax_number),
    ),
    names: fresh(
      'name ',
      rows.map(({ counterparty }) => nameKey(counterparty.name)),
    ),
    ids: fresh(
      'id ',
      holders.map(({ counterparty_id }) => counterparty_id),
    ),
  })
  const ids = [...new Set(firms.map(({ id }) => id).filter((id) => !known.by_id.has(id)))]
  const made = ids.length > 0 ? await own(ids) : new Set<string>()
  for (const { called, ...row } of firms) {
    const firm = known.by_id.get(row.id) ?? { ...row, from: made.has(row.id) ? 'import' : 'before' }
    if (!known.by_id.has(firm.id)) remember(known, firm)
    alias(known, called, firm)
  }
  for (const { kind, value, ...human } of holders)
    known.by_reach.set(reachKey({ kind, value }), humanOf(known, { ...human, from: 'before' }))
  for (const human of await peopleOf(ctx, ids)) humanOf(known, human)
  for (const { counterparty_id, address } of await placesOf(ctx, ids))
    known.places.add(placeKey(counterparty_id, address))
}

/** Puts a counterparty where rows look for it. */
export function remember(known: Known, firm: Firm): void {
  known.by_id.set(firm.id, firm)
  if (firm.tax_number !== null) known.by_tax.set(firm.tax_number, firm)
  alias(known, firm.name_key, firm)
}

function alias(known: Known, called: string, firm: Firm): void {
  const namesakes = known.by_name.get(called)
  if (!namesakes) known.by_name.set(called, [firm])
  else if (!namesakes.includes(firm)) namesakes.push(firm)
}

/** The one object of a contact, whatever way he was found. */
export function humanOf(known: Known, human: Human): Human {
  const { counterparty_id } = human
  if (counterparty_id === null) return human
  const people = known.people.get(counterparty_id) ?? []
  const there = people.find(({ id }) => id === human.id)
  if (there) return there
  known.people.set(counterparty_id, [...people, human])
  return human
}

type Wanted = { taxes: string[]; names: string[]; ids: string[] }

/**
 * Each way by an index of its own: asked for in one condition they would be looked for in every row. Who knows the name
 * of a card that was given up means the one that remains.
 */
async function firmsLike({ db, viewer }: Ctx, { taxes, names, ids }: Wanted) {
  const from = sql`select coalesce(merged_into, id) as id, name_key as called from counterparties where company_id = ${viewer.company_id}`
  const { rows } = await sql<Omit<Firm, 'from'> & { called: string }>`
    select c.id, c.kind, c.name, c.name_key, c.tax_number, c.requisites, c.note, c.is_customer, c.is_supplier, c.version,
      found.called,
      exists (select from requisites_versions v where v.company_id = c.company_id and v.counterparty_id = c.id) as dated
    from (${from} and tax_number = any(${taxes}::text[]) union ${from} and name_key = any(${names}::text[])
      union ${from} and id = any(${ids}::uuid[])) found
    join counterparties c on c.company_id = ${viewer.company_id} and c.id = found.id
    order by found.called <> c.name_key`.execute(db)
  return rows
}

type Holder = Omit<Human, 'from'> & { kind: string; value: string }

async function holdersOf({ db, viewer }: Ctx, keys: readonly string[]): Promise<Holder[]> {
  if (keys.length === 0) return []
  const values = keys.map((key) => key.slice(key.indexOf(' ') + 1))
  const { rows } = await sql<Holder>`
    select i.kind, i.value, k.id, k.name, k.position, k.counterparty_id, c.name as firm, k.version
    from contact_identities i join contacts k on k.company_id = i.company_id and k.id = i.contact_id
    left join counterparties c on c.company_id = k.company_id and c.id = k.counterparty_id
    where i.company_id = ${viewer.company_id} and i.value = any(${values}::text[])`.execute(db)
  return rows
}

async function peopleOf({ db, viewer }: Ctx, ids: readonly string[]): Promise<Human[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Human>`
    select k.id, k.name, k.position, k.counterparty_id, c.name as firm, k.version, 'before' as "from"
    from contacts k join counterparties c on c.company_id = k.company_id and c.id = k.counterparty_id
    where k.company_id = ${viewer.company_id} and k.counterparty_id = any(${ids}::uuid[]) and k.merged_into is null order by k.id`.execute(
    db,
  )
  return rows
}

async function placesOf({ db, viewer }: Ctx, ids: readonly string[]) {
  if (ids.length === 0) return []
  return db
    .selectFrom('sites')
    .select(['counterparty_id', 'address'])
    .where('company_id', '=', viewer.company_id)
    .where('merged_into', 'is', null)
    .where(sql<boolean>`counterparty_id = any(${ids}::uuid[])`)
    .execute()
}
