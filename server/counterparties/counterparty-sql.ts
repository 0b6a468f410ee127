import { type RawBuilder, sql } from 'kysely'
import type { Column } from '#platform/db/json-time.ts'

/** Pieces of other contexts' queries: their columns say which company and which row. */

/** A counterparty as `{id, name}`. */
export const counterpartyJson = (
  company_id: Column,
  counterparty_id: Column,
): RawBuilder<{ id: string; name: string } | null> =>
  sql`(select jsonb_build_object('id', cp.id, 'name', cp.name) from counterparties cp
    where cp.company_id = ${company_id} and cp.id = ${counterparty_id})`

type ContactJson = { id: string; name: string; phone: string | null; email: string | null }

/** A contact as `{id, name, phone, email}`: the first of each. */
export const contactJson = (company_id: Column, contact_id: Column): RawBuilder<ContactJson | null> =>
  sql`(select jsonb_build_object('id', ct.id, 'name', ct.name,
      'phone', min(ci.value) filter (where ci.kind = 'phone'), 'email', min(ci.value) filter (where ci.kind = 'email'))
    from contacts ct left join contact_identities ci on ci.company_id = ct.company_id and ci.contact_id = ct.id
    where ct.company_id = ${company_id} and ct.id = ${contact_id} group by ct.company_id, ct.id)`

/** A site as `{id, address, access_note}`. */
export const siteJson = (
  company_id: Column,
  site_id: Column,
): RawBuilder<{ id: string; address: string; access_note: string | null } | null> =>
  sql`(select jsonb_build_object('id', st.id, 'address', st.address, 'access_note', st.access_note) from sites st
    where st.company_id = ${company_id} and st.id = ${site_id})`

export const siteAddress = (company_id: Column, site_id: Column): RawBuilder<string | null> =>
  sql`(select st.address from sites st where st.company_id = ${company_id} and st.id = ${site_id})`

/** The ids of counterparties whose name is, or was before a merge, like a pattern, in any case, ё as е. */
export const counterpartiesNamed = (company_id: Column, pattern: Column): RawBuilder<string> =>
  sql`(select coalesce(cp.merged_into, cp.id) from counterparties cp
    where cp.company_id = ${company_id} and ${folded(sql`cp.name`)} like ${folded(pattern)})`

/** The ids of sites whose address is like a pattern. */
export const sitesLike = (company_id: Column, pattern: Column): RawBuilder<string> =>
  sql`(select st.id from sites st where st.company_id = ${company_id} and ${folded(sql`st.address`)} like ${folded(pattern)})`

/** A text as searches compare it: in any case, ё as е. */
export const folded = (text: Column): Column => sql`replace(lower(${text}), 'ё', 'е')`
