/** What happened to a task, as the history says it after the person's name. Minutes and days come as they are logged. */
export const taskEvents = {
  'event.task.created':
    '{people, plural, =0 {поставлена задача № {number} «{title}»} one {поставлена задача № {number} «{title}», исполнитель: {names}} few {поставлена задача № {number} «{title}», исполнители: {names}} many {поставлена задача № {number} «{title}», исполнители: {names}} other {поставлена задача № {number} «{title}», исполнители: {names}}}',
  'event.task.changed': 'изменена задача № {number} «{title}»',
  'event.task.accepted': 'принята задача № {number}',
  'event.task.declined': 'отказ от задачи № {number}: {reason}',
  'event.task.started': 'начата работа по задаче № {number}',
  'event.task.done': 'готово по задаче № {number}',
  'event.task.returned': 'задача № {number} возвращена: {reason}',
  'event.task.closed': 'задача № {number} проверена и закрыта',
  'event.task.cancelled': 'задача № {number} отменена: {reason}',
  'event.task.time_logged': 'записано {minutes} мин за {day} по задаче № {number}, исполнитель: {member}',
  'event.task.time_corrected':
    'исправлены часы по задаче № {number}, исполнитель: {member}. Было {old_minutes} мин за {old_day}, стало {minutes} мин за {day}',
  'event.task.time_struck':
    'зачёркнуто {minutes} мин за {day} по задаче № {number}, исполнитель: {member}. Причина: {reason}',
  'event.task.commented': 'сообщение в задаче № {number}: {text}',
  'event.task.asked': 'вопрос в задаче № {number}: {text}',
  'event.task.answered': 'ответ в задаче № {number}: {text}',
  'event.task.photo_added': 'добавлено фото к задаче № {number}',
  'event.task.photo_shown':
    '{shown, select, yes {фото задачи № {number} будет видно заказчику} other {фото задачи № {number} скрыто от заказчика}}',
  'event.task.ticked':
    '{ticked, select, yes {отмечен пункт «{text}» в задаче № {number}} other {снята отметка с пункта «{text}» в задаче № {number}}}',
} as const
