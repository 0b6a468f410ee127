import type { Requisites } from '#contract/requisites.ts'
import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { contactJson, counterpartyJson, siteJson } from './counterparty-sql.ts'
import { findCounterparty, remaining } from './queries.ts'
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
  const company = sql`${ctx.viewer.company_id}::uuid`
  const contact = remaining(company, 'contacts', sql`${contact_id}::uuid`)
  const site = remaining(company, 'sites', sql`${site_id}::uuid`)
  const named = remaining(company, 'counterparties', sql`${counterparty_id}::uuid`)
  const ofContact = sql`(select k.counterparty_id from contacts k where k.company_id = ${company} and k.id = ${contact})`
  const ofSite = sql`(select s.counterparty_id from sites s where s.company_id = ${company} and s.id = ${site})`
  // Each part is looked for only where it is named.
  const { rows } = await sql<Found>`select
    ${counterpartyJson(company, counterparty_id ? named : sql`(select coalesce(${ofContact}, ${ofSite}))`)} as counterparty,
    ${contact_id ? sql`${contactJson(company, contact)} || jsonb_build_object('counterparty_id', ${ofContact})` : sql`null::jsonb`} as contact,
    ${site_id ? sql`${siteJson(company, site)} || jsonb_build_object('counterparty_id', ${ofSite})` : sql`null::jsonb`} as site
  `.execute(ctx.db)
  return rows[0] ?? { counterparty: null, contact: null, site: null }
}
