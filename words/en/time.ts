import type { time as ru } from '../ru/time.ts'

export const time = {
  'time.today': 'today',
  'time.yesterday': 'yesterday',
  'time.tomorrow': 'tomorrow',
  'time.at': '{day} {clock}',
  'time.today_until': 'today by {clock}',
  'time.until': 'by {day}',
  'time.h': '{h} h',
  'time.min': '{min} min',
  'time.h_min': '{h} h {min} min',
  'time.minutes': '{n, plural, one {# minute} other {# minutes}}',
  'time.hours': '{n, plural, one {# hour} other {# hours}}',
  'time.days': '{n, plural, one {# day} other {# days}}',
  'time.just_now': 'just now',
  'time.ago': '{span} ago',
} satisfies Record<keyof typeof ru, string>
