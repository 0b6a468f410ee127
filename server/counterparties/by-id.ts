import { sql } from 'kysely'
import type * as contract from '#contract/counterparties.ts'
import type { Ctx } from '#platform/ctx.ts'
import { presentContact, presentCounterparties, presentSite } from './present-counterparty.ts'
import { among, visibleContacts, visibleCounterparties, visibleSites } from './queries.ts'

type Ids = readonly (string | null)[]
const known = (ids: Ids): string[] => [...new Set(ids.filter((id) => id !== null))]

type Table = 'counterparties' | 'contacts'

/** Rows with these ids, or those that remain of them after a merge. */
const amongThese = (table: Table, column: string, ids: readonly string[]) =>
  sql<boolean>`${sql.ref(column)} = any(array(
    select coalesce(g.merged_into, g.id) from ${sql.table(table)} g where ${among('g.id', ids)}))`

/** Under which of these ids a row was known before a merge. */
const earlier = (table: Table, column: string, ids: readonly string[]) =>
  sql<
    string[]
  >`array(select g.id from ${sql.table(table)} g where ${among('g.id', ids)} and g.merged_into = ${sql.ref(column)})`

function byAll<R extends { id: string; earlier: string[] }, T>(
  rows: readonly R[],
  shown: (row: R) => T | undefined,
): Map<string, T> {
  return new Map(
    rows.flatMap((row) => {
      const is = shown(row)
      return is === undefined ? [] : [row.id, ...row.earlier].map((id) => [id, is] as const)
    }),
  )
}

/** Counterparties by id, of those that the viewer may see: two queries, however many. */
export async function counterpartiesById(ctx: Ctx, ids: Ids): Promise<Map<string, contract.Counterparty>> {
  const wanted = known(ids)
  if (wanted.length === 0) return new Map()
  const found = await visibleCounterparties(ctx)
    .select(earlier('counterparties', 'c.id', wanted).as('earlier'))
    .where(amongThese('counterparties', 'c.id', wanted))
    .execute()
  const rows = new Map((await presentCounterparties(ctx, found)).map((row) => [row.id, row]))
  return byAll(found, ({ id }) => rows.get(id))
}

export async function contactsById(ctx: Ctx, ids: Ids): Promise<Map<string, contract.Contact>> {
  const wanted = known(ids)
  if (wanted.length === 0) return new Map()
  const found = await visibleContacts(ctx)
    .select(earlier('contacts', 'k.id', wanted).as('earlier'))
    .where(amongThese('contacts', 'k.id', wanted))
    .execute()
  return byAll(found, ({ earlier: _, ...row }) => presentContact(row))
}

/** All addresses of these counterparties, by address. */
export async function sitesOf(ctx: Ctx, counterparty_ids: Ids): Promise<contract.Site[]> {
  const wanted = known(counterparty_ids)
  if (wanted.length === 0) return []
  const rows = await visibleSites(ctx)
    .where(among('s.counterparty_id', wanted))
    .orderBy('s.address')
    .orderBy('s.id')
    .execute()
  return rows.map(presentSite)
}
