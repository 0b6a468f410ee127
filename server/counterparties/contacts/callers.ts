import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { hold } from '#platform/db/hold.ts'
import { insist } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { showPhone } from '#platform/phone.ts'
import { makeCounterparty } from '../add-counterparty.ts'
import { doubleOf, holdersOf } from '../doubles.ts'
import { makeContact } from './put-contact.ts'
import { makeSite, siteAt } from '../sites/put-site.ts'
import { readReaches } from './reaches.ts'

export type Caller = { phone: string; name?: string; counterparty?: string }
export type Known = { contact_id: string; counterparty_id: string | null }

/**
 * The contact behind a phone, made on the spot when the number is unknown (S39, CPT-7). A counterparty that is
 * named is found by its name, else made; a known caller of another counterparty stays where he is and is named.
 * Asks no right of its own: who may take a call is the caller's word.
 */
export async function findOrMakeCaller(ctx: Ctx, { phone, name, counterparty }: Caller): Promise<Known> {
  const reaches = await readReaches(ctx, { phone }, 'caller.')
  const [known] = await holdersOf(ctx, reaches)
  const named = counterparty?.trim()
  if (known?.counterparty_id) {
    insist(named && fold(named) !== fold(known.counterparty ?? '') ? doubleOf(known, 'caller.') : null)
    return { contact_id: known.id, counterparty_id: known.counterparty_id }
  }
  const counterparty_id = named ? await findOrMakeCounterparty(ctx, named, name) : null
  if (known) return { contact_id: await settle(ctx, known, counterparty_id), counterparty_id }
  const called = name?.trim() || showPhone(reaches[0]?.value ?? phone)
  return { contact_id: await makeContact(ctx, { name: called }, { counterparty_id, reaches }), counterparty_id }
}

/** Makes a contact of nobody yet a counterparty's: of one that is named by id, or by a name that is found or made. */
export async function placeContact(
  ctx: Ctx,
  contact: { id: string; name: string },
  at: { counterparty_id: string } | { name: string },
): Promise<string> {
  const counterparty_id =
    'counterparty_id' in at ? at.counterparty_id : await findOrMakeCounterparty(ctx, at.name.trim(), contact.name)
  await settle(ctx, contact, counterparty_id)
  return counterparty_id
}

/** The site of an address at a counterparty, made when it is not among its sites yet (S34). */
export async function findOrMakeSite(ctx: Ctx, counterparty_id: string, address: string): Promise<string> {
  const site = await siteAt(ctx, counterparty_id, address)
  return site?.id ?? makeSite(ctx, { address: address.trim() }, counterparty_id)
}

async function findOrMakeCounterparty(ctx: Ctx, name: string, caller: string | undefined): Promise<string> {
  await hold(ctx, [`counterparty ${fold(name)}`])
  const known = await ctx.db
    .selectFrom('counterparties')
    .select(sql<string>`coalesce(merged_into, id)`.as('id'))
    .where('company_id', '=', ctx.viewer.company_id)
    .where(sql<boolean>`replace(lower(name), 'ё', 'е') = ${fold(name)}`)
    .orderBy('created_at')
    .executeTakeFirst()
  const kind = caller !== undefined && fold(caller) === fold(name) ? 'person' : 'organisation'
  return known?.id ?? makeCounterparty(ctx, { kind, name, tax_number: null })
}

/** A contact of none yet becomes the counterparty's. */
async function settle(
  ctx: Ctx,
  { id, name }: { id: string; name: string },
  counterparty_id: string | null,
): Promise<string> {
  if (counterparty_id === null) return id
  await ctx.db
    .updateTable('contacts')
    .set((eb) => ({ counterparty_id, version: eb('version', '+', 1) }))
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', id)
    .execute()
  await tell(ctx, 'counterparty.contact_added', { id: counterparty_id }, { contact_id: id, name })
  return id
}

const fold = (text: string): string => text.trim().toLowerCase().replaceAll('ё', 'е')
