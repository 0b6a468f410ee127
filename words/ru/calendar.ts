/** When people work: refusals under their codes, sentences of the history. */
export const calendar = {
  'schedule.not_yours':
    'График сотрудника меняют владелец, администратор и его руководители. Попросите кого-то из них.',
  'schedule.missing': 'Такого графика нет: возможно, его уже убрали.',
  'schedule.empty': 'Нужен хотя бы один рабочий день.',
  'schedule.break_too_long': 'Перерыв не может занимать весь день.',
  'schedule.week_of_seven': 'В неделе семь дней.',
  'event.member.schedule_set': 'график работы с {from_day}: {name}',
  'event.member.schedule_removed': 'убран график работы с {from_day}: {name}',
} as const
