import { Type } from 'typebox'
import { job } from '#platform/jobs/job.ts'

const DAY = 24 * 60 * 60_000
/** How long the history of sign-ins is kept. */
const KEPT_DAYS = 180

/** Forgets old sign-ins, registrations that nobody confirmed, codes that were given, and counts of tries. */
export const forgetOldSignIns = job({
  name: 'identity:forget_old_sign_ins',
  payload: Type.Object({}),

  async run({ db, now }) {
    await db
      .deleteFrom('auth.sign_ins')
      .where('at', '<', new Date(now.getTime() - KEPT_DAYS * DAY).toISOString())
      .execute()
    await db
      .deleteFrom('auth.verification')
      .where('expiresAt', '<', new Date(now.getTime() - DAY).toISOString())
      .execute()
    await db
      .deleteFrom('auth.used_codes')
      .where('at', '<', new Date(now.getTime() - DAY).toISOString())
      .execute()
    await db
      .deleteFrom('auth.tries')
      .where('since', '<', new Date(now.getTime() - DAY).toISOString())
      .execute()
  },
})
