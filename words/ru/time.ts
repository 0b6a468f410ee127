/** Days, hours and how long something waits: what web/platform/format.ts says with words. */
export const time = {
  'time.today': 'сегодня',
  'time.yesterday': 'вчера',
  'time.tomorrow': 'завтра',
  'time.at': '{day} {clock}',
  'time.today_until': 'сегодня до {clock}',
  'time.until': 'до {day}',
  'time.h': '{h} ч',
  'time.min': '{min} мин',
  'time.h_min': '{h} ч {min} мин',
  'time.minutes': '{n, plural, one {# минуту} few {# минуты} many {# минут} other {# минуты}}',
  'time.hours': '{n, plural, one {# час} few {# часа} many {# часов} other {# часа}}',
  'time.days': '{n, plural, one {# день} few {# дня} many {# дней} other {# дня}}',
  'time.just_now': 'только что',
  'time.ago': '{span} назад',
} as const
