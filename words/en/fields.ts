/** Fields that read what people type: moments, sums. */
export const fields = {
  'field.when_example': '10.03 12:00, tomorrow 9',
  'field.day_example': '10.03, tomorrow, fri',
  'field.clock_unread': 'Type a time, e.g. 9:30',
  'field.when_unread': 'Cannot tell when this is. For example: 10.03 12:00',
  'field.open_calendar': 'Open the calendar',
  'field.month_before': 'Month before',
  'field.month_after': 'Month after',
  'field.money_unread': 'This does not look like a sum. For example: 1,860.50',
} as const
