import type { Phase, Source } from '#contract/orders.ts'
import type { Static } from 'typebox'
import type { Reason } from '#server/approvals/index.ts'

/** Every change of phase is exactly one event that carries both sides; the speed of orders is read from here (S4). */
export type PhaseChange = { from_phase: Phase | null; to_phase: Phase; from_stage: string | null; to_stage: string }
type Named = { id: string; name: string }
type Change = Record<string, { from: unknown; to: unknown }>
type Demand = { speciality: string; people: number; starts_at: string | null; ends_at: string | null }
type Order = { number: number; title: string }

declare module '#platform/events/tell.ts' {
  interface Events {
    'order.created': Order & PhaseChange & { source: Static<typeof Source>; urgent: boolean }
    /** Each field with what was and what is; people, customers and addresses by names. */
    'order.changed': Order & { changed: Change }
    /** A version of the terms; `changed` against the one before. */
    'order.agreed': Order & { version: number; changed: Change }
    /** Its price, where it is another one: told to who reads money. */
    'order.priced': Order & { version: number; changed: Change; currency: string }
    'order.demands_set': Order & { from: Demand[]; to: Demand[] }
    'order.task_given': Order & {
      task_id: string
      task_number: number
      task_title: string
      assignees: Named[]
      /** How many they are, and their names in a row, for the sentence. */
      people: number
      names: string
    }
    /** `why`: the person's own act by dragging or button, or what brought it about. */
    'order.moved': Order & PhaseChange & { why: 'by_hand' | 'agreed' | 'task_given' }
    'order.sent_to_acceptance': Order &
      PhaseChange & { round: number; contact: string | null; mailed_to: string | null; answer_by: string | null }
    'order.accepted': Order & PhaseChange & { round: number; words: string | null }
    'order.rejected': Order & PhaseChange & { round: number; reason: Reason; words: string | null }
    /** The same two, recorded by a member in the customer's place, with what proves it (S50). */
    'order.decision_recorded': Order &
      PhaseChange & {
        round: number
        decision: 'accepted' | 'rejected'
        reason: Reason | null
        words: string | null
        proof: string
      }
    /** No answer came until the end of the last day, and by the contract that accepts. */
    'order.accepted_by_silence': Order &
      PhaseChange & { round: number; contract: string; signed_on: string; days: number; last_day: string }
    'order.silence_broken': Order & { round: number }
    /** By the kind of channel in which the customer talks, or by letter. */
    'order.customer_reminded': Order & {
      round: number
      contact: string
      by: 'telegram' | 'max' | 'email' | 'letter'
    }
    /** Words among the staff. */
    'order.noted': Order & { text: string }
    'order.files_added': Order & { count: number }
    /** One of the staff follows the order from now on, or no more. */
    'order.watcher_added': Order & { member_id: string; member: string }
    'order.watcher_removed': Order & { member_id: string; member: string }
    'order.link_made': Order & { contact: string | null }
    'order.completed': Order & PhaseChange
    'order.reopened': Order & PhaseChange & { reason: string }
    'order.cancelled': Order & PhaseChange & { reason: string }
  }
}
