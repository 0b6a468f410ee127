import { Temporal } from 'temporal-polyfill'
import type { Ctx } from '#platform/ctx.ts'
import { dayIn } from '#platform/days.ts'
import type { SilenceTerms } from '#server/approvals/index.ts'
import { contractInForce } from '#server/counterparties/index.ts'
import { type CompanyDay, workingDaysAfter } from '#server/people/index.ts'

/**
 * What comes of the customer's silence if the result is sent to him now (ORD-20): by the contract in force today the
 * work counts as accepted at the end of the N-th working day after this one. Null where no contract says so.
 */
export async function silenceTerms(ctx: Ctx, counterparty_id: string | null): Promise<SilenceTerms | null> {
  if (counterparty_id === null) return null
  const today = dayIn(ctx.viewer.time_zone, ctx.now)
  const contract = await contractInForce(ctx, counterparty_id, today)
  if (!contract?.silence_days) return null
  const days = await workingDaysAfter(ctx, today, contract.silence_days)
  const last = days?.at(-1)
  if (!last) return null
  return {
    contract_id: contract.id,
    contract_number: contract.number,
    contract_signed_on: contract.signed_on,
    days: contract.silence_days,
    last_day: last.day,
    accepts_at: endOf(ctx, last.day),
    remind_at: opening(ctx, days?.at(-2)),
  }
}

/** The first moment that is not of the day any more, whatever the clocks do that night. */
const endOf = ({ viewer }: Ctx, day: string): Date =>
  instant(Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(viewer.time_zone))

/**
 * The working day before the last one, when the company begins to work. Where an answer is waited for one day only that
 * would be the day of sending, whose letter says it all.
 */
function opening({ viewer }: Ctx, before: CompanyDay | undefined): Date | null {
  if (!before) return null
  const plainTime = before.hours?.from ?? '09:00'
  return instant(Temporal.PlainDate.from(before.day).toZonedDateTime({ timeZone: viewer.time_zone, plainTime }))
}

const instant = (at: Temporal.ZonedDateTime): Date => new Date(at.epochMilliseconds)
