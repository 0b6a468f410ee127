import type { Ctx } from '#platform/ctx.ts'
import type { Found } from '#server/counterparties/index.ts'
import type { StageRow } from './board/funnels.ts'
import type { OrderHead } from './queries.ts'

type Own =
  | 'id'
  | 'number'
  | 'title'
  | 'urgent'
  | 'source'
  | 'request'
  | 'counterparty_id'
  | 'contact_id'
  | 'site_id'
  | 'responsible_id'
type Written = Pick<OrderHead, Own> & { address: string | null; due_at: string | null }
type Born = { order: Written; at: StageRow; known: Found | null }

/**
 * The head of an order that was written just now, from what was read while it was made: to read it again takes as long
 * as to write it. Null when there is more to know of it: people or a day that it may be warned of, a place that was
 * made on the way, somebody else who answers for it.
 */
export function bornHead({ now, viewer }: Ctx, { order, at, known }: Born): OrderHead | null {
  const { subject_id, name, currency } = viewer
  if (!known || order.due_at || order.responsible_id !== subject_id || name === null) return null
  const since = now.toISOString()
  return {
    ...order,
    ...UNTOUCHED,
    phase: 'new',
    stage_id: at.id,
    stage: { id: at.id, name: at.name },
    funnel: { id: at.funnel_id, name: at.funnel_name },
    counterparty: known.counterparty,
    contact: known.contact,
    site: known.site,
    address: known.site?.address ?? order.address,
    responsible: { id: order.responsible_id, name },
    currency: currency as OrderHead['currency'],
    requested_at: since,
    phase_since: since,
    created_at: since,
  }
}

/** What nobody has given an order yet. */
const UNTOUCHED = {
  amount: null,
  demands: [],
  tasks_closed: 0,
  tasks_total: 0,
  open_questions: 0,
  rounds: 0,
  documents: [],
  warning: null,
  version: 1,
  agreement_id: null,
  cancel_reason: null,
  watchers: [],
}
