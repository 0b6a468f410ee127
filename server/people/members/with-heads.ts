import type { Ctx } from '#platform/ctx.ts'
import { among } from '#platform/db/among.ts'
import { elevated } from '#platform/db/transaction.ts'
import { isLed } from '../performers/led.ts'

/**
 * Members as those who answer for them are found: with their heads, and whether the viewer leads them. Who has left is
 * not among them.
 */
export async function membersWithHeads(ctx: Ctx, ids: readonly string[]) {
  const rows = await elevated(ctx, ({ db, viewer }) =>
    db
      .selectFrom('members as m')
      .select(['m.id', 'm.name', 'm.kind', 'm.head_id', 'm.state', isLed(ctx.viewer).as('led')])
      .where('m.company_id', '=', viewer.company_id)
      .where(among('m.id', ids))
      .where('m.state', '<>', 'left')
      .execute(),
  )
  return new Map(rows.map((row) => [row.id, row]))
}
