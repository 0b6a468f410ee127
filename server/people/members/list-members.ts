import { sql } from 'kysely'
import type * as contract from '#contract/people.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { among } from '#platform/db/among.ts'
import { fromCursor, pageOf } from '#platform/keyset.ts'
import { peopleOfPool } from '../pools/in-force.ts'
import { can } from '../rights.ts'
import { found } from '#platform/errors.ts'
import { legalFormsOf } from './legal-forms.ts'
import { presentMembers } from './present-member.ts'
import { allMembers, remaining, visibleMembers } from './queries.ts'
import { ratesOf } from './rates.ts'
import { containing, containingPhone } from './typed-name.ts'

const PAGE = 50

/** People of the company by name; of a trade, or found by a part of the name or of the phone. */
export async function listMembers(
  ctx: Ctx,
  { kind, speciality_id, left, pool_id, search, after }: Input<typeof contract.listMembers>,
) {
  let query = left
    ? allMembers(ctx).where('m.state', '=', 'left').where('m.merged_into', 'is', null)
    : visibleMembers(ctx)
  if (kind) query = query.where('m.kind', '=', kind)
  if (speciality_id)
    query = query.where((own) =>
      own.exists(
        own
          .selectFrom('member_specialities as k')
          .select('k.member_id')
          .whereRef('k.company_id', '=', 'm.company_id')
          .whereRef('k.member_id', '=', 'm.id')
          .where('k.speciality_id', '=', speciality_id),
      ),
    )
  if (pool_id) query = query.where(sql<boolean>`m.id in ${peopleOfPool(ctx.viewer.company_id, pool_id)}`)
  if (search?.trim())
    query = query.where(sql<boolean>`(m.name ilike ${containing(search)} or m.phone like ${containingPhone(search)})`)
  if (after) {
    const [name, id] = fromCursor(after, 2)
    query = query.where(sql<boolean>`(m.name, m.id) > (${name}, ${id})`)
  }
  const rows = await query
    .orderBy('m.name')
    .orderBy('m.id')
    .limit(PAGE + 1)
    .execute()
  const page = pageOf(rows, PAGE, ({ name, id }) => [name, id])
  return { ...page, rows: await presentMembers(ctx, page.rows) }
}

/** People by id, in the order of the ids; also those who have left. */
export async function membersInOrder(ctx: Ctx, ids: readonly string[]): Promise<contract.Member[]> {
  if (ids.length === 0) return []
  const rows = await allMembers(ctx).where(among('m.id', ids)).execute()
  const known = new Map((await presentMembers(ctx, rows)).map((member) => [member.id, member]))
  return ids.flatMap((id) => known.get(id) ?? [])
}

/** One person, also one who has left (ACC-2). Of a card that was given up, the one that remains (DBL-4). */
export async function getMember(ctx: Ctx, { member_id: asked }: Input<typeof contract.getMember>) {
  const member_id = await remaining(ctx, asked)
  const row = found(await allMembers(ctx).where('m.id', '=', member_id).executeTakeFirst(), 'member')
  const [member] = await presentMembers(ctx, [row])
  if (!member) throw new Error('a member was found and then was not')
  const rates = can(ctx.viewer, 'money.read') ? await ratesOf(ctx, member_id) : []
  return { ...member, rates, legal_forms: await legalFormsOf(ctx, member_id) }
}
