/** Acceptance: refusals that staff and customers read alike. */
export const rounds = {
  'round.missing': 'There is no such round. Reload the page.',
  'round.decided':
    '{decision, select, accepted {The work has been accepted already.} silence {No answer came in time, and the work counts as accepted already.} other {The work has been rejected already.}}',
  'round.withdrawn': 'The contractor has taken the work back. You will get it again when it is ready.',
  'round.reason_required': 'Choose a reason.',
  'round.words_required': 'Say in words what is wrong.',
  'portal.link_missing': 'The link does not work. Ask the manager for a new one.',
  'portal.nothing_shown': 'The work is still going on. Its result will appear here.',
  'portal.photo_no_picture': 'This is no photo. Choose a JPEG, PNG or WebP picture.',
} as const
