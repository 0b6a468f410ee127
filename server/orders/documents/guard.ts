import type { DocumentKind } from '#contract/documents.ts'
import type { Phase } from '#contract/orders.ts'
import type { Viewer } from '#platform/ctx.ts'
import { no, notNow, type Refusal } from '#platform/errors.ts'
import { documentPolicy } from '#server/documents/index.ts'
import { answersFor, can } from '#server/people/index.ts'

type Facts = { phase: Phase; counterparty_id: string | null; responsible_id: string }

/**
 * Which documents of an order may be issued now (DOC-8): an invoice from the settling of terms on, for an advance is
 * asked for before the work; an act when the customer has accepted. Pure.
 */
export function mayIssue(viewer: Viewer, order: Facts, kinds: readonly DocumentKind[]): Refusal | null {
  const refusal = mayLead(viewer, order) ?? stillOpen(order)
  if (refusal) return refusal
  if (order.counterparty_id === null) return notNow('document.no_counterparty')
  if (order.phase === 'new') return notNow('document.nothing_agreed')
  return kinds.includes('act') && order.phase !== 'closing' ? notNow('document.act_before_acceptance') : null
}

/** Of whoever sees a part of the orders: those that he or one below him answers for; a watched one he reads (RGT-12). */
export function mayLead(viewer: Viewer, { responsible_id }: Pick<Facts, 'responsible_id'>): Refusal | null {
  const reached = can(viewer, 'orders.all') || answersFor(viewer, responsible_id)
  return documentPolicy.issue(viewer) ?? (reached ? null : no('order.not_yours'))
}

/** An ended order takes no changes, and its documents none. */
export const stillOpen = ({ phase }: Pick<Facts, 'phase'>): Refusal | null =>
  phase === 'done' || phase === 'cancelled' ? notNow('document.order_ended') : null
