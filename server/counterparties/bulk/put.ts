import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import type { Terms, Thing } from './incoming.ts'
import type { Writing } from './writing.ts'

/**
 * Writes what was planned for some rows: a statement for each table, however many rows they are, and the words of the
 * search once at the end. A phone or a tax number that somebody has given to another meanwhile fails the statement,
 * and the transaction with it: it is planned again.
 * @returns what was made and changed
 */
export async function putRows(ctx: Ctx, writing: Writing, { responsible_id }: Terms): Promise<Thing[]> {
  await later(ctx, 'later')
  await putFirms(ctx, writing, responsible_id)
  await putPeople(ctx, writing)
  await putSites(ctx, writing)
  await writeWords(ctx, [...writing.touched])
  await later(ctx, '')
  return thingsOf(writing)
}

/** Whether the words of the search are written by each row's own trigger, or by whoever writes the rows. */
export const later = (ctx: Ctx, when: 'later' | ''): Promise<unknown> =>
  sql`select set_config('app.words', ${when}, true)`.execute(ctx.db)

/** The words by which these counterparties are found, anew. */
export async function writeWords(ctx: Ctx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`call write_words_of_counterparties(${ctx.viewer.company_id}::uuid, ${ids}::uuid[])`.execute(ctx.db)
}

/** Many rows travel as one value, so that the statement stays one text. */
const all = (rows: readonly object[]) => sql`jsonb_array_elements(${{ rows }}::jsonb -> 'rows') r`

async function putFirms({ db, viewer, now }: Ctx, { firms, changed }: Writing, responsible_id: string | null) {
  if (firms.length > 0)
    await sql`insert into counterparties (company_id, id, kind, name, tax_number, requisites, responsible_id, note, created_at,
        is_customer, is_supplier)
      select ${viewer.company_id}, (r ->> 'id')::uuid, (r ->> 'kind')::counterparty_kind, r ->> 'name', r ->> 'tax_number',
        r -> 'requisites', ${responsible_id}::uuid, r ->> 'note', ${now}::timestamptz, (r -> 'is_customer')::boolean,
        (r -> 'is_supplier')::boolean
      from ${all(firms)}`.execute(db)
  if (changed.size > 0)
    await sql`update counterparties c set name = r ->> 'name', tax_number = r ->> 'tax_number',
        requisites = r -> 'requisites', note = r ->> 'note', is_customer = (r -> 'is_customer')::boolean,
        is_supplier = (r -> 'is_supplier')::boolean, version = c.version + 1
      from ${all([...changed.values()].map(({ firm }) => firm))}
      where c.company_id = ${viewer.company_id} and c.id = (r ->> 'id')::uuid`.execute(db)
}

async function putPeople({ db, viewer, now }: Ctx, { people, changed_people, reaches }: Writing): Promise<void> {
  if (people.length > 0)
    await sql`insert into contacts (company_id, id, counterparty_id, name, position, created_at)
      select ${viewer.company_id}, (r ->> 'id')::uuid, (r ->> 'counterparty_id')::uuid, r ->> 'name', r ->> 'position',
        ${now}::timestamptz
      from ${all(people)}`.execute(db)
  if (changed_people.size > 0)
    await sql`update contacts k set counterparty_id = (r ->> 'counterparty_id')::uuid, name = r ->> 'name',
        position = r ->> 'position', version = k.version + 1
      from ${all([...changed_people.values()].map(({ human }) => human))}
      where k.company_id = ${viewer.company_id} and k.id = (r ->> 'id')::uuid`.execute(db)
  if (reaches.length > 0)
    await sql`insert into contact_identities (company_id, contact_id, kind, value)
      select ${viewer.company_id}, (r ->> 'contact_id')::uuid, (r ->> 'kind')::identity_kind, r ->> 'value'
      from ${all(reaches)}`.execute(db)
}

async function putSites({ db, viewer, now }: Ctx, { sites }: Writing): Promise<void> {
  if (sites.length === 0) return
  await sql`insert into sites (company_id, id, counterparty_id, address, access_note, created_at)
    select ${viewer.company_id}, (r ->> 'id')::uuid, (r ->> 'counterparty_id')::uuid, r ->> 'address', r ->> 'access_note', ${now}::timestamptz
    from ${all(sites)}`.execute(db)
}

function thingsOf({ firms, changed, people, changed_people, sites }: Writing): Thing[] {
  const made = (kind: Thing['kind']) => (thing: { id: string }) =>
    ({ kind, id: thing.id, made: true, version: 1, before: null }) satisfies Thing
  return [
    ...firms.map(made('counterparty')),
    ...[...changed.values()].map(({ firm: { id, version }, before }): Thing => ({
      kind: 'counterparty',
      id,
      made: false,
      version: version + 1,
      before,
    })),
    ...people.map(made('contact')),
    ...[...changed_people.values()].map(({ human: { id, version }, before }): Thing => ({
      kind: 'contact',
      id,
      made: false,
      version: version + 1,
      before,
    })),
    ...sites.map(made('site')),
  ]
}
