import { uuidv7 } from 'uuidv7'
import type { Ctx } from '#platform/ctx.ts'
import { hold } from '#platform/db/hold.ts'
import { insist, notNow } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { findContact, visibleSites } from '../queries.ts'

type Point = { lat: number; lon: number }
export type NewSite = { address: string; access_note?: string; point?: Point; contact_id?: string }

/** Writes an address down; the same one twice at a counterparty is refused (CPT-4). */
export async function putSite(ctx: Ctx, given: NewSite, counterparty_id: string): Promise<string> {
  const address = given.address.trim()
  const other = await siteAt(ctx, counterparty_id, address)
  insist(other ? { ...notNow('site.double', { id: other.id, address: other.address }), field: 'address' } : null)
  const contact_id = given.contact_id && (await findContact(ctx, given.contact_id)).id
  return makeSite(ctx, { ...given, address, ...(contact_id && { contact_id }) }, counterparty_id)
}

/** The site of an address however it is typed; holds the address, so that two do not make it at once. */
export async function siteAt(ctx: Ctx, counterparty_id: string, address: string) {
  const wanted = sameAddress(address)
  await hold(ctx, [`site ${counterparty_id} ${wanted}`])
  const sites = await visibleSites(ctx).where('s.counterparty_id', '=', counterparty_id).execute()
  return sites.find((site) => sameAddress(site.address) === wanted)
}

/** «ул. Кальварийская, 41» and «Кальварийская ул 41» are one place: signs and the words for «street» say nothing. */
export function sameAddress(address: string): string {
  const words =
    address
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  return words.filter((word) => !STREET.has(word)).join(' ')
}

const STREET = new Set(['ул', 'улица', 'вул', 'вуліца', 'street', 'st', 'д', 'дом', 'г'])

export async function makeSite(
  ctx: Ctx,
  { address, access_note, point, contact_id }: NewSite,
  counterparty_id: string,
): Promise<string> {
  const [company_id, id] = [ctx.viewer.company_id, uuidv7()]
  await ctx.db
    .insertInto('sites')
    .values({
      company_id,
      id,
      counterparty_id,
      address,
      access_note: access_note?.trim() || null,
      ...point,
      contact_id: contact_id ?? null,
      created_at: ctx.now,
    })
    .execute()
  await tell(ctx, 'counterparty.site_added', { id: counterparty_id }, { site_id: id, address })
  return id
}
