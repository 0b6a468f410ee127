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
  'holiday.by_new_year': 'New Year',
  'holiday.by_christmas': 'Orthodox Christmas',
  'holiday.by_women': "Women's Day",
  'holiday.by_radunitsa': 'Radunitsa',
  'holiday.by_labour': 'Labour Day',
  'holiday.victory': 'Victory Day',
  'holiday.by_independence': 'Independence Day',
  'holiday.by_october': 'October Revolution Day',
  'holiday.by_christmas_west': 'Christmas',
  'holiday.ru_new_year': 'New Year holidays',
  'holiday.ru_christmas': 'Orthodox Christmas',
  'holiday.ru_defender': 'Defender of the Fatherland Day',
  'holiday.ru_women': "Women's Day",
  'holiday.ru_labour': 'Spring and Labour Day',
  'holiday.ru_russia': 'Russia Day',
  'holiday.ru_unity': 'Unity Day',
}
