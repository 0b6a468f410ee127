import type * as contract from '#contract/counterparties.ts'
import type { Ctx } from '#platform/ctx.ts'
import { presentContact, presentCounterparties, presentSite } from './present-counterparty.ts'
import { among, visibleContacts, visibleCounterparties, visibleSites } from './queries.ts'

type Ids = readonly (string | null)[]
const known = (ids: Ids): string[] => [...new Set(ids.filter((id) => id !== null))]

/** Counterparties by id, of those that the viewer may see: two queries, however many. */
export async function counterpartiesById(ctx: Ctx, ids: Ids): Promise<Map<string, contract.Counterparty>> {
  const wanted = known(ids)
  if (wanted.length === 0) return new Map()
  const rows = await presentCounterparties(ctx, await visibleCounterparties(ctx).where(among('c.id', wanted)).execute())
  return new Map(rows.map((row) => [row.id, row]))
}

export async function contactsById(ctx: Ctx, ids: Ids): Promise<Map<string, contract.Contact>> {
  const wanted = known(ids)
  if (wanted.length === 0) return new Map()
  const rows = await visibleContacts(ctx).where(among('k.id', wanted)).execute()
  return new Map(rows.map((row) => [row.id, presentContact(row)]))
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
