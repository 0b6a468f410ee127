import type { Static } from 'typebox'
import type { Step } from '#contract/orders.ts'
import { type Facts, isOpen, live } from './policy.ts'

type Card = Omit<Facts, 'tasks'> & {
  agreement_id: string | null
  demands: readonly { people: number; filled: number }[]
  tasks: readonly { state: string; created_at: string; closed_at: string | null }[]
}

/**
 * The one next step of an order, its primary button (ORD-10, S66): what the process wants next, whether or not it
 * can be done yet; why not stands in `can`.
 */
export function nextStep(order: Card): Static<typeof Step> {
  switch (order.phase) {
    case 'new':
    case 'agreement':
      if (order.counterparty_id === null) return 'set_counterparty'
      return order.agreement_id === null ? 'agree' : beforeAcceptance(order)
    case 'work':
      return order.counterparty_id === null ? 'set_counterparty' : beforeAcceptance(order)
    case 'acceptance':
      return 'await_decision'
    case 'closing':
      return afterAcceptance(order)
    case 'done':
    case 'cancelled':
      return 'none'
  }
}

function beforeAcceptance(order: Card): Static<typeof Step> {
  const tasks = order.tasks.filter(live)
  if (tasks.length === 0 || reworkMissing(order)) return 'assign'
  const short = order.demands.some(({ people, filled }) => filled < people)
  return short && tasks.some(isOpen) ? 'assign' : 'send_to_acceptance'
}

/** The last round was rejected and nothing has been done or given since. */
function reworkMissing({ rounds, tasks }: Card): boolean {
  const last = rounds.filter(({ withdrawn_at }) => withdrawn_at === null).at(-1)
  const since = last?.decision === 'rejected' ? last.decided_at : null
  if (since === null) return false
  return !tasks.some((task) => task.created_at >= since || (task.closed_at ?? '') >= since || isOpen(task))
}

function afterAcceptance({ priced, act_stands }: Card): Static<typeof Step> {
  if (!priced) return 'agree'
  return act_stands ? 'complete' : 'issue_documents'
}
