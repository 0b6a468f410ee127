import { type RawBuilder, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Requisites } from '#contract/requisites.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Column } from '#platform/db/json-time.ts'
import { found } from '#platform/errors.ts'

/** The company's counterparties: every read of them starts here. Customers see themselves, performers nobody. */
export const visibleCounterparties = (ctx: Ctx) => allCounterparties(ctx).where('c.merged_into', 'is', null)

/** The same, and the cards that were given up (CPT-19). */
export function allCounterparties({ db, viewer }: Ctx) {
  return db
    .selectFrom('counterparties as c')
    .where('c.company_id', '=', viewer.company_id)
    .select([
      'c.id',
      'c.kind',
      'c.name',
      'c.is_customer',
      'c.is_supplier',
      'c.tax_number',
      'c.responsible_id',
      'c.note',
      'c.version',
    ])
    .select(sql<Requisites>`c.requisites`.as('requisites'))
}

/** Contacts with the ways to reach them: phones first. */
export const visibleContacts = (ctx: Ctx) => allContacts(ctx).where('k.merged_into', 'is', null)

/** The same, and the cards that were given up. */
export function allContacts({ db, viewer }: Ctx) {
  return db
    .selectFrom('contacts as k')
    .where('k.company_id', '=', viewer.company_id)
    .select(['k.id', 'k.name', 'k.position', 'k.counterparty_id', 'k.version'])
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('contact_identities as i')
          .select(['i.kind', 'i.value'])
          .whereRef('i.company_id', '=', 'k.company_id')
          .whereRef('i.contact_id', '=', 'k.id')
          .orderBy('i.kind')
          .orderBy('i.value'),
      ).as('identities'),
    )
}

/** Addresses with the person on site and his phone. */
export function visibleSites({ db, viewer }: Ctx) {
  return db
    .selectFrom('sites as s')
    .leftJoin('contacts as k', (on) => on.onRef('k.company_id', '=', 's.company_id').onRef('k.id', '=', 's.contact_id'))
    .where('s.company_id', '=', viewer.company_id)
    .where('s.merged_into', 'is', null)
    .select([
      's.id',
      's.counterparty_id',
      's.address',
      's.access_note',
      's.lat',
      's.lon',
      's.version',
      's.contact_id',
      'k.name as contact_name',
    ])
    .select((eb) =>
      eb
        .selectFrom('contact_identities as i')
        .select('i.value')
        .whereRef('i.company_id', '=', 's.company_id')
        .whereRef('i.contact_id', '=', 's.contact_id')
        .where('i.kind', '=', 'phone')
        .orderBy('i.value')
        .limit(1)
        .as('contact_phone'),
    )
}

/** For a set of ids the statement stays one text, whatever their number. */
export const among = (column: string, ids: readonly string[]) => sql<boolean>`${sql.ref(column)} = any(${ids}::uuid[])`

export type Table = 'counterparties' | 'contacts' | 'sites'

/**
 * The id of a row, or of the one that remains where two became one (CPT-19). A select of its own, looked up once: what stands
 * beside a column as coalesce() itself, PostgreSQL takes for leaky, and behind a wall reads the whole table for it.
 */
export const remaining = (company_id: Column, table: Table, id: Column): RawBuilder<string> =>
  sql`(select coalesce((select merged.merged_into from ${sql.table(table)} merged
    where merged.company_id = ${company_id} and merged.id = ${id}), ${id}))`

const isOr = ({ viewer }: Ctx, column: string, of: { table: Table; id: string }) =>
  sql<boolean>`${sql.ref(column)} = ${remaining(sql`${viewer.company_id}::uuid`, of.table, sql`${of.id}::uuid`)}`

export async function findCounterparty(ctx: Ctx, id: string) {
  const at = isOr(ctx, 'c.id', { table: 'counterparties', id })
  return found(await visibleCounterparties(ctx).where(at).executeTakeFirst(), 'counterparty')
}
export async function findContact(ctx: Ctx, id: string) {
  const at = isOr(ctx, 'k.id', { table: 'contacts', id })
  return found(await visibleContacts(ctx).where(at).executeTakeFirst(), 'contact')
}
export async function findSite(ctx: Ctx, id: string) {
  const at = isOr(ctx, 's.id', { table: 'sites', id })
  return found(await visibleSites(ctx).where(at).executeTakeFirst(), 'site')
}

/** One visible row, held until the transaction ends; read by a second statement, which sees it as it is after the wait. */
export async function lockCounterparty(ctx: Ctx, id: string) {
  await lock(ctx, 'counterparties', id)
  return findCounterparty(ctx, id)
}
export async function lockContact(ctx: Ctx, id: string) {
  await lock(ctx, 'contacts', id)
  return findContact(ctx, id)
}
export async function lockSite(ctx: Ctx, id: string) {
  await lock(ctx, 'sites', id)
  return findSite(ctx, id)
}

async function lock(ctx: Ctx, table: Table, id: string): Promise<void> {
  await ctx.db
    .selectFrom(table)
    .select('id')
    .where('company_id', '=', ctx.viewer.company_id)
    .where(isOr(ctx, 'id', { table, id }))
    .forNoKeyUpdate()
    .execute()
}

export type CounterpartyRow = Awaited<ReturnType<typeof findCounterparty>>
export type ContactRow = Awaited<ReturnType<typeof findContact>>
export type SiteRow = Awaited<ReturnType<typeof findSite>>
