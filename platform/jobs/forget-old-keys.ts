import { sql } from 'kysely'
import { Type } from 'typebox'
import { job } from './job.ts'

/** Forgets the answers kept for repeats after 48 hours, those of all companies at once. */
export const forgetOldKeys = job({
  name: 'platform:forget_old_keys',
  payload: Type.Object({}),

  async run(ctx) {
    await sql`select set_config('app.viewer', 'relay', true)`.execute(ctx.db)
    const limit = new Date(ctx.now.getTime() - 48 * 60 * 60_000).toISOString()
    await ctx.db.deleteFrom('idempotency_keys').where('at', '<', limit).execute()
  },
})
