/** What happened to an order, as the history says it after the person's name. Sums and days come as text. */
export const orderEvents = {
  'event.order.created': 'created order No. {number} “{title}”',
  'event.order.changed': 'changed the order',
  'event.order.agreed': 'recorded agreed terms, version {version}',
  'event.order.priced': 'recorded the price, version {version}',
  'event.order.demands_set': 'changed who is needed',
  'event.order.task_given':
    '{people, plural, =0 {gave task No. {task_number} “{task_title}”} one {gave task No. {task_number} “{task_title}” to {names}} other {gave task No. {task_number} “{task_title}” to {names}}}',
  'event.order.moved':
    '{why, select, agreed {the order went on to “{to_stage}”: terms are agreed} task_given {the order went on to “{to_stage}”: a task was given} other {moved the order to “{to_stage}”}}',
  'event.order.sent_to_acceptance': 'sent the work to the customer for acceptance, round {round}',
  'event.order.accepted': 'accepted the work, round {round}',
  'event.order.accepted_by_silence':
    'the work counts as accepted, round {round}: no answer for {days, plural, one {# working day} other {# working days}}, contract No. {contract}',
  'event.order.silence_broken':
    'silence did not accept the work, round {round}: the customer has written since it was sent',
  'event.order.customer_reminded':
    'the customer was reminded to answer, round {round}: {contact}, {by, select, telegram {Telegram} max {MAX} other {letter}}',
  'event.order.rejected':
    'rejected the work, round {round}. Reason: {reason, select, quality {quality} volume {volume} deadline {deadline} price {price} other {other}}',
  'event.order.decision_recorded':
    '{decision, select, accepted {recorded for the customer that the work is accepted, round {round}. Proof: {proof}} other {recorded for the customer that the work is rejected, round {round}. Proof: {proof}}}',
  'event.order.files_added': 'attached {count, plural, one {# file} other {# files}}',
  'event.order.noted': 'note among us: {text}',
  'event.order.watcher_added': '{member} watches from now on',
  'event.order.watcher_removed': '{member} watches no more',
  'event.order.link_made': 'made a new link for the customer; earlier ones no longer work',
  'event.order.completed': 'completed the order',
  'event.order.reopened': 'reopened the order: {reason}',
  'event.order.cancelled': 'cancelled the order: {reason}',
} as const
