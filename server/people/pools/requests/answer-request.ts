import type * as contract from '#contract/pools.ts'
import type { Input } from '#contract/endpoint.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { insist } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { poolPolicy } from '../policy.ts'
import { findRequest, inWords, lockRequest, presentRequest } from './queries.ts'

/** The curator lets a person of his be assigned, or does not (POOL-10). Said once. */
export async function answerPoolRequest(ctx: Ctx, input: Input<typeof contract.answerPoolRequest>) {
  const { pool_request_id, grant, word } = input
  const request = await lockRequest(ctx, pool_request_id)
  insist(poolPolicy.answer(ctx.viewer, request))
  const answer = word?.trim() || null
  await write(ctx, request.id, { state: grant ? 'granted' : 'refused', answer })
  await tell(ctx, grant ? 'pool_request.granted' : 'pool_request.refused', request, {
    ...inWords(request),
    word: answer,
  })
  return presentRequest(ctx, await findRequest(ctx, request.id))
}

/** Who has asked needs the person no more (POOL-10); what was granted holds no longer. */
export async function withdrawPoolRequest(ctx: Ctx, input: Input<typeof contract.withdrawPoolRequest>) {
  const request = await lockRequest(ctx, input.pool_request_id)
  insist(poolPolicy.withdraw(ctx.viewer, request))
  const answer = input.word?.trim() || null
  await write(ctx, request.id, { state: 'withdrawn', answer })
  await tell(ctx, 'pool_request.withdrawn', request, { ...inWords(request), word: answer })
  return presentRequest(ctx, await findRequest(ctx, request.id))
}

type Answer = { state: 'granted' | 'refused' | 'withdrawn'; answer: string | null }

async function write(ctx: Ctx, id: string, answer: Answer): Promise<void> {
  await ctx.db
    .updateTable('pool_requests')
    .set({ ...answer, answered_by: memberOf(ctx), answered_at: ctx.now })
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', id)
    .execute()
}
