import { sql } from 'kysely'
import type * as contract from '#contract/inbox/conversations.ts'
import type { Input } from '#contract/endpoint.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { memberNames } from '#server/people/index.ts'
import { findConversation } from './get-conversation.ts'

/** How long a person who is not heard of is still taken for looking on, and for writing. */
const LOOKS = '25 seconds'
const WRITES = '8 seconds'

/** Marks a dialogue as read by the viewer, or as not read. */
export async function readConversation(ctx: Ctx, given: Input<typeof contract.readConversation>) {
  await findConversation(ctx, given.conversation_id)
  if (given.unread) await markUnread(ctx, given.conversation_id)
  else await markRead(ctx, given.conversation_id)
  return {}
}

export async function markRead(ctx: Ctx, conversation_id: string): Promise<void> {
  await sql`insert into conversation_reads (company_id, conversation_id, member_id, read_at)
    values (${ctx.viewer.company_id}, ${conversation_id}, ${memberOf(ctx)}, ${ctx.now})
    on conflict (company_id, conversation_id, member_id) do update set read_at = excluded.read_at`.execute(ctx.db)
}

async function markUnread(ctx: Ctx, conversation_id: string): Promise<void> {
  await ctx.db
    .deleteFrom('conversation_reads')
    .where('company_id', '=', ctx.viewer.company_id)
    .where('conversation_id', '=', conversation_id)
    .where('member_id', '=', memberOf(ctx))
    .execute()
}

/** Says that the viewer has the dialogue open, and tells who else has: two people shall not answer at once. */
export async function attendConversation(ctx: Ctx, given: Input<typeof contract.attendConversation>) {
  const { conversation_id, typing } = given
  await findConversation(ctx, conversation_id)
  const { company_id } = ctx.viewer
  const me = memberOf(ctx)
  await sql`insert into conversation_presences (company_id, conversation_id, member_id, seen_at, typing_at)
    values (${company_id}, ${conversation_id}, ${me}, now(), case when ${typing} then now() end)
    on conflict (company_id, conversation_id, member_id) do update
      set seen_at = excluded.seen_at, typing_at = excluded.typing_at`.execute(ctx.db)
  const { rows } = await sql<{ id: string; typing: boolean }>`
    select p.member_id as id, coalesce(p.typing_at > now() - ${WRITES}::interval, false) as typing
    from conversation_presences p
    where p.company_id = ${company_id} and p.conversation_id = ${conversation_id} and p.member_id <> ${me}
      and p.seen_at > now() - ${LOOKS}::interval order by p.member_id`.execute(ctx.db)
  return { others: await named(ctx, rows) }
}

async function named(ctx: Ctx, rows: readonly { id: string; typing: boolean }[]) {
  const names = await memberNames(
    ctx,
    rows.map(({ id }) => id),
  )
  return rows.map(({ id, typing }) => ({ member: { id, name: names.get(id) ?? '' }, typing }))
}
