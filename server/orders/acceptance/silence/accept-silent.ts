import { Type } from 'typebox'
import { tell } from '#platform/events/tell.ts'
import { job } from '#platform/jobs/job.ts'
import { breakSilence, decideRound, silenceOver } from '#server/approvals/index.ts'
import { wroteSince } from '#server/inbox/index.ts'
import { enterPhase, named } from '../../change-phase.ts'
import { takeOrder } from '../../queries.ts'

/**
 * Accepts a round to which no answer came in time, as its contract has it (ORD-20). The order's row is held first, as
 * whoever decides or takes back holds it: what was decided meanwhile stands, and the second of two runs finds it done.
 *
 * A customer who has written since is not silent, whatever it was about: then people decide.
 */
export const acceptSilent = job({
  name: 'orders:accept_silent',
  payload: Type.Object({ order_id: Type.String(), round_id: Type.String() }),

  async run(ctx, { order_id, round_id }) {
    const order = await takeOrder(ctx, order_id)
    const silence = order.rounds.find(({ id }) => id === round_id)?.silence
    const waits = await silenceOver(ctx, round_id)
    if (!silence || !waits || order.phase !== 'acceptance') return
    if (await wroteSince(ctx, waits, waits.sent_at)) {
      await breakSilence(ctx, round_id)
      return tell(ctx, 'order.silence_broken', order, { ...named(order), round: waits.number })
    }
    const decision = { decision: 'accepted' as const, by: 'silence' as const }
    const { number: round } = await decideRound(ctx, { ...decision, round_id, subject_id: order_id })
    const change = await enterPhase(ctx, order, { phase: 'closing' })
    const { contract_number: contract, contract_signed_on: signed_on, days, last_day } = silence
    const why = { round, contract, signed_on, days, last_day }
    await tell(ctx, 'order.accepted_by_silence', order, { ...named(order), ...change, ...why })
  },
})
