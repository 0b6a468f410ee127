import type * as contract from '#contract/counterparties.ts'
import type { Can } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Refusal } from '#platform/errors.ts'
import { countryOf, memberNames } from '#server/people/index.ts'
import { counterpartyPolicy } from './policy.ts'
import { type ContactRow, type CounterpartyRow, type SiteRow, visibleContacts, visibleSites } from './queries.ts'
import { checkRequisites } from '#platform/requisites.ts'
import { heldOn, today, versionsOf } from './requisites/versions.ts'

/** Counterparties as lists show them: one query more, for the names of who answers for them. */
export async function presentCounterparties(
  ctx: Ctx,
  rows: readonly CounterpartyRow[],
): Promise<contract.Counterparty[]> {
  const names = await memberNames(
    ctx,
    rows.map(({ responsible_id }) => responsible_id),
  )
  return rows.map((row) => presentRow(row, names))
}

function presentRow(
  { id, kind, name, is_customer, is_supplier, tax_number, responsible_id, note, version }: CounterpartyRow,
  names: Map<string, string>,
): contract.Counterparty {
  const called = responsible_id === null ? undefined : names.get(responsible_id)
  const responsible = responsible_id !== null && called !== undefined ? { id: responsible_id, name: called } : null
  return { id, kind, name, is_customer, is_supplier, tax_number, responsible, note, version }
}

export const presentContact = (row: ContactRow): contract.Contact => row

export function presentSite({ contact_id, contact_name, contact_phone, lat, lon, ...site }: SiteRow): contract.Site {
  const contact =
    contact_id === null || contact_name === null ? null : { id: contact_id, name: contact_name, phone: contact_phone }
  return { ...site, point: lat === null || lon === null ? null : { lat, lon }, contact }
}

/** The counterparty's page: requisites with their faults, contacts, sites. */
export async function presentCard(ctx: Ctx, row: CounterpartyRow): Promise<contract.CounterpartyCard> {
  const names = await memberNames(ctx, [row.responsible_id])
  const contacts = await visibleContacts(ctx)
    .where('k.counterparty_id', '=', row.id)
    .orderBy('k.created_at')
    .orderBy('k.id')
    .execute()
  const sites = await visibleSites(ctx)
    .where('s.counterparty_id', '=', row.id)
    .orderBy('s.address')
    .orderBy('s.id')
    .execute()
  const country = await countryOf(ctx)
  const versions = (await versionsOf(ctx, row)).map((one) => ({
    ...one,
    faults: checkRequisites(country, one.requisites),
  }))
  const { from_day, requisites } = heldOn(versions, today(ctx))
  return {
    ...presentRow(row, names),
    requisites,
    requisites_from: from_day,
    faults: checkRequisites(country, requisites),
    versions,
    contacts: contacts.map(presentContact),
    sites: sites.map(presentSite),
    can: { change: answer(counterpartyPolicy.manage(ctx.viewer)) },
  }
}

export function answer(refusal: Refusal | null): Can {
  return refusal && { code: refusal.code, ...(refusal.facts && { facts: refusal.facts }) }
}
