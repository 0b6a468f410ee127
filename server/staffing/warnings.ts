import type { Reason } from '#contract/staffing/choosing.ts'
import type { Ctx } from '#platform/ctx.ts'
import { dayIn } from '#platform/days.ts'
import { certificateFaults } from '#server/people/index.ts'

/** What should be known of these people before they are given work on a day, and forbids nothing (STF-2). */
export async function warningsOf(ctx: Ctx, ids: readonly string[], at: Date): Promise<(id: string) => Reason[]> {
  const faults = await certificateFaults(ctx, ids, dayIn(ctx.viewer.time_zone, at))
  const expired = Map.groupBy(
    faults.filter(({ state }) => state === 'expired'),
    ({ member }) => member.id,
  )
  return (id) =>
    (expired.get(id) ?? []).map(({ kind, expires_on }) => ({
      code: 'warning.certificate_expired',
      facts: { kind, day: expires_on },
      task: null,
      starts_at: null,
      ends_at: null,
    }))
}
