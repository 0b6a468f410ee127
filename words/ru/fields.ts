/** Fields that read what people type: moments, sums. */
export const fields = {
  'field.when_example': '10.03 12:00, завтра 9',
  'field.day_example': '10.03, завтра, пт',
  'field.clock_unread': 'Напишите время, например 9:30',
  'field.when_unread': 'Не понять, когда это. Например: 10.03 12:00',
  'field.open_calendar': 'Открыть календарь',
  'field.month_before': 'Предыдущий месяц',
  'field.month_after': 'Следующий месяц',
  'field.money_unread': 'Не похоже на сумму. Например: 1 860,50',
} as const
