import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { elevated } from '#platform/db/transaction.ts'

/** Members as those who answer for them are found: with their heads. Who has left is not among them. */
export async function membersWithHeads(ctx: Ctx, ids: readonly string[]) {
  const rows = await elevated(ctx, ({ db, viewer }) =>
    db
      .selectFrom('members')
      .select(['id', 'name', 'kind', 'head_id', 'state'])
      .where('company_id', '=', viewer.company_id)
      .where(sql<boolean>`id = any(${ids}::uuid[])`)
      .where('state', '<>', 'left')
      .execute(),
  )
  return new Map(rows.map((row) => [row.id, row]))
}
