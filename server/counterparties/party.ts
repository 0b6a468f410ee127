import type { Requisites } from '#contract/requisites.ts'
import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { fixed } from '#platform/db/fixed.ts'
import type { Column } from '#platform/db/json-time.ts'
import { contactJson, counterpartyJson, siteJson } from './counterparty-sql.ts'
import { findCounterparty, remaining, type Table } from './queries.ts'
import { requisitesOn } from './requisites/versions.ts'

type Party = { kind: 'organisation' | 'person'; name: string; requisites: Requisites }

/**
 * A counterparty as a document of a day needs it: the requisites that held then (CPT-10), the names filled in from the
 * list where none is given.
 */
export async function partyOf(ctx: Ctx, counterparty_id: string, day: string): Promise<Party> {
  const row = await findCounterparty(ctx, counterparty_id)
  const { kind, name } = row
  const { requisites } = await requisitesOn(ctx, row, day)
  return {
    kind,
    name,
    requisites: { ...requisites, legal_name: requisites.legal_name || name, short_name: requisites.short_name || name },
  }
}

export type Named = { counterparty_id: string | null; contact_id: string | null; site_id: string | null }
type Owned<T> = T & { counterparty_id: string | null }

/** A counterparty, its person and its place as an order shows them; null is what is not there or was not named. */
export type Found = {
  counterparty: { id: string; name: string } | null
  contact: Owned<{ id: string; name: string; phone: string | null; email: string | null }> | null
  site: Owned<{ id: string; address: string; access_note: string | null }> | null
}

/**
 * What is named of the three, in one statement; of what was merged, what remains. A counterparty that is not named is the
 * one of the contact, or else of the site.
 */
export async function findNamed(ctx: Ctx, { counterparty_id, contact_id, site_id }: Named): Promise<Found> {
  const ids = { counterparty_id, contact_id, site_id }
  const names = NAMES.filter((name) => ids[name])
  const values = [ctx.viewer.company_id, ...names.map((name) => ids[name])]
  const [row] = await fixed<Found>(ctx.db, textFor(ctx, names), values)
  return row ?? { counterparty: null, contact: null, site: null }
}

const NAMES = ['counterparty_id', 'contact_id', 'site_id'] as const
/** The statement's text by what is named: each part is looked for only where it is. */
const texts = new Map<string, string>()

function textFor({ db }: Ctx, names: readonly (keyof Named)[]): string {
  const key = names.join()
  const text = texts.get(key) ?? lookupOf(names).compile(db).sql
  texts.set(key, text)
  return text
}

/** @param names what stands as `$2`, `$3`… behind the company */
function lookupOf(names: readonly (keyof Named)[]) {
  const place = (n: number) => sql`${sql.raw(`$${n}`)}::uuid`
  const company = place(1)
  const given = (name: keyof Named, table: Table) =>
    names.includes(name) ? remaining(company, table, place(names.indexOf(name) + 2)) : sql`null::uuid`
  const counterparty = given('counterparty_id', 'counterparties')
  const [contact, site] = [given('contact_id', 'contacts'), given('site_id', 'sites')]
  const ofContact = sql`(select k.counterparty_id from contacts k where k.company_id = ${company} and k.id = ${contact})`
  const ofSite = sql`(select s.counterparty_id from sites s where s.company_id = ${company} and s.id = ${site})`
  const whose = names.includes('counterparty_id') ? counterparty : sql`(select coalesce(${ofContact}, ${ofSite}))`
  const withWhose = (name: keyof Named, shown: Column, of: Column) =>
    names.includes(name) ? sql`${shown} || jsonb_build_object('counterparty_id', ${of})` : sql`null::jsonb`
  return sql<Found>`select ${counterpartyJson(company, whose)} as counterparty,
    ${withWhose('contact_id', contactJson(company, contact), ofContact)} as contact,
    ${withWhose('site_id', siteJson(company, site), ofSite)} as site`
}
