import type { Ctx } from '#platform/ctx.ts'
import { among } from '#platform/db/among.ts'
import { found } from '#platform/errors.ts'
import { isLed } from '../performers/led.ts'

/** People of the company who have not left, with their heads: every read of members starts here. */
export const visibleMembers = (ctx: Ctx) => allMembers(ctx).where('m.state', '<>', 'left')

/** The same, and those who have left: their cards are read, and nothing in them is changed (ACC-2). */
export function allMembers({ db, viewer }: Ctx) {
  return db
    .selectFrom('members as m')
    .leftJoin('members as h', (join) => join.onRef('h.company_id', '=', 'm.company_id').onRef('h.id', '=', 'm.head_id'))
    .select(['m.id', 'm.name', 'm.kind', 'm.role', 'm.state', 'm.position', 'm.phone', 'm.email', 'm.version'])
    .leftJoin('roles as r', (join) => join.onRef('r.company_id', '=', 'm.company_id').onRef('r.id', '=', 'm.role_id'))
    .select(['m.role_id', 'r.name as role_name', 'r.rights as role_rights'])
    .select(['m.out_since', 'h.id as head_id', 'h.name as head_name', isLed(viewer).as('led')])
    .where('m.company_id', '=', viewer.company_id)
}

export async function findMember(ctx: Ctx, member_id: string) {
  return found(await visibleMembers(ctx).where('m.id', '=', member_id).executeTakeFirst(), 'member')
}

/** The card that a person has: of two that became one, the one that remains (DBL-4). */
export async function remaining({ db, viewer }: Ctx, member_id: string): Promise<string> {
  const row = await db
    .selectFrom('members')
    .select('merged_into')
    .where('company_id', '=', viewer.company_id)
    .where('id', '=', member_id)
    .executeTakeFirst()
  return row?.merged_into ?? member_id
}

/** One person, held until the transaction ends. Two statements: the second sees what the first waited for. */
export async function lockMember(ctx: Ctx, member_id: string) {
  await holdMember(ctx, member_id)
  return findMember(ctx, member_id)
}

export async function holdMember({ db, viewer }: Ctx, member_id: string): Promise<void> {
  await db
    .selectFrom('members')
    .select('id')
    .where('company_id', '=', viewer.company_id)
    .where('id', '=', member_id)
    .forNoKeyUpdate()
    .execute()
}

export type MemberRow = Awaited<ReturnType<typeof findMember>>

type Trade = { member_id: string; id: string; name: string }

/** The trades of several people at once, by name. */
export async function specialitiesOf({ db, viewer }: Ctx, ids: string[]): Promise<Trade[]> {
  return db
    .selectFrom('member_specialities as k')
    .innerJoin('specialities as s', (join) =>
      join.onRef('s.company_id', '=', 'k.company_id').onRef('s.id', '=', 'k.speciality_id'),
    )
    .select(['k.member_id', 's.id', 's.name'])
    .where('k.company_id', '=', viewer.company_id)
    .where(among('k.member_id', ids))
    .orderBy('s.name')
    .execute()
}
