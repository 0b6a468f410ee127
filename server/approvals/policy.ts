import type { Static } from 'typebox'
import type { RejectionReason } from '#contract/orders.ts'
import { invalid, notNow, type Refusal } from '#platform/errors.ts'

export type Reason = Static<typeof RejectionReason>
/** What is decided, in the words of whoever decides. */
export type Verdict = { decision: 'accepted' | 'rejected'; reason?: Reason | undefined; words?: string | undefined }
export type RoundState = {
  number: number
  decision: 'accepted' | 'rejected' | null
  by_silence: boolean
  withdrawn_at: string | null
}

/** Whether a round may still be decided, and whether a verdict says enough. Pure: buttons and use cases ask the same. */
export const roundPolicy = {
  /** A round is decided once (APR-2). */
  open(round: RoundState): Refusal | null {
    if (round.withdrawn_at) return notNow('round.withdrawn')
    return round.decision ? notNow('round.decided', { decision: round.by_silence ? 'silence' : round.decision }) : null
  },

  /** A rejection has a reason; «другое» says which in words (APR-3, S52, S53). */
  verdict({ decision, reason, words }: Verdict): Refusal | null {
    if (decision === 'accepted') return null
    if (!reason) return invalid('reason', 'round.reason_required')
    return reason === 'other' && !words?.trim() ? invalid('words', 'round.words_required') : null
  },
}
