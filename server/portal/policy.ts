import type { Phase } from '#contract/orders.ts'
import { notNow, type Refusal } from '#platform/errors.ts'
import { roundPolicy } from '#server/approvals/index.ts'

type Round = {
  number: number
  decision: 'accepted' | 'rejected' | null
  by_silence: boolean
  withdrawn_at: string | null
}

/** What a customer may do with what he is shown; `rounds` are those he sees, the last one first. */
export const portalPolicy = {
  /** Accepting and rejecting stand side by side: a round waits, or neither can be done (PRT-4). */
  decide(phase: Phase, rounds: readonly Round[]): Refusal | null {
    const [last] = rounds
    if (!last) return notNow('portal.nothing_shown')
    const refusal = roundPolicy.open(last)
    return refusal ?? (phase === 'acceptance' ? null : notNow('round.withdrawn'))
  },
}
