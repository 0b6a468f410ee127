import { type SqlBool, sql } from 'kysely'
import type * as contract from '#contract/counterparties.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { fromCursor, pageOf } from '#platform/keyset.ts'
import { beginningOfPhone } from '#platform/phone.ts'
import { countryOf } from '#server/people/index.ts'
import { servicesDue } from './equipment/queries.ts'
import { presentContact, presentCounterparties } from './present-counterparty.ts'
import { among, visibleContacts, visibleCounterparties } from './queries.ts'

const PAGE = 50

/** A page of counterparties by name, with how many contacts and sites each has and whom to call first. */
export async function listCounterparties(ctx: Ctx, asked: Input<typeof contract.listCounterparties>) {
  const { search, side, responsible_id, after } = asked
  const wanted = search === undefined ? [] : await patternsOf(ctx, search)
  let query = withCounts(ctx)
    .orderBy('c.name')
    .orderBy('c.id')
    .limit(PAGE + 1)
  if (after !== undefined) query = query.where(beyond(after))
  if (side !== undefined) query = query.where(side === 'customer' ? 'c.is_customer' : 'c.is_supplier', '=', true)
  if (responsible_id !== undefined) query = query.where('c.responsible_id', '=', responsible_id)
  for (const patterns of wanted) query = query.where(hasWords(ctx, patterns))
  const { rows, next } = pageOf(await query.execute(), PAGE, ({ name, id }) => [name, id])
  const main = await mainContacts(
    ctx,
    rows.map(({ id }) => id),
  )
  const shown = await presentCounterparties(ctx, rows)
  const counts = new Map(rows.map(({ id, contacts, sites, services_due }) => [id, { contacts, sites, services_due }]))
  return {
    rows: shown.map((row) => ({
      ...row,
      ...(counts.get(row.id) ?? { contacts: 0, sites: 0, services_due: 0 }),
      main_contact: main.get(row.id) ?? null,
    })),
    next,
  }
}

const withCounts = (ctx: Ctx) =>
  visibleCounterparties(ctx)
    .select(
      sql<number>`(select count(*)::int from contacts k where k.company_id = c.company_id and k.counterparty_id = c.id
        and k.merged_into is null)`.as('contacts'),
    )
    .select(
      sql<number>`(select count(*)::int from sites s where s.company_id = c.company_id and s.counterparty_id = c.id
        and s.merged_into is null)`.as('sites'),
    )
    .select(servicesDue(ctx, sql`c.id`).as('services_due'))

function beyond(after: string) {
  const [name, id] = fromCursor(after, 2)
  return sql<SqlBool>`(c.name, c.id) > (${String(name)}, ${String(id)}::uuid)`
}

/**
 * What each word of a search may look like among the words of a counterparty: all of them must be there, in any
 * order. What is a phone's beginning in the company's country is one word, whatever spaces and signs it has.
 */
async function patternsOf(ctx: Ctx, search: string): Promise<string[][]> {
  if (/^[\d\s()+-]{3,}$/.test(search)) {
    const phone = beginningOfPhone(search, await countryOf(ctx))
    return [[search.replace(/[\s()+-]/g, ''), search.trim(), ...(phone ? [phone] : [])].map(anywhere)]
  }
  return search
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => [anywhere(word)])
}

const anywhere = (word: string) =>
  `%${word
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[\\%_]/g, '\\$&')}%`

const hasWords = ({ viewer }: Ctx, patterns: string[]) => sql<SqlBool>`c.id in (
  select w.counterparty_id from counterparty_words w
  where w.company_id = ${viewer.company_id} and w.words like any(${patterns}::text[]))`

/** The first contact of each: the one who was written down first. */
async function mainContacts(ctx: Ctx, ids: string[]): Promise<Map<string | null, contract.Contact>> {
  if (ids.length === 0) return new Map()
  const rows = await visibleContacts(ctx)
    .where(among('k.counterparty_id', ids))
    .distinctOn('k.counterparty_id')
    .orderBy('k.counterparty_id')
    .orderBy('k.created_at')
    .orderBy('k.id')
    .execute()
  return new Map(rows.map((row) => [row.counterparty_id, presentContact(row)]))
}
