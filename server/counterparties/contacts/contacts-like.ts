import { type RawBuilder, sql } from 'kysely'
import type { Column } from '#platform/db/json-time.ts'
import { folded } from '../counterparty-sql.ts'

/**
 * The ids of contacts who are called so, are reached so, or belong to a counterparty that is called so: each of the
 * words, in any order, case and place.
 */
export function contactsLike(company_id: Column, words: readonly string[]): RawBuilder<string> {
  const whole = folded(sql`concat_ws(' ', k.name, cp.name,
    (select string_agg(concat_ws(' ', i.value, i.label), ' ') from contact_identities i
      where i.company_id = k.company_id and i.contact_id = k.id))`)
  return sql`(select k.id from contacts k
    left join counterparties cp on cp.company_id = k.company_id and cp.id = k.counterparty_id
    where k.company_id = ${company_id} and not exists (
      select from unnest(${[...words]}::text[]) word where position(${folded(sql`word`)} in ${whole}) = 0))`
}

/** The ids of the contacts of a counterparty. */
export const contactsAt = (company_id: Column, counterparty_id: Column): RawBuilder<string> =>
  sql`(select k.id from contacts k where k.company_id = ${company_id} and k.counterparty_id = ${counterparty_id})`

/** The counterparty of a contact as `{id, name}`. */
export const counterpartyOfContact = (
  company_id: Column,
  contact_id: Column,
): RawBuilder<{ id: string; name: string } | null> =>
  sql`(select jsonb_build_object('id', cp.id, 'name', cp.name) from contacts k
    join counterparties cp on cp.company_id = k.company_id and cp.id = k.counterparty_id
    where k.company_id = ${company_id} and k.id = ${contact_id})`

/** A contact as `{id, name}`. */
export const contactName = (company_id: Column, contact_id: Column): RawBuilder<{ id: string; name: string } | null> =>
  sql`(select jsonb_build_object('id', k.id, 'name', k.name) from contacts k
    where k.company_id = ${company_id} and k.id = ${contact_id})`
