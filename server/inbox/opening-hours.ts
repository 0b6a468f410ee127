import { Temporal } from 'temporal-polyfill'
import type { ChatTalk, WebChatSettings } from '#contract/inbox/web-chat.ts'
import type { Ctx } from '#platform/ctx.ts'
import { companyDays, getCompanySettings } from '#server/people/index.ts'

/** Holidays in a row are fewer. */
const AHEAD = 14

/** Whether somebody is there by the company's calendar, and if not, when again. */
export async function openNow(
  ctx: Ctx,
  { hours }: Pick<WebChatSettings, 'hours'>,
): Promise<Pick<ChatTalk, 'open' | 'opens_at'>> {
  if (hours === 'always') return { open: true, opens_at: null }
  const { time_zone } = await getCompanySettings(ctx)
  const today = Temporal.Instant.from(ctx.now.toISOString()).toZonedDateTimeISO(time_zone).toPlainDate()
  const period = { from: today.subtract({ days: 1 }).toString(), to: today.add({ days: AHEAD }).toString() }
  const { days } = await companyDays(ctx, period)
  const spans = days.flatMap(({ day, hours: worked }) => (worked ? [spanOf(day, worked, time_zone)] : []))
  const now = ctx.now.getTime()
  if (spans.some(({ from, to }) => from <= now && now < to)) return { open: true, opens_at: null }
  const next = spans.find(({ from }) => from > now)
  return { open: false, opens_at: next ? new Date(next.from).toISOString() : null }
}

/** A shift whose end is not after its beginning ends on the next day. */
function spanOf(day: string, { from, to }: { from: string; to: string }, zone: string) {
  const at = (date: Temporal.PlainDate, clock: string): number =>
    date.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(clock) }).epochMilliseconds
  const date = Temporal.PlainDate.from(day)
  return { from: at(date, from), to: at(to > from ? date : date.add({ days: 1 }), to) }
}
