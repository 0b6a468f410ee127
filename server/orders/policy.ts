import type { Phase } from '#contract/orders.ts'
import type { Viewer } from '#platform/ctx.ts'
import { no, notNow, type Refusal } from '#platform/errors.ts'
import { answersFor, can, handles } from '#server/people/index.ts'
import { mayIssue } from './documents/guard.ts'

type Task = { id: string; number: number; title: string; state: string }
type Stated = Pick<Task, 'state'>
type Round = { decision: 'accepted' | 'rejected' | null; decided_at: string | null; withdrawn_at: string | null }

/** What the rules of an order look at. */
export type Facts = {
  phase: Phase
  responsible_id: string
  counterparty_id: string | null
  /** Whether a price is agreed; which, is told to who reads money. */
  priced: boolean
  tasks: readonly Task[]
  rounds: readonly Round[]
  /** Whether an issued act stands. */
  act_stands: boolean
}

/**
 * Who may do what to an order that he sees, and when (ORD-2 … ORD-13). Pure: the use case insists on it, the reply
 * carries it to the buttons, and dragging on the board asks the same guards.
 */
export const orderPolicy = {
  create: (viewer: Viewer): Refusal | null => (can(viewer, 'orders.lead') ? null : no('order.leaders_only')),
  change: (viewer: Viewer, order: Facts): Refusal | null => leads(viewer, order) ?? ended(order),

  /** Whose order it is stays once a round was shown to him. */
  change_customer(order: Facts, to: { counterparty_id?: string | null }): Refusal | null {
    const other = to.counterparty_id !== undefined && to.counterparty_id !== order.counterparty_id
    return other && order.rounds.length > 0 ? notNow('order.customer_fixed') : null
  },

  agree: (viewer: Viewer, order: Facts): Refusal | null => leads(viewer, order) ?? ended(order),

  /** A price is agreed by who reads money: nobody writes over what he is not shown (RGT-3). */
  price: (viewer: Viewer): Refusal | null => (can(viewer, 'money.read') ? null : no('agreement.price_not_yours')),

  assign(viewer: Viewer, order: Facts): Refusal | null {
    return orderPolicy.change(viewer, order) ?? shown(order) ?? known(order)
  },

  /** Done work is taken up again only while the order is in work. */
  rework(viewer: Viewer, order: Facts): Refusal | null {
    return orderPolicy.change(viewer, order) ?? (order.phase === 'work' ? null : notNow('order.not_in_work'))
  },

  /** A link for the customer: documents are fetched after the end, too. */
  link: (viewer: Viewer, order: Facts): Refusal | null => leads(viewer, order) ?? known(order),

  send_to_acceptance(viewer: Viewer, order: Facts): Refusal | null {
    return orderPolicy.change(viewer, order) ?? shown(order) ?? known(order) ?? finished(order)
  },

  record_decision(viewer: Viewer, order: Facts): Refusal | null {
    return orderPolicy.change(viewer, order) ?? (order.phase === 'acceptance' ? null : notNow('order.no_open_round'))
  },

  /** Some document of it at all: an invoice may go out before the act can. */
  issue_documents: (viewer: Viewer, order: Facts): Refusal | null => mayIssue(viewer, order, ['invoice']),

  complete(viewer: Viewer, order: Facts): Refusal | null {
    return orderPolicy.change(viewer, order) ?? accepted(order) ?? priced(order) ?? papered(order)
  },

  reopen(viewer: Viewer, order: Facts): Refusal | null {
    return leads(viewer, order) ?? (ended(order) ? null : notNow('order.not_ended'))
  },

  /** Whoever leads an order says who else watches it; each for himself, as long as he sees it (ORD-17). Null: anybody. */
  watch(viewer: Viewer, order: Pick<Facts, 'responsible_id'>, member_id: string | null): Refusal | null {
    return member_id !== null && member_id === viewer.subject_id ? null : leads(viewer, order)
  },

  cancel: (viewer: Viewer, order: Facts): Refusal | null => leads(viewer, order) ?? ended(order),

  /** To a stage of another phase, as dragging does: that phase's own guard, and buttons where words are needed. */
  move(viewer: Viewer, order: Facts, to: Phase): Refusal | null {
    const refusal = orderPolicy.change(viewer, order)
    return refusal || to === order.phase ? refusal : ENTRY[to](viewer, order)
  },
}

const ENTRY: Record<Phase, (viewer: Viewer, order: Facts) => Refusal | null> = {
  new: (_, order) => shown(order) ?? (order.tasks.some(live) ? notNow('order.has_tasks') : null),
  agreement: (_, order) => shown(order) ?? known(order),
  work: (_, order) => known(order) ?? (order.phase === 'closing' ? notNow('order.accepted_already') : null),
  acceptance: (viewer, order) => orderPolicy.send_to_acceptance(viewer, order) ?? notNow('order.send_instead'),
  closing: (_, order) => accepted(order),
  done: (viewer, order) => orderPolicy.complete(viewer, order) ?? notNow('order.complete_instead'),
  cancelled: () => notNow('order.cancel_instead'),
}

/** Owner, administrator, managers as far as their people go; and whoever answers for this order, or acts for him. */
function leads(viewer: Viewer, { responsible_id }: Pick<Facts, 'responsible_id'>): Refusal | null {
  const reached = can(viewer, 'orders.all') || answersFor(viewer, responsible_id)
  const may = viewer.kind === 'system' || (can(viewer, 'orders.lead') && reached) || handles(viewer, responsible_id)
  return may ? null : no('order.not_yours')
}

/** An ended order takes no changes (ORD-12, S57). */
function ended({ phase }: Facts): Refusal | null {
  if (phase === 'done') return notNow('order.done')
  return phase === 'cancelled' ? notNow('order.cancelled') : null
}

/** What the customer looks at, or has accepted, is not changed under his eyes. */
function shown({ phase }: Facts): Refusal | null {
  if (phase === 'acceptance') return notNow('order.at_acceptance')
  return phase === 'closing' ? notNow('order.accepted_already') : null
}

const known = ({ counterparty_id }: Facts): Refusal | null =>
  counterparty_id === null ? notNow('order.counterparty_unknown') : null

export const live = ({ state }: Stated): boolean => state !== 'cancelled'
export const isOpen = ({ state }: Stated): boolean => state !== 'closed' && state !== 'cancelled'

/** Every task closed or cancelled, at least one closed; the refusal names the open ones (ORD-7, S49). */
function finished({ tasks }: Facts): Refusal | null {
  const open = tasks.filter(isOpen).map(({ id, number, title }) => ({ id, number, title }))
  if (open.length > 0) return notNow('order.tasks_open', { count: open.length, numbers: numbersOf(open), tasks: open })
  return tasks.some(({ state }) => state === 'closed') ? null : notNow('order.nothing_done')
}

const numbersOf = (tasks: readonly { number: number }[]) => tasks.map(({ number }) => `№ ${number}`).join(', ')

function accepted({ phase }: Facts): Refusal | null {
  return phase === 'closing' ? null : notNow('order.not_accepted')
}

const priced = (order: Facts): Refusal | null => (order.priced ? null : notNow('order.amount_unknown'))

const papered = ({ act_stands }: Facts): Refusal | null => (act_stands ? null : notNow('order.act_missing'))
