import type * as contract from '#contract/inbox/conversations.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { expectVersion, insist, invalid } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { enqueue } from '#platform/jobs/job.ts'
import { findPerson, isActiveStaff } from '#server/people/index.ts'
import { conversationPolicy } from '../policy.ts'
import { type ConversationHead, holdConversation, showConversation } from './get-conversation.ts'
import { wake } from './wake.ts'

type Given = Input<typeof contract.changeConversation>

/** Gives a dialogue to somebody, puts it off, closes or opens it (INB-18). Nothing of it is ever deleted (S30). */
export async function changeConversation(ctx: Ctx, given: Given): Promise<contract.Conversation> {
  const head = await holdConversation(ctx, given.conversation_id)
  insist(conversationPolicy.assign(ctx.viewer))
  expectVersion(ctx, head, head)
  const change = {
    ...(await assigned(ctx, head, given)),
    ...(await putOff(ctx, head, given)),
    ...(await ended(ctx, head, given)),
    ...(given.answered && { waiting_since: null }),
  }
  if (Object.keys(change).length > 0)
    await ctx.db
      .updateTable('conversations')
      .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
      .where('company_id', '=', ctx.viewer.company_id)
      .where('id', '=', head.id)
      .execute()
  return showConversation(ctx, head.id)
}

async function assigned(ctx: Ctx, head: ConversationHead, { assignee_id }: Given) {
  if (assignee_id === undefined || assignee_id === (head.assignee?.id ?? null)) return {}
  const active = assignee_id === null || (await isActiveStaff(ctx, assignee_id))
  insist(active ? null : invalid('assignee_id', 'member.missing'))
  const to = assignee_id === null ? null : await findPerson(ctx, assignee_id)
  await tell(ctx, 'conversation.assigned', head, { from: head.assignee, to })
  return { assignee_id }
}

async function putOff(ctx: Ctx, head: ConversationHead, { snoozed_until }: Given) {
  if (snoozed_until === undefined || snoozed_until === head.snoozed_until) return {}
  if (snoozed_until === null) {
    await tell(ctx, 'conversation.woken', head, { by: 'hand' })
    return { snoozed_until: null }
  }
  insist(Date.parse(snoozed_until) > ctx.now.getTime() ? null : invalid('snoozed_until', 'conversation.snooze_past'))
  await tell(ctx, 'conversation.snoozed', head, { until: snoozed_until })
  const run_at = new Date(snoozed_until)
  await enqueue(ctx, wake, { conversation_id: head.id }, { key: `wake:${head.id}`, run_at })
  return { snoozed_until }
}

async function ended(ctx: Ctx, head: ConversationHead, { closed }: Given) {
  if (closed === undefined || closed === (head.state === 'closed')) return {}
  if (closed) {
    await tell(ctx, 'conversation.closed', head, { waited: head.waiting_since !== null })
    return { closed_at: ctx.now, waiting_since: null, snoozed_until: null }
  }
  await tell(ctx, 'conversation.reopened', head, { by: 'hand' })
  return { closed_at: null }
}
