import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { found } from '#platform/errors.ts'
import { isLed } from '../performers/led.ts'

/** A card of a person with all that another card of his may say differently. */
export async function findCard({ db, viewer }: Ctx, member_id: string): Promise<Card> {
  const row = await db
    .selectFrom('members as m')
    .leftJoin('members as h', (join) => join.onRef('h.company_id', '=', 'm.company_id').onRef('h.id', '=', 'm.head_id'))
    .leftJoin('members as into', (join) =>
      join.onRef('into.company_id', '=', 'm.company_id').onRef('into.id', '=', 'm.merged_into'),
    )
    .select(['m.id', 'm.name', 'm.kind', 'm.role', 'm.state', 'm.position', 'm.phone', 'm.email', 'm.version'])
    .select(['m.user_id', 'm.head_id', 'm.merged_into', 'h.name as head_name', 'into.name as merged_name'])
    .select(isLed(viewer).as('led'))
    .select(sql<boolean>`m.kind = 'staff' and m.head_id is null and m.role = 'owner'`.as('is_root'))
    .where('m.company_id', '=', viewer.company_id)
    .where('m.id', '=', member_id)
    .executeTakeFirst()
  return found(row, 'member')
}

export type Card = {
  id: string
  name: string
  kind: 'staff' | 'performer'
  role: 'owner' | 'admin' | 'manager' | 'accountant' | 'member' | 'performer'
  state: 'invited' | 'active' | 'suspended' | 'left'
  position: string | null
  phone: string | null
  email: string | null
  version: number
  user_id: string | null
  head_id: string | null
  head_name: string | null
  merged_into: string | null
  merged_name: string | null
  is_root: boolean
  led: boolean
}

/** The card that remains, and the one that is given up. */
export type TwoCards = { kept: Card; gone: Card }

/** Two cards held alone until the transaction ends, in the order that everybody holds them in. */
export async function holdCards(ctx: Ctx, kept_id: string, gone_id: string): Promise<TwoCards> {
  await ctx.db
    .selectFrom('members')
    .select('id')
    .where('company_id', '=', ctx.viewer.company_id)
    .where(sql<boolean>`id = any(${[kept_id, gone_id]}::uuid[])`)
    .orderBy('id')
    .forUpdate()
    .execute()
  return { kept: await findCard(ctx, kept_id), gone: await findCard(ctx, gone_id) }
}
