import { sql } from 'kysely'
import { Type } from 'typebox'
import { job } from '#platform/jobs/job.ts'

/** Days after which an import cannot be undone any more. */
export const KEPT_DAYS = 30

/** Forgets the rows of imports that are older, of all companies at once (IMP-10). */
export const forgetOldRows = job({
  name: 'imports:forget_old_rows',
  payload: Type.Object({}),

  async run(ctx) {
    await sql`select set_config('app.viewer', 'relay', true)`.execute(ctx.db)
    const limit = new Date(ctx.now.getTime() - KEPT_DAYS * 86_400_000)
    const old = sql`(select company_id, id from imports where tidied_at is null and created_at < ${limit}::timestamptz)`
    await sql`delete from import_things where (company_id, import_id) in ${old}`.execute(ctx.db)
    await sql`delete from import_rows where (company_id, import_id) in ${old}`.execute(ctx.db)
    await sql`update imports set tidied_at = ${ctx.now}::timestamptz, found = null
      where tidied_at is null and created_at < ${limit}::timestamptz`.execute(ctx.db)
  },
})
