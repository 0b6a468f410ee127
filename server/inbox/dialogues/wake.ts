import { Type } from 'typebox'
import { sql } from 'kysely'
import { tell } from '#platform/events/tell.ts'
import { job } from '#platform/jobs/job.ts'

/** Brings a dialogue back whose time has come; it waits again, for somebody wanted to be reminded of it. */
export const wake = job({
  name: 'inbox:wake',
  payload: Type.Object({ conversation_id: Type.String() }),

  async run(ctx, { conversation_id }) {
    const { rows } = await sql`update conversations set snoozed_until = null,
        waiting_since = coalesce(waiting_since, ${ctx.now}::timestamptz), version = version + 1
      where company_id = ${ctx.viewer.company_id} and id = ${conversation_id} and closed_at is null
        and snoozed_until <= ${ctx.now}::timestamptz returning id`.execute(ctx.db)
    if (rows.length > 0) await tell(ctx, 'conversation.woken', { id: conversation_id }, { by: 'time' })
  },
})
