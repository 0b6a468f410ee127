import type { daysOff as ru } from '../ru/days-off.ts'

/** Days off on the performer's phone. */
export const daysOff: Record<keyof typeof ru, string> = {
  'days_off.title': 'My days off',
  'days_off.ask': 'Ask for a day off',
  'days_off.kind': 'What',
  'days_off.kind.day_off': 'Day off',
  'days_off.kind.vacation': 'Vacation',
  'days_off.kind.illness': 'Illness',
  'days_off.kind.other': 'Other',
  'days_off.from': 'From',
  'days_off.to': 'To',
  'days_off.note': 'Why (only the manager sees it)',
  'days_off.send': 'Send',
  'days_off.dates_first': 'First the days',
  'days_off.state.asked': 'waits for an answer',
  'days_off.state.confirmed': 'confirmed',
  'days_off.state.refused': 'refused',
  'days_off.state.withdrawn': 'taken back',
  'days_off.reason': 'Reason: {reason}',
  'days_off.withdraw': 'Take back',
  'days_off.empty': 'Your days off, vacations and sick leaves stand here: what is confirmed and what waits.',
  'days_off.illness_note': 'Illness holds at once, no answer is needed.',
}
