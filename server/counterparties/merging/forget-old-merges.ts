import { sql } from 'kysely'
import { Type } from 'typebox'
import { job } from '#platform/jobs/job.ts'
import { UNDO_DAYS } from './undo-merge.ts'

/** Forgets what merges moved once they can be undone no more (CPT-20), of all companies at once; that they were stays. */
export const forgetOldMerges = job({
  name: 'counterparties:forget_old_merges',
  payload: Type.Object({}),

  async run({ db, now }) {
    await sql`select set_config('app.viewer', 'relay', true)`.execute(db)
    const limit = new Date(now.getTime() - UNDO_DAYS * 86_400_000)
    await sql`delete from party_merge_rows where (company_id, merge_id) in
      (select company_id, id from party_merges where merged_at < ${limit}::timestamptz)`.execute(db)
  },
})
