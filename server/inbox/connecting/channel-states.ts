import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import type { ChannelFault, Cursor } from '../channels/adapter.ts'
import { BEARABLE_MS, tellLater, tellWell } from './tell-failing.ts'

/** What the column holds, 24 days: an old letter that somebody moves into the inbox must not stop the mailbox. */
const LONGEST = 2 ** 31 - 1

type In = { cursor: Cursor | null; came: readonly Date[] }

/** That a provider gave something, how far it is read now, and how long the youngest had lain there. */
export async function markIn(ctx: Ctx, channel_id: string, { cursor, came }: In): Promise<void> {
  const youngest = Math.max(...came.map((at) => at.getTime()))
  const lain = came.length === 0 ? null : Math.min(LONGEST, Math.max(0, ctx.now.getTime() - youngest))
  await sql`update channel_states set cursor = coalesce(${cursor}::jsonb, cursor),
      last_in_at = case when ${came.length > 0} then ${ctx.now}::timestamptz else last_in_at end,
      lag_ms = coalesce(${lain}::integer, lag_ms), answered_at = ${ctx.now}::timestamptz
    where company_id = ${ctx.viewer.company_id} and channel_id = ${channel_id}`.execute(ctx.db)
}

/** That a provider took something from us. */
export async function markOut(ctx: Ctx, channel_id: string): Promise<void> {
  await sql`update channel_states set last_out_at = ${ctx.now}::timestamptz, answered_at = ${ctx.now}::timestamptz
    where company_id = ${ctx.viewer.company_id} and channel_id = ${channel_id}`.execute(ctx.db)
}

/** That a provider cannot be reached, or does not let us in: since when, why, and in what words. */
export async function markFault(ctx: Ctx, channel_id: string, { code, words }: ChannelFault): Promise<void> {
  const { rows } = await sql<{ began: boolean }>`update channel_states set
      failing_since = coalesce(failing_since, ${ctx.now}::timestamptz), fault = ${code}, fault_words = ${words.slice(0, 2000)}
    where company_id = ${ctx.viewer.company_id} and channel_id = ${channel_id}
    returning failing_since = ${ctx.now}::timestamptz as began`.execute(ctx.db)
  if (rows[0]?.began) await tellLater(ctx, channel_id, new Date(ctx.now.getTime() + BEARABLE_MS))
}

/** That a provider answers: whatever ailed it is over. */
export async function markWell(ctx: Ctx, channel_id: string): Promise<void> {
  const { rows } = await sql<{ name: string; told_at: string | null }>`update channel_states s
    set answered_at = ${ctx.now}::timestamptz, failing_since = null, fault = null, fault_words = null
    from channels h where h.company_id = s.company_id and h.id = s.channel_id
      and s.company_id = ${ctx.viewer.company_id} and s.channel_id = ${channel_id}
    returning h.name, s.told_at`.execute(ctx.db)
  const [channel] = rows
  if (channel?.told_at) await tellWell(ctx, channel_id, channel.name)
}
