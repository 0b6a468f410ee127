import { sql, type Updateable } from 'kysely'
import type { DB } from '#db/types.ts'
import type { Ctx } from '#platform/ctx.ts'

/** Writes into an absence and counts its version on. */
export async function writeAbsence({ db, viewer }: Ctx, { id }: { id: string }, change: Updateable<DB['absences']>) {
  await db
    .updateTable('absences')
    .set({ ...change, version: sql`version + 1` })
    .where('company_id', '=', viewer.company_id)
    .where('id', '=', id)
    .execute()
}
