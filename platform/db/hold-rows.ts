import type { Ctx } from '../ctx.ts'
import { among } from './among.ts'

/** Tables of which several rows are taken up at once. */
type Held = 'conversations' | 'counterparties' | 'orders' | 'tasks'

/** Holds these rows of the company until the transaction ends: in one order for everybody, or two holders wait for each other. */
export async function holdRows({ db, viewer }: Ctx, table: Held, ids: readonly string[]): Promise<void> {
  await db
    .selectFrom(table)
    .select('id')
    .where('company_id', '=', viewer.company_id)
    .where(among('id', ids))
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
}
