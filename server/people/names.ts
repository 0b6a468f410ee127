import { type RawBuilder, sql } from 'kysely'
import type { Person } from '#contract/people.ts'
import type { Ctx } from '#platform/ctx.ts'
import { among } from '#platform/db/among.ts'
import { fixed } from '#platform/db/fixed.ts'
import { found } from '#platform/errors.ts'
import type { PhoneCountry } from '#platform/phone.ts'

/** What members are called, by id: one query for a page. Ids of nobody, or of nobody the viewer may see, are absent. */
export async function memberNames(ctx: Ctx, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0) return new Map()
  const values = [ctx.viewer.company_id, wanted.length === 1 ? wanted[0] : wanted]
  const rows = await fixed<{ id: string; name: string }>(ctx.db, wanted.length === 1 ? NAME : NAMES, values)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

const NAME = 'select id, name from members where company_id = $1 and id = $2'
const NAMES = 'select id, name from members where company_id = $1 and id = any($2::uuid[])'

/** What another context may need to know of a member besides the name. */
export type MemberCard = {
  id: string
  name: string
  phone: string | null
  kind: 'staff' | 'performer'
  state: 'invited' | 'active' | 'suspended' | 'left'
}

/** Members by id, of those that the viewer may see. */
export async function membersById(ctx: Ctx, ids: readonly (string | null)[]): Promise<Map<string, MemberCard>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  return wanted.length === 0 ? new Map() : cardsWhere(ctx, among('id', wanted))
}

/** The same of a set that another context names in SQL. */
export const membersAmong = (ctx: Ctx, ids: RawBuilder<string>): Promise<Map<string, MemberCard>> =>
  cardsWhere(ctx, sql`id in ${ids}`)

async function cardsWhere(ctx: Ctx, condition: RawBuilder<unknown>): Promise<Map<string, MemberCard>> {
  const rows = await ctx.db
    .selectFrom('members')
    .select(['id', 'name', 'phone', 'kind', 'state'])
    .where('company_id', '=', ctx.viewer.company_id)
    .where(sql<boolean>`${condition}`)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/**
 * Whether this person is staff of the company and can be made answerable for something; he is held until the transaction
 * ends, so that he does not leave meanwhile and keep what he was given.
 */
export async function isActiveStaff(ctx: Ctx, member_id: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('members')
    .select('id')
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', member_id)
    .where('kind', '=', 'staff')
    .where('state', '=', 'active')
    .forKeyShare()
    .executeTakeFirst()
  return row !== undefined
}

/** Holds people until the transaction ends: none of them leaves while he is given something. */
export async function stayWorking(ctx: Ctx, ids: readonly string[]): Promise<void> {
  await ctx.db
    .selectFrom('members')
    .select('id')
    .where('company_id', '=', ctx.viewer.company_id)
    .where(among('id', ids))
    .orderBy('id')
    .forKeyShare()
    .execute()
}

/** A member by id, as others' screens name him. */
export async function findPerson(ctx: Ctx, member_id: string): Promise<Person> {
  const name = (await memberNames(ctx, [member_id])).get(member_id)
  return { id: member_id, name: found(name, 'member') }
}

/** The country of the viewer's company: how its people write phones and requisites. */
export async function countryOf(ctx: Ctx): Promise<PhoneCountry> {
  const { country } = await ctx.db
    .selectFrom('companies')
    .select('country')
    .where('id', '=', ctx.viewer.company_id)
    .executeTakeFirstOrThrow()
  return country as PhoneCountry
}
