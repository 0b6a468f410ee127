import type { Ctx } from '#platform/ctx.ts'
import { found, insist, invalid } from '#platform/errors.ts'
import { type Found, findNamed, findOrMakeSite } from '#server/counterparties/index.ts'
import { isActiveStaff } from '#server/people/index.ts'

export type Party = {
  counterparty_id: string | null
  contact_id: string | null
  site_id: string | null
  address: string | null
}

/** What was read of them on the way; null when something of it was made just now. */
export type Settled = { party: Party; known: Found | null }

/**
 * For whom an order is and where, made to fit together (ORD-3): a contact or a site brings its counterparty; one of
 * another counterparty is refused. An address that is no site yet becomes one as soon as there is a counterparty.
 */
export async function settleParty(ctx: Ctx, given: Party): Promise<Settled> {
  const known = await theirs(ctx, given)
  const { contact, site } = known
  const counterparty_id = known.counterparty?.id ?? null
  // Of what was named under an older id, what remains of it.
  const named = { ...given, contact_id: contact?.id ?? null, site_id: site?.id ?? null }
  insist(isOf(contact, counterparty_id) ? null : invalid('contact_id', 'order.contact_of_other'))
  insist(isOf(site, counterparty_id) ? null : invalid('site_id', 'order.site_of_other'))
  const address = given.site_id ? null : given.address?.trim() || null
  if (!address || !counterparty_id) return { party: { ...named, counterparty_id, address }, known }
  const site_id = await findOrMakeSite(ctx, counterparty_id, address)
  return { party: { ...named, counterparty_id, site_id, address: null }, known: null }
}

/** A contact of nobody yet fits everybody. */
const isOf = (part: { counterparty_id: string | null } | null, counterparty_id: string | null): boolean =>
  !part?.counterparty_id || part.counterparty_id === counterparty_id

const NOBODY: Found = { counterparty: null, contact: null, site: null }

/** What was named must be there, in this company. */
async function theirs(ctx: Ctx, named: Party): Promise<Found> {
  if (!named.counterparty_id && !named.contact_id && !named.site_id) return NOBODY
  const known = await findNamed(ctx, named)
  if (named.counterparty_id) found(known.counterparty, 'counterparty')
  if (named.contact_id) found(known.contact, 'contact')
  if (named.site_id) found(known.site, 'site')
  return known
}

/** Only working staff of the company answers for an order. */
export async function insistOnResponsible(ctx: Ctx, member_id: string | undefined): Promise<void> {
  if (member_id === undefined || member_id === ctx.viewer.subject_id) return
  insist((await isActiveStaff(ctx, member_id)) ? null : invalid('responsible_id', 'order.responsible_not_staff'))
}
