import { sql } from 'kysely'
import type * as contract from '#contract/counterparties.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { beginningOfPhone } from '#platform/phone.ts'
import { countryOf } from '#server/people/index.ts'
import { counterpartiesById, sitesOf } from '../by-id.ts'
import { presentContact } from '../present-counterparty.ts'
import { among, visibleContacts } from '../queries.ts'

const MOST = 10

/** Who may be calling, found while his number is being typed in any form (S39, CPT-6). */
export async function findCaller(ctx: Ctx, { phone }: Input<typeof contract.findCaller>) {
  const beginning = beginningOfPhone(phone, await countryOf(ctx))
  const contacts = beginning === null ? [] : await contactsByPhone(ctx, beginning)
  const ids = contacts.map(({ counterparty_id }) => counterparty_id)
  const counterparties = await counterpartiesById(ctx, ids)
  const sites = await sitesOf(ctx, ids)
  return {
    rows: contacts.map((contact) => ({
      contact: presentContact(contact),
      counterparty: (contact.counterparty_id && counterparties.get(contact.counterparty_id)) || null,
      sites: sites.filter(({ counterparty_id }) => counterparty_id === contact.counterparty_id),
    })),
  }
}

async function contactsByPhone(ctx: Ctx, beginning: string) {
  // Every digit sorts before a colon.
  const { rows } = await sql<{ contact_id: string }>`
    select contact_id from contact_identities
    where company_id = ${ctx.viewer.company_id} and kind = 'phone'
      and value collate "C" >= ${beginning} and value collate "C" < ${`${beginning}:`}
    order by value collate "C" limit ${MOST}`.execute(ctx.db)
  const ids = [...new Set(rows.map(({ contact_id }) => contact_id))]
  return ids.length === 0
    ? []
    : visibleContacts(ctx).where(among('k.id', ids)).orderBy('k.name').orderBy('k.id').execute()
}
