import type { Ctx } from '#platform/ctx.ts'
import { found, insist, invalid } from '#platform/errors.ts'
import { contactsById, counterpartiesById, findOrMakeSite, sitesById } from '#server/counterparties/index.ts'
import { isActiveStaff } from '#server/people/index.ts'

export type Party = {
  counterparty_id: string | null
  contact_id: string | null
  site_id: string | null
  address: string | null
}

/**
 * For whom an order is and where, made to fit together (ORD-3): a contact or a site brings its counterparty; one of
 * another counterparty is refused. An address that is no site yet becomes one as soon as there is a counterparty.
 */
export async function settleParty(ctx: Ctx, given: Party): Promise<Party> {
  const { contact, site } = await theirs(ctx, given)
  const counterparty_id = given.counterparty_id ?? contact?.counterparty_id ?? site?.counterparty_id ?? null
  insist(isOf(contact, counterparty_id) ? null : invalid('contact_id', 'order.contact_of_other'))
  insist(isOf(site, counterparty_id) ? null : invalid('site_id', 'order.site_of_other'))
  const address = given.site_id ? null : given.address?.trim() || null
  if (!address || !counterparty_id) return { ...given, counterparty_id, address }
  return { ...given, counterparty_id, site_id: await findOrMakeSite(ctx, counterparty_id, address), address: null }
}

/** A contact of nobody yet fits everybody. */
const isOf = (part: { counterparty_id: string | null } | null, counterparty_id: string | null): boolean =>
  !part?.counterparty_id || part.counterparty_id === counterparty_id

/** What was named must be there, in this company. */
async function theirs(ctx: Ctx, { counterparty_id, contact_id, site_id }: Party) {
  const [counterparties, contacts, sites] = await Promise.all([
    counterpartiesById(ctx, [counterparty_id]),
    contactsById(ctx, [contact_id]),
    sitesById(ctx, [site_id]),
  ])
  if (counterparty_id) found(counterparties.get(counterparty_id), 'counterparty')
  const contact = contact_id ? found(contacts.get(contact_id), 'contact') : null
  return { contact, site: site_id ? found(sites.get(site_id), 'site') : null }
}

/** Only working staff of the company answers for an order. */
export async function insistOnResponsible(ctx: Ctx, member_id: string | undefined): Promise<void> {
  if (member_id === undefined || member_id === ctx.viewer.subject_id) return
  insist((await isActiveStaff(ctx, member_id)) ? null : invalid('responsible_id', 'order.responsible_not_staff'))
}
