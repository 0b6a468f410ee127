import type { absences as ru } from '../ru/absences.ts'

/** Absences: refusals under their codes, which the phone says too, and sentences of the history. */
export const absences: Record<keyof typeof ru, string> = {
  'absence.missing': 'There is no such absence.',
  'absence.not_yours':
    'Another person’s absence is entered by who answers for him: a head, a manager or an administrator.',
  'absence.confirmed_already': 'This is confirmed already. To change the days, tell your head.',
  'absence.decided': 'This request has been answered already.',
  'absence.over': 'This one is no more: it was taken back or refused.',
  'absence.overlaps': 'There is an absence at that time already. Change it or choose other days.',
  'absence.part_of_one_day': 'Hours are of one day. Choose one day or leave the hours out.',
  'absence.time_backwards': 'The end is before the beginning.',
  'days.backwards': 'The last day is before the first.',
  'event.member.absence_entered':
    '{kind, select, vacation {vacation} illness {illness} day_off {day off} other {absence}}, {from_day} – {to_day}: {name}',
  'event.member.absence_asked':
    'request: {kind, select, vacation {vacation} illness {illness} day_off {day off} other {absence}}, {from_day} – {to_day}: {name}',
  'event.member.absence_confirmed':
    'confirmed: {kind, select, vacation {vacation} illness {illness} day_off {day off} other {absence}}, {from_day} – {to_day}: {name}',
  'event.member.absence_refused':
    'refused: {kind, select, vacation {vacation} illness {illness} day_off {day off} other {absence}}, {from_day} – {to_day}: {name}',
  'event.member.absence_changed':
    'changed: {kind, select, vacation {vacation} illness {illness} day_off {day off} other {absence}}, {from_day} – {to_day}: {name}',
  'event.member.absence_withdrawn':
    'taken back: {kind, select, vacation {vacation} illness {illness} day_off {day off} other {absence}}, {from_day} – {to_day}: {name}',
  'substitution.missing': 'There is no such substitution.',
  'substitution.over': 'This substitution has ended already.',
  'substitution.self': 'Nobody substitutes himself. Choose another.',
  'substitution.deputy_inactive': '{name} does not work in the company now. Choose another.',
  'substitution.deputy_away': 'He is away himself on these days. Choose another person or other days.',
  'substitution.other_kind': 'Staff are substituted by staff, performers by performers.',
  'substitution.overlaps': 'There is a deputy on these days already: {name}. End that substitution first.',
  'substitution.of_staff': 'Tasks are handed over from performers. A deputy of staff sees questions and checks anyway.',
  'substitution.circle':
    'That would be a circle: on these days this person is substituted by the one whom you chose him for.',
  'event.member.substituted': '{deputy} acts from {from_day} to {to_day} for: {name}',
  'event.member.substitution_ended': '{deputy} acts no more for: {name}',
}
