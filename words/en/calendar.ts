import type { calendar as ru } from '../ru/calendar.ts'

/** When people work: refusals under their codes, sentences of the history. */
export const calendar: Record<keyof typeof ru, string> = {
  'schedule.not_yours':
    'A colleague’s schedule is set by the owner, an administrator or the heads above. Ask one of them.',
  'schedule.missing': 'There is no such schedule: somebody may have removed it.',
  'schedule.empty': 'At least one working day is needed.',
  'schedule.break_too_long': 'A break cannot take the whole day.',
  'schedule.week_of_seven': 'A week has seven days.',
  'event.member.schedule_set': 'working hours from {from_day}: {name}',
  'event.member.schedule_removed': 'working hours from {from_day} removed: {name}',
}
