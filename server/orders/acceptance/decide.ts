import type * as contract from '#contract/orders.ts'
import type { Input } from '#contract/endpoint.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { found, insist, invalid } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { elevated } from '#platform/db/transaction.ts'
import { decideRound, type Photo, roundPolicy, type Verdict } from '#server/approvals/index.ts'
import { findFile } from '#server/files/index.ts'
import { enterPhase, named } from '../change-phase.ts'
import { orderPolicy } from '../policy.ts'
import { showOrder } from '../present-order.ts'
import { type LoadedOrder, takeOrder } from '../queries.ts'

type Word = Verdict & { order_id: string; round_id: string; photos?: readonly Photo[] }

/**
 * The customer's own recorded act (ORD-8, S51, S55): accepted goes to the closing documents, rejected back to work.
 * His eyes only read; what he decides is written with the program's, after the order's row is held.
 */
export async function decideAsCustomer(ctx: Ctx, { order_id, round_id, photos = [], ...verdict }: Word): Promise<void> {
  await elevated(ctx, async (inside) => {
    const order = await takeOrder(inside, order_id)
    const round = found(
      order.rounds.find(({ id }) => id === round_id),
      'round',
    )
    const by = { contact_id: ctx.viewer.contact_id }
    await decideRound(inside, { ...verdict, round_id, subject_id: order_id, by, photos })
    const change = await follow(inside, order, verdict.decision)
    const facts = { ...named(order), ...change, round: round.number, words: verdict.words?.trim() || null }
    if (verdict.decision === 'accepted') return tell(inside, 'order.accepted', order, facts)
    return tell(inside, 'order.rejected', order, { ...facts, reason: verdict.reason ?? 'other' })
  })
}

/** Records in the customer's place what he said elsewhere, marked so, with what proves it (ORD-8, S50). */
export async function recordDecision(ctx: Ctx, given: Input<typeof contract.recordDecision>) {
  const { order_id, proof_file_id = null, ...verdict } = given
  const proof = given.proof.trim()
  const order = await takeOrder(ctx, order_id)
  insist(orderPolicy.record_decision(ctx.viewer, order))
  insist(proof ? null : invalid('proof', 'field.required'))
  if (proof_file_id) await findFile(ctx, proof_file_id)
  const round = found(
    order.rounds.find((each) => roundPolicy.open(each) === null),
    'round',
  )
  const by = { member_id: memberOf(ctx), proof, proof_file_id }
  const { decision, reason = null, words } = verdict
  await decideRound(ctx, { decision, ...(reason && { reason }), words, round_id: round.id, subject_id: order_id, by })
  const change = await follow(ctx, order, decision)
  const said = { decision, reason: decision === 'rejected' ? reason : null, words: words?.trim() || null, proof }
  await tell(ctx, 'order.decision_recorded', order, { ...named(order), ...change, round: round.number, ...said })
  return showOrder(ctx, order_id)
}

const follow = (ctx: Ctx, order: LoadedOrder, decision: Verdict['decision']) =>
  enterPhase(ctx, order, { phase: decision === 'accepted' ? 'closing' : 'work' })
