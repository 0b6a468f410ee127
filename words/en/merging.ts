/** Of two cards of one counterparty, or of one contact, one is made, and two again. */
export const merging = {
  'merge.missing': 'There is no such merge, or you have no access to it.',
  'merge.tax_numbers':
    'The tax numbers differ: {kept} and {gone}. Say which is right, or do not merge: they may be different organisations.',
  'merge.undone': 'This merge has been undone already.',
  'merge.over': 'A merge can be undone within {days, plural, one {# day} other {# days}}: the time is over.',
  'merge.merged_on': 'The card {name} has itself been merged into {into}. Undo that first.',
  'event.counterparty.merged': 'counterparties merged: {gone} → {name}',
  'event.counterparty.merged_into': 'the card was merged into {into}',
  'event.counterparty.unmerged': 'merge undone: {name} and {other} are apart again',
  'event.counterparty.told_apart': 'different counterparties: {name} and {other}',
  'event.counterparty.maybe_double': 'a possible double again: {name} and {other}',
  'event.contact.merged': 'contacts merged: {gone} → {name}',
  'event.contact.merged_into': 'the contact was merged into {into}',
  'event.contact.unmerged': 'merge undone: {name} and {other} are apart again',
  'event.contact.told_apart': 'different people: {name} and {other}',
  'event.contact.maybe_double': 'a possible double again: {name} and {other}',
} as const
