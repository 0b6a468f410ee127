import { type RawBuilder, sql } from 'kysely'
import type { Person, Speciality } from '#contract/people.ts'
import type { Column } from '#platform/db/json-time.ts'

/** A member as `{id, name}` inside another context's query, whose columns say which. */
export const personJson = (company_id: Column, member_id: Column): RawBuilder<Person> =>
  sql`(select jsonb_build_object('id', m.id, 'name', m.name) from members m
    where m.company_id = ${company_id} and m.id = ${member_id})`

/** A trade as `{id, name}` inside another context's query. */
export const specialityJson = (company_id: Column, speciality_id: Column): RawBuilder<Speciality> =>
  sql`(select jsonb_build_object('id', sp.id, 'name', sp.name) from specialities sp
    where sp.company_id = ${company_id} and sp.id = ${speciality_id})`
