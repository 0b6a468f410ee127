import type * as contract from '#contract/counterparties.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { expectVersion, insist, notNow } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { changesBetween } from '../events.ts'
import { counterpartyPolicy } from '../policy.ts'
import { presentSite } from '../present-counterparty.ts'
import { siteAt } from './put-site.ts'
import { findContact, findSite, lockSite, type SiteRow } from '../queries.ts'

/** Changes an address, how to get in, the person on site (CPT-4). */
export async function changeSite(ctx: Ctx, { site_id: at, ...given }: Input<typeof contract.changeSite>) {
  const before = await lockSite(ctx, at)
  const site_id = before.id
  insist(counterpartyPolicy.manage(ctx.viewer))
  expectVersion(ctx, before, presentSite(before))
  if (given.address !== undefined) {
    const other = await siteAt(ctx, before.counterparty_id, given.address)
    const double = other && other.id !== site_id
    insist(double ? { ...notNow('site.double', { id: other.id, address: other.address }), field: 'address' } : null)
  }
  const contact_id = given.contact_id && (await findContact(ctx, given.contact_id)).id
  const wish = { ...given, ...(contact_id && { contact_id }) }
  await write(ctx, before, wish)
  const after = await findSite(ctx, site_id)
  const flat = ({ address, access_note, contact_name: contact, lat, lon }: SiteRow) => {
    return { address, access_note, contact, point: lat === null ? null : `${lat}, ${lon}` }
  }
  const changes = changesBetween(flat(before), flat(after))
  await tell(
    ctx,
    'counterparty.site_changed',
    { id: before.counterparty_id },
    { site_id, address: after.address, changes },
  )
  return presentSite(after)
}

type Wish = Omit<Input<typeof contract.changeSite>, 'site_id'>

async function write(ctx: Ctx, { id }: SiteRow, { address, access_note, point, contact_id }: Wish): Promise<void> {
  await ctx.db
    .updateTable('sites')
    .set((eb) => ({
      ...(address !== undefined && { address: address.trim() }),
      ...(access_note !== undefined && { access_note: access_note?.trim() || null }),
      ...(point !== undefined && { lat: point?.lat ?? null, lon: point?.lon ?? null }),
      ...(contact_id !== undefined && { contact_id }),
      version: eb('version', '+', 1),
    }))
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', id)
    .execute()
}
